import Testing
import TestSupport

/// The rows of control that belong to one business: of every table there is, so that one which comes later is held to
/// the same.
enum ControlRows {
    /// - Parameter identities: who works in the business; their rows are its rows.
    /// - Returns: each row as text, with its table and columns.
    static func of(_ business: Int64, _ identities: Set<Int64>, in control: StoredRows) throws -> [String] {
        try #require(control.tables.contains("membership"))
        return control.rows.filter { row in
            row.values.contains { belongs(row.table, $0.name, $0.text, business, identities) }
        }
        .map { row in "\(row.table): " + row.values.map { "\($0.name)=\($0.text)" }.joined(separator: " ") }
        .sorted()
    }

    private static func belongs(
        _ table: String, _ column: String, _ value: String, _ business: Int64, _ identities: Set<Int64>
    ) -> Bool {
        switch (table, column) {
        case ("business", "id"), (_, "business"), (_, "home_business"): value == String(business)
        case ("identity", "id"), (_, "identity"): Int64(value).map(identities.contains) ?? false
        default: false
        }
    }
}
