import Bookkeeping
import Store

@testable import Books

/// What tests of recurring invoices begin with, and how they look at what was made.
extension TestBook {
    /// A template of one line for the customer, monthly on the 31st.
    @discardableResult
    func addTemplate(
        _ customer: String = "HARB01", start: String = "2026-01-31", type: String = "Monthly",
        day: Int64 = 31,
        count: Int64? = nil, _ change: (inout RecurringInvoiceDraft) -> Void = { _ in }
    ) async throws -> Int64 {
        var draft = RecurringInvoiceDraft()
        draft.description = "Rent"
        draft.schedule.start = try CalendarDate(text: start)
        (draft.schedule.frequencyType, draft.schedule.dayOfMonth) = (type, day)
        draft.schedule.durationType = count == nil ? "Indefinite" : "RecurCount"
        draft.schedule.recurCount = count
        draft.customerCode = customer
        var line = SalesLineDraft()
        (line.description, line.rate) = ("Rent", ExactDecimal(millionths: 500_000_000))
        draft.lines = [line]
        change(&draft)
        return try await book.create(draft.checked()).template.number
    }

    /// Every invoice as `1: 2026-01-31 500.00 paid 0.00`.
    func invoices() async throws -> [String] {
        try await book.store.read { transaction in
            try transaction.all(selectInvoices) { row in
                let (gross, paid) = (Money(minorUnits: row.integer(2)), Money(minorUnits: row.integer(3)))
                return "\(row.integer(0)): \(row.text(1)) \(gross.decimalText) paid \(paid.decimalText)"
            }
        }
    }

    /// Every date gone through as `2026-01-31 made 1`, with the invoice's number.
    func runs() async throws -> [String] {
        try await book.store.read { transaction in
            try transaction.all(selectRuns) { "\($0.text(0)) \($0.text(1)) \($0.optionalInteger(2) ?? 0)" }
        }
    }

    func run(until day: String, replacing date: String? = nil) async throws -> Int {
        try await book.runRecurringInvoices(
            until: CalendarDate(text: day), replacingLocked: date.map { try CalendarDate(text: $0) })
    }

    func lock(until day: String) async throws {
        let (pen, day) = (book.pen, try CalendarDate(text: day))
        try await book.store.write { try $0.setLock(BookLock(isOn: true, until: day), pen) }
    }

    /// Everything that a run can write, row by row.
    func everything() async throws -> [String] {
        let tables: [SQL] = [
            "SELECT number || '/' || issued_on || '/' || gross || '/' || paid || '/' || due FROM invoice ORDER BY id",
            "SELECT invoice || '/' || number || '/' || net FROM invoice_line ORDER BY invoice, number",
            "SELECT document || '/' || date || '/' || amount FROM payment ORDER BY id",
            "SELECT id || '/' || kind || '/' || document || '/' || date FROM posting ORDER BY id",
            "SELECT posting || '/' || line || '/' || nominal || '/' || amount FROM entry ORDER BY posting, line",
            "SELECT nominal || '/' || day || '/' || amount FROM nominal_day ORDER BY nominal, day",
            "SELECT number || '/' || passed || '/' || COALESCE(next_on, '') FROM recurring_invoice ORDER BY id",
            "SELECT recurring_invoice || '/' || date || '/' || outcome FROM recurring_run ORDER BY 1",
            "SELECT code || '/' || total_paid || '/' || outstanding FROM customer ORDER BY id",
            "SELECT series || '/' || highest FROM number_series ORDER BY series",
            "SELECT list || '/' || live || '/' || amount FROM list_total ORDER BY list",
        ]
        return try await book.store.read { transaction in
            try tables.flatMap { try transaction.all($0) { $0.text(0) } }
        }
    }
}

private let selectInvoices: SQL =
    "SELECT number, issued_on, home_gross, paid FROM invoice ORDER BY number"
private let selectRuns: SQL = """
    SELECT date, outcome, invoice.number FROM recurring_run LEFT JOIN invoice ON invoice.id = recurring_run.invoice
    ORDER BY date, recurring_run.recurring_invoice
    """
