import Bookkeeping
import Books
import Store
import Surroundings
import TestSupport

/// A book in a real database file, with clocks that stand still.
struct TestBook {
    let book: Book
    let clock: ManualTimekeeper

    /// 2026-03-09T14:05:06Z.
    static let start = Instant(milliseconds: 1_773_065_106_000)

    /// Makes a book, hands it over, and clears up.
    static func run(_ body: (TestBook) async throws -> Void) async throws {
        try await TestStore.withBook { store in
            let clock = ManualTimekeeper(now: start)
            let book = Book(
                store: store, clock: clock, randomness: SeededRandomness(seed: 1),
                origin: BookOrigin(permalinkKey: "5ea1c0de"))
            try await book.migrate()
            try await body(TestBook(book: book, clock: clock))
        }
    }

    @discardableResult
    func add(
        _ name: String, code: String? = nil, _ change: (inout CustomerDetails) -> Void = { _ in }
    ) async throws -> Customer {
        var details = CustomerDetails()
        details.name = name
        change(&details)
        return try await book.create(CustomerDraft(code: code, details: details).checked())
    }

    /// The codes of a page, and how many there are on all.
    func list(_ change: (inout PartyFilter) -> Void = { _ in }) async throws -> (
        total: Int64, codes: [String]
    ) {
        var filter = PartyFilter()
        change(&filter)
        let page = try await book.customerPage(filter)
        return (page.total, page.rows.map(\.code.text))
    }

    /// Everything that the customers' tables hold, row by row: what a refusal must not change.
    func contents() async throws -> [String] {
        let tables: [SQL] = [
            """
            SELECT code || '/' || name || '/' || search_text || '/' || is_archived || '/' || updated_at
            FROM customer LEFT JOIN customer_search ON customer = id ORDER BY id
            """,
            "SELECT id || '/' || customer || '/' || COALESCE(email, '') FROM customer_contact ORDER BY id",
            """
            SELECT customer || kind || place || COALESCE(line1, '') FROM customer_address
            ORDER BY customer, kind, place
            """,
            "SELECT customer || kind || place || name FROM customer_field ORDER BY customer, kind, place",
            "SELECT stem || lowest FROM customer_code_series ORDER BY stem",
            "SELECT list || '/' || live || '/' || archived FROM list_total ORDER BY list",
        ]
        return try await book.store.read { transaction in
            try tables.flatMap { try transaction.all($0) { $0.text(0) } }
        }
    }

    /// Whether the kept totals are what counting gives.
    func totalsAreTrue() async throws -> Bool {
        let counted = try await book.store.read { transaction in
            try transaction.first(
                "SELECT COUNT(*), COALESCE(SUM(is_archived), 0) FROM customer",
                as: { ($0.integer(0), $0.integer(1)) })
        }
        let all = try await list().total
        let archived = try await list { $0.archived = .only }.total
        let live = try await list { $0.archived = .leftOut }.total
        return counted?.0 == all && counted?.1 == archived && live + archived == all
    }
}
