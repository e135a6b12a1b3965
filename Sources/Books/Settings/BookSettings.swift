import Bookkeeping
import Store

/// What is set in one book, by name. What was never set has its default, which stands where it is read.
public struct BookSettings: Sendable {
    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values
    }

    func text(_ name: BookSetting) -> String? { values[name.rawValue] }

    func flag(_ name: BookSetting, default value: Bool = false) -> Bool {
        text(name).map { $0 == "1" } ?? value
    }

    func integer(_ name: BookSetting, default value: Int64 = 0) -> Int64 {
        text(name).flatMap { Int64($0) } ?? value
    }

    func percentage(_ name: BookSetting, default value: Percentage = .zero) -> Percentage {
        text(name).flatMap { Int64($0) }.map(Percentage.init(tenThousandths:)) ?? value
    }

    func date(_ name: BookSetting) -> CalendarDate? {
        text(name).flatMap { try? CalendarDate(text: $0) }
    }

    /// Ids, as `kept` writes them.
    func ids(_ name: BookSetting) -> Set<Int64> {
        Set((text(name) ?? "").split(separator: ",").compactMap { Int64($0) })
    }
}

extension Transaction {
    /// All that is set, in one statement.
    public func bookSettings() throws -> BookSettings {
        var values: [String: String] = [:]
        try query("SELECT name, value FROM book_setting", []) { row in
            values[row.text(0)] = row.text(1)
            return true
        }
        return BookSettings(values)
    }

    /// Sets one, or sets it back to its default.
    ///
    /// - Parameter value: a flag as 1 or 0, a percentage in ten-thousandths; nil for the default.
    func set(_ name: BookSetting, to value: String?) throws {
        guard let value else {
            return try post("DELETE FROM book_setting WHERE name = ?1", name.rawValue)
        }
        try post(
            """
            INSERT INTO book_setting (name, value) VALUES (?1, ?2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, name.rawValue, value)
    }

    func set(_ name: BookSetting, to flag: Bool) throws {
        try set(name, to: flag ? "1" : "0")
    }
}
