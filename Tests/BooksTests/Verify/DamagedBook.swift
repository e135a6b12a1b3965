import Bookkeeping
import Books
import GRDBSQLite
import Store
import StoreSQLite
import Surroundings
import TestSupport
import Testing

/// A small book with every kind of row that a check looks at, and a way to spoil it past everything that keeps it.
struct DamagedBook {
    private let book: Book
    private let path: String

    static func run(_ body: (DamagedBook) async throws -> Void) async throws {
        try await TestStore.withFolderOrDatabase { place in
            guard case .folder(let folder) = place else { return }
            let path = folder + "/1.sqlite"
            let store = try SQLiteStore(path: path)
            let book = Book(
                store: store, clock: ManualTimekeeper(now: TestBook.start),
                randomness: SeededRandomness(seed: 1),
                origin: BookOrigin(permalinkKey: "5ea1c0de"))
            do {
                try await book.migrate()
                try await fill(book)
                try await body(DamagedBook(book: book, path: path))
            } catch {
                await book.close()
                throw error
            }
            await book.close()
        }
    }

    /// Invoices 1 to 4: paid in part; changed once and paid in full; deleted; a foreign one.
    private static func fill(_ book: Book) async throws {
        try await book.store.write { transaction in
            try transaction.run("UPDATE company SET vat_registered_in = 'UK', vat_number = 'GB123456789'")
        }
        var details = CustomerDetails()
        details.name = "Harbour Joinery Ltd"
        _ = try await book.create(CustomerDraft(code: "HARB01", details: details).checked())
        _ = try await book.create(invoice(rate: "1850", paid: ["1000"]).checked())
        _ = try await book.create(invoice(rate: "100", paid: ["120"]).checked())
        _ = try await book.changeInvoice(2, to: invoice(rate: "110", paid: ["132"]).checked())
        _ = try await book.create(invoice(rate: "7", paid: []).checked())
        try await book.deleteInvoice(3)
        var foreign = try invoice(rate: "10.01", paid: [])
        (foreign.currencyCode, foreign.exchangeRate) = (
            "EUR", try ExactDecimal(decimalText: "1.17", .sixDecimals)
        )
        _ = try await book.create(foreign.checked())
    }

    private static func invoice(rate: String, paid: [String]) throws -> InvoiceDraft {
        var line = SalesLineDraft()
        line.description = "Oak"
        line.rate = try ExactDecimal(decimalText: rate, .fourDecimals)
        line.vatLevel = .standardVAT
        var draft = InvoiceDraft()
        draft.customerCode = "HARB01"
        draft.issuedOn = try CalendarDate(text: "2026-03-02")
        draft.lines = [line]
        draft.payments = try paid.map { amount in
            var payment = PaymentDraft()
            payment.amount = try Money(decimalText: amount)
            payment.date = try CalendarDate(text: "2026-03-05")
            return payment
        }
        return draft
    }

    func verify(heads: [ChainHead] = []) async throws -> BookVerification {
        try await book.verify(heads: heads)
    }

    func head() async throws -> ChainHead {
        try await book.store.read { try $0.chainHead() }
    }

    /// Runs statements with no references held and no triggers left.
    func damage(_ statements: String) throws {
        var database: OpaquePointer?
        defer { sqlite3_close_v2(database) }
        try #require(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
        let dropped = [
            "posting_is_not_changed", "posting_is_not_deleted", "entry_is_not_changed",
            "entry_is_not_deleted",
        ]
        .map { "DROP TRIGGER IF EXISTS \($0);" }.joined()
        var message: UnsafeMutablePointer<CChar>?
        let code = sqlite3_exec(database, dropped + statements, nil, nil, &message)
        try #require(code == SQLITE_OK, "\(message.map { String(cString: $0) } ?? ""): \(statements)")
    }
}
