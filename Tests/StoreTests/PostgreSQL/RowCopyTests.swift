import Store
import StorePostgreSQL
import StoreSQLite
import TestSupport
import Testing

@Suite(.enabled(if: TestPostgreSQL.isThere))
struct RowCopyTests {
    /// What an array's or a statement's text could take for its own.
    private static let texts = [
        "", "NULL", "null", "{}", "\"", "\\", "\\\\x00", "'", ",", " a b ", "a\nb\tc", "äöü €", "\u{1F4D2}",
        String(repeating: "\\\"", count: 5_000),
    ]

    @Test func everyValueArrivesOnBothEnginesAsItWas() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            try await withFolder { folder async throws in
                let (first, second) = (folder + "/one.sqlite", folder + "/two.sqlite")
                let store = try SQLiteStore(path: first)
                try await store.beginNotes()
                try await store.write { transaction in
                    for (number, text) in zip(1..., Self.texts) {
                        let extra: [UInt8]? = number % 3 == 0 ? nil : Array(text.utf8) + [0, 255]
                        try transaction.run(
                            "INSERT INTO note (writer, number, words, extra) VALUES (1, ?1, ?2, ?3)",
                            Int64.max - Int64(number), text, extra)
                    }
                    // More than go in at once, with an id that is gone.
                    for number in 1...1_200 {
                        _ = try transaction.insert(insertNote, number, "row \(number)")
                    }
                    try transaction.run("DELETE FROM note WHERE number = 1200")
                }
                await store.close()
                try await copy(first, to: url)
                let empty = try SQLiteStore(path: second)
                try await empty.migrate(notes)
                await empty.close()
                let address = try #require(PostgreSQLAddress(url))
                let target = try WholeDatabase(path: second)
                try target.fill(from: PostgreSQLSnapshot(address).book(3), target.tables())
                #expect(try target.lastNumbers() == WholeDatabase(path: first).lastNumbers())
                try target.close()
                let rows = try contents(of: first)
                #expect(rows.count == Self.texts.count + 1_200)
                #expect(try contents(of: second) == rows)
            }
        }
    }

    private func contents(of file: String) throws -> Set<[SQLValue]> {
        let database = try WholeDatabase(path: file)
        var all: Set<[SQLValue]> = []
        for table in try database.tables() { try database.rows(of: table) { all.formUnion($0) } }
        try database.close()
        return all
    }

    private func copy(_ file: String, to url: String) async throws {
        let address = try #require(PostgreSQLAddress(url))
        let filling = try PostgreSQLFilling(address, settingAside: "aside", control: [], books: notes)
        let source = try WholeDatabase(path: file)
        #expect(try source.tables().map(\.name) == ["writer", "note"])
        try filling.book(3).fill(from: source, source.tables())
        // Until then nobody sees it.
        #expect(try PostgreSQLDatabase(url: url, settings: TestPostgreSQL.settings).books() == [])
        try filling.commit()
        try source.close()
    }
}

@Suite struct OrderTests {
    @Test func eachTableComesAfterThoseItRefersTo() {
        let order = orderedByReferences(
            ["a", "b", "c", "d"], [("a", "c"), ("c", "b"), ("b", "b"), ("a", "d")])
        #expect(order == ["b", "d", "c", "a"])
    }

    @Test func aRingComesLastAsItWasGiven() {
        #expect(orderedByReferences(["a", "b", "c"], [("a", "b"), ("b", "a")]) == ["c", "a", "b"])
    }
}
