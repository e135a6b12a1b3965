import Bookkeeping
import Books
import Sample
import Store
import Surroundings
import TestSupport
import Testing

@testable import StorePostgreSQL

/// The wall between businesses, in the database itself.
@Suite(.enabled(if: TestPostgreSQL.isThere))
struct WallTests {
    @Test func businessesNumberAlikeAndSeeOnlyTheirOwn() async throws {
        try await withPostgreSQL { database in
            let (harbour, quay) = (database.newBook(1), database.newBook(2))
            for store in [harbour, quay] { try await store.beginNotes() }
            #expect(try await harbour.addNote(10) == 1)
            #expect(try await quay.addNote(20) == 1)
            #expect(try await harbour.addNote(11) == 2)
            #expect(try await harbour.noteNumbers() == [10, 11])
            #expect(try await quay.noteNumbers() == [20])
        }
    }

    /// On every table that there is, with rows in each: as another business, and as none.
    @Test func noConnectionSeesOrChangesAnothersRowsOnAnyTable() async throws {
        try await withPostgreSQL { database in
            try await fill(database.newBook(1))
            try database.fillEmptyTables()
            let before = try await contents(database, of: 1)
            let owner = try PostgreSQLConnection(
                url: database.url,
                preparation: sessionSettings + ["SET search_path = book", "SET daybook.business = '1'"])
            defer { owner.close() }
            #expect(before.filter { $0.value.isEmpty }.keys.sorted() == [])
            let url = database.url
            for setting in ["SET daybook.business = '2'", "RESET daybook.business"] {
                let stranger = try PostgreSQLConnection(
                    url: url,
                    preparation: sessionSettings + [
                        "SET search_path = book", "SET ROLE \(programRole)", setting,
                    ])
                defer { stranger.close() }
                for table in before.keys.sorted() {
                    let rows = try stranger.answer(to: "SELECT COUNT(*) FROM \(table)").rows
                    #expect(rows.integer(0) == 0, "\(table) shows rows: \(setting)")
                    rows.clear()
                    for statement in [
                        "UPDATE \(table) SET business = business", "UPDATE \(table) SET business = 2",
                        "DELETE FROM \(table)", "DELETE FROM \(table) WHERE business = 1",
                    ] {
                        let changed = try? stranger.changes(by: statement)
                        #expect(changed ?? 0 == 0, "\(statement): \(setting)")
                    }
                    // A whole row, which only the wall can refuse.
                    let row = try owner.rowAsJSON(of: table).replacing("'", with: "''")
                    #expect(throws: StoreError.self, "\(table) takes rows: \(setting)") {
                        try stranger.changes(
                            by: """
                                INSERT INTO \(table) SELECT (jsonb_populate_record(CAST(NULL AS \(table)),
                                    CAST('\(row)' AS jsonb))).*
                                """)
                    }
                    #expect(stranger.lastState == "42501", "\(table): \(setting)")
                    #expect(throws: StoreError.self, "\(table) can be emptied: \(setting)") {
                        try stranger.changes(by: "TRUNCATE \(table) CASCADE")
                    }
                }
            }
            #expect(try await contents(database, of: 1) == before)
        }
    }

    /// What a new row says of its business is refused, too, when all its other columns would do.
    @Test func aWholeRowCanNotBeSentToAnother() async throws {
        try await withPostgreSQL { database in
            let quay = database.newBook(2)
            try await database.newBook(1).beginNotes()
            try await quay.beginNotes()
            await #expect(throws: StoreError.self) {
                try await quay.write { try $0.run("INSERT INTO writer (business, name) VALUES (1, 'Eve')") }
            }
            await #expect(throws: StoreError.self) {
                try await quay.write { try $0.run("UPDATE writer SET business = 1") }
            }
            let names = try await quay.read { try $0.all("SELECT name FROM writer") { $0.text(0) } }
            #expect(names == ["Ada"])
        }
    }

    @Test func theProgramsRoleOwnsNothingAndCanNotPassTheWall() async throws {
        try await withPostgreSQL { database in
            try await database.control().migrate([])
            try await fill(database.newBook(1))
            let connection = try PostgreSQLConnection(url: database.url, preparation: sessionSettings)
            defer { connection.close() }
            let owned = try connection.number(
                "SELECT COUNT(*) FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname = ?1",
                [.text(programRole)])
            #expect(owned == 0)
            let might = try connection.number(
                """
                SELECT CAST(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS INTEGER) FROM pg_roles
                WHERE rolname = ?1
                """, [.text(programRole)])
            #expect(might == 0)
            let open = try connection.texts(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = CAST('book' AS regnamespace) AND relkind IN ('r', 'p')
                    AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname
                """)
            // What steps were taken, which all may know; and whose rows there are, which the role can't read.
            #expect(open == ["migration", "tenant"])
        }
    }

    /// Something in every table.
    private func fill(_ store: any Store) async throws {
        let book = Book(
            store: store, clock: ManualTimekeeper(now: Instant(milliseconds: 1_773_065_106_000)),
            randomness: SeededRandomness(seed: 1), origin: BookOrigin(permalinkKey: "5ea1c0de"))
        try await book.migrate()
        try await SampleParties(customers: 40, suppliers: 30, seed: 1).complete(in: book)
        try await SampleDocuments.prepare(book)
        let codes = try await book.customerCodes(most: 40)
        let day = try CalendarDate(text: "2026-03-09")
        try await SampleDocuments(60, customers: codes, today: day).complete(in: book)
        let customer = try #require(try await book.customerPage(PartyFilter()).rows.first)
        _ = try await book.addNote(
            NoteDraft(text: "Called").checked(), on: Noted(.customer, customer.code.text),
            by: "Ines Okafor")
        _ = try await book.addCategories(
            .quote, CheckedCategories([CategoryDraft(name: "Kitchens", iconID: 1)]))
        try await book.showSupplierStatistics(.dashboard, false)
        try await store.write { transaction in
            let customer = try transaction.first("SELECT MIN(id) FROM customer") { $0.integer(0) }
            try transaction.run(insertField, customer)
            let answer = KeptAnswer(status: 201, headers: "", body: "{}")
            try transaction.keep(answer, at: "place", mark: "mark", now: "2026", oldest: "2025")
        }
    }

    /// Every table's rows, as text.
    private func contents(_ database: PostgreSQLDatabase, of business: Int64) async throws -> [String:
        [String]]
    {
        let connection = try PostgreSQLConnection(
            url: database.url,
            preparation: sessionSettings + ["SET search_path = book", "SET daybook.business = '\(business)'"])
        defer { connection.close() }
        var contents: [String: [String]] = [:]
        for table in try connection.bookTables() + ["head"] {
            let rows = try connection.answer(
                to: "SELECT CAST(\(table) AS TEXT) FROM \(table) ORDER BY 1"
            ).rows
            defer { rows.clear() }
            contents[table] = []
            while rows.current < rows.count {
                contents[table]?.append(rows.text(0))
                rows.current += 1
            }
        }
        return contents
    }
}

private let insertField: SQL =
    "INSERT INTO customer_field (customer, kind, place, name, value) VALUES (?1, 'text box', 1, 'Van', 'Yellow')"
