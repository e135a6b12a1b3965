import Store

/// Ids or numbers as three parameters: all in one text, filled up to one width, the width, and how many they are. So
/// one statement serves lists of any length, in both engines.
struct PickedIDs {
    let parameters: [SQLValue]

    /// - Parameter ids: none below zero.
    init(_ ids: [Int64]) {
        let texts = ids.map { String($0) }
        let width = texts.map(\.utf8.count).max() ?? 1
        let padded = texts.map { String(repeating: "0", count: width - $0.utf8.count) + $0 }
        parameters = [.text(padded.joined()), .integer(Int64(width)), .integer(Int64(ids.count))]
    }

    /// The table `picked (place, id)`, places from 1, before the statement that uses it. There has to be one id at
    /// least.
    ///
    /// Join it with `CROSS JOIN`: that has SQLite go through the few that were picked and look each up.
    static let table: SQL = """
        WITH RECURSIVE picked (place, id) AS (
            SELECT 1, CAST(substr(CAST(?1 AS TEXT), 1, CAST(?2 AS INTEGER)) AS BIGINT)
            UNION ALL
            SELECT place + 1,
                CAST(substr(CAST(?1 AS TEXT), place * CAST(?2 AS INTEGER) + 1, CAST(?2 AS INTEGER)) AS BIGINT)
            FROM picked WHERE place < CAST(?3 AS INTEGER)
        )

        """
}
