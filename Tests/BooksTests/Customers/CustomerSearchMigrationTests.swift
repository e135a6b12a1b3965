import Bookkeeping
import Books
import Store
import Surroundings
import TestSupport
import Testing

@Suite struct CustomerSearchMigrationTests {
    @Test func whatWasSearchedInTheRowIsFoundInItsOwnTable() async throws {
        try await TestStore.withBook { store in
            let moved = Book.migrations.filter { $0.name == "010 search texts of customers" }
            try #require(moved.count == 1)
            try await store.migrate(Book.migrations.filter { $0.name != moved[0].name })
            try await store.write { transaction in
                try transaction.run(insertOldCustomer)
                try transaction.run(
                    "INSERT INTO list_total (list, live, archived) VALUES ('customers', 1, 0)")
            }
            let clock = ManualTimekeeper(now: TestBook.start)
            let book = Book(
                store: store, clock: clock, randomness: SeededRandomness(seed: 1),
                origin: BookOrigin(permalinkKey: "5ea1c0de"))
            try await book.migrate()
            let test = TestBook(book: book, clock: clock)
            #expect(try await test.list { $0.searchText = "old text" }.codes == ["OLD01"])
            let old = try await book.customer("old01")
            let draft = CustomerDraft(details: old.details)
            #expect(try await book.change("OLD01", to: draft.checked()).customer.id == old.id)
            // A change writes the text anew, in the one place that there is now.
            var renamed = draft
            renamed.details.name = "New"
            _ = try await book.change("OLD01", to: renamed.checked())
            #expect(try await test.list { $0.searchText = "old text" }.codes == [])
            #expect(try await test.list { $0.searchText = "NEW" }.codes == ["OLD01"])
        }
    }
}

private let insertOldCustomer: SQL = """
    INSERT INTO customer (code, code_key, customer_key, name, name_key, search_text, source, uses_delivery_address,
        shows_discount, wholesale_pricing, includes_vat_number, trade_border, cis_reverse_charge,
        applies_withholding, overrides_file_format, credit_control, has_credit_limit, is_archived, contact_count,
        address_count, field_count, created_at, created_on, updated_at, updated_on)
    VALUES ('OLD01', 'old01', '5ea1c0de-0000-4000-8000-000000000000', 'Old', 'old', 'old01 old text',
        0, 0, 0, 0, 0, 'Domestic', 0, 0, 0, 0, 0, 0, 0, 0, 0, '2026-03-08T10:00:00.000Z', '2026-03-08',
        '2026-03-08T10:00:00.000Z', '2026-03-08')
    """
