import Bookkeeping
import Store

extension Transaction {
    /// What `columns` gives of the party of each code, at the code's place; nil where nobody has it. One
    /// statement, however many codes there are.
    ///
    /// - Parameter columns: of the table `customer` or `supplier`, read by `value` in the same order.
    func picked<Value>(
        _ codes: [String], of party: Party, _ columns: SQL, as value: (inout Columns) throws -> Value
    ) throws -> [Value?] {
        var found = [Value?](repeating: nil, count: codes.count)
        let picked = PickedCodes(codes, of: party)
        guard !picked.places.isEmpty else { return found }
        let statement = PickedCodes.table + selectPlace + columns + fromPicked[party]
        try query(statement, picked.parameters) { row in
            var columns = Columns(row)
            let place = Int(columns.integer()) - 1
            found[picked.places[place]] = try value(&columns)
            return true
        }
        return found
    }
}

/// A list of codes as three parameters: their keys in one text, all filled up to one width, the width, and how
/// many they are. So one statement serves lists of any length, in both engines.
struct PickedCodes {
    /// Where in the list each key stands: what can't be a code is nobody's, and is not asked for.
    let places: [Int]
    let parameters: [SQLValue]

    init(_ codes: [String], of party: Party) {
        var places: [Int] = []
        var keys: [String] = []
        for (place, code) in codes.enumerated() {
            guard let code = try? PartyCode(code, of: party) else { continue }
            places.append(place)
            keys.append(code.key)
        }
        let lengths = keys.map(\.unicodeScalars.count)
        let width = lengths.max() ?? 0
        // No key ends in a blank, so that the filling can be told from it.
        let filled = zip(keys, lengths).map { $0 + String(repeating: " ", count: width - $1) }
        self.places = places
        parameters = [.text(filled.joined()), .integer(Int64(width)), .integer(Int64(keys.count))]
    }

    /// The table `picked (place, code_key)`, places from 1, before the statement that uses it.
    ///
    /// The list is halved until each part has one key. Cut off one by one from the front, a thousand keys would
    /// be copied a thousand times.
    static let table: SQL = """
        WITH RECURSIVE part (place, size, keys) AS (
            SELECT 1, CAST(?3 AS INTEGER), CAST(?1 AS TEXT)
            UNION ALL
            SELECT place + side * (size / 2), size / 2 + side * (size % 2),
                substr(keys, side * (size / 2) * CAST(?2 AS INTEGER) + 1,
                    (size - size / 2) * CAST(?2 AS INTEGER))
            FROM part CROSS JOIN (SELECT 0 AS side UNION ALL SELECT 1) AS half WHERE size > 1
        ), picked (place, code_key) AS (
            SELECT place, rtrim(substr(keys, 1, CAST(?2 AS INTEGER))) FROM part WHERE size = 1
        )

        """
}

extension [String] {
    /// Each party once, in the order and spelling of its first place.
    var uniqueCodes: [String] {
        var seen: Set<String> = []
        return filter { seen.insert(PartyCode.key(of: $0)).inserted }
    }
}

private let selectPlace: SQL = "SELECT picked.place, "

// The cross join has SQLite go through the few that were picked and look each up.
private let fromPicked: PartyStatement = """
     FROM picked CROSS JOIN {party} WHERE {party}.code_key = picked.code_key
    """
