import Store
import TestSupport
import Testing

@testable import StorePostgreSQL

/// The steps of a schema's history in PostgreSQL's words.
@Suite struct SchemaTextTests {
    fileprivate static let changes: [(sql: SQL, made: String)] = [
        (
            "ALTER TABLE note ADD COLUMN page BLOB NOT NULL DEFAULT ''",
            "ALTER TABLE book.note ADD COLUMN page BYTEA NOT NULL DEFAULT ''"
        ),
        (
            "ALTER TABLE note ADD COLUMN title TEXT",
            #"ALTER TABLE book.note ADD COLUMN title TEXT COLLATE "C" "#
        ),
        (
            "ALTER TABLE note ADD COLUMN editor BIGINT REFERENCES writer (id)",
            "ALTER TABLE book.note ADD COLUMN editor BIGINT , "
                + "ADD FOREIGN KEY (business, editor) REFERENCES book.writer (business, id) "
        ),
        ("ALTER TABLE note DROP COLUMN title", "ALTER TABLE book.note DROP COLUMN title"),
    ]

    @Test(arguments: changes)
    func aColumnComesAndGoes(sql: SQL, made: String) throws {
        #expect(try SchemaText.statements(sql, .byBusiness, schema: "book") == [made])
    }

    @Test func whatWritesRowsStaysAsItIs() throws {
        #expect(try SchemaText.statements("UPDATE note SET words = ''", .byBusiness, schema: "book") == nil)
    }

    @Test(arguments: [
        "DROP TABLE note" as SQL, "DROP INDEX note_by_number", "DROP TRIGGER note_is_not_changed",
        "ALTER TABLE note RENAME TO remark", "ALTER TABLE note ADD COLUMN written DATE",
        "ALTER TABLE note ADD COLUMN code TEXT UNIQUE", "CREATE TABLE page (size REAL)",
        "CREATE VIEW pages AS SELECT 1", "PRAGMA user_version = 1", "",
    ])
    func whatIsNotOfTheDialectIsRefused(sql: SQL) {
        #expect(throws: StoreError.self) { try SchemaText.statements(sql, .byBusiness, schema: "book") }
    }

    /// Both engines keep an added reference; in PostgreSQL it is to a row of the same business.
    @Test(arguments: Engine.available)
    func anAddedReferenceIsKept(on engine: Engine) async throws {
        try await engine.withStore { store async throws in
            try await store.migrate(
                notes + [
                    Migration(
                        "002 editor",
                        [
                            "ALTER TABLE note ADD COLUMN editor BIGINT REFERENCES writer (id)",
                            "ALTER TABLE note ADD COLUMN page BLOB",
                        ])
                ])
            let insert: SQL =
                "INSERT INTO note (writer, number, words, editor, page) VALUES (1, ?1, '', ?2, ?3)"
            let page: [UInt8] = [0, 255]
            try await store.write { try $0.run(insert, 1, 1, page) }
            await #expect(throws: StoreError.refused(.foreignKey)) {
                try await store.write { try $0.run(insert, 2, 99, page) }
            }
            let pages = try await store.read { try $0.all("SELECT page FROM note") { $0.blob(0) } }
            #expect(pages == [page])
        }
    }
}
