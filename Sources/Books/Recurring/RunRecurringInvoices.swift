import Bookkeeping
import Store

extension Book {
    /// Makes the invoices that are due, one for each missed date, in the order of the dates.
    ///
    /// Each date is one transaction with the invoice, what it posts, its payment and the template's next date, so that
    /// a run which stops anywhere is taken up by the next one, and none makes a date twice. A date that can't be made
    /// is gone through all the same and not tried again by itself; `missedRuns` tells of it.
    ///
    /// - Parameters:
    ///   - day: what is due on it or before it.
    ///   - replacement: an open date, on which dates are made that were refused before or lie in a locked period; nil
    ///     leaves them.
    /// - Returns: how many invoices were made.
    /// - Throws: `BookkeepingError.dateLocked` for a locked replacement; `StoreError`, when what was made stays.
    /// - Source: `invoices.md`, Recurring invoices, Run.
    @discardableResult
    public func runRecurringInvoices(
        until day: CalendarDate, replacingLocked replacement: CalendarDate? = nil
    ) async throws -> Int {
        let pen = pen
        var made = 0
        if let replacement {
            let missed = try await store.read { transaction in
                try transaction.requireOpen(replacement)
                return try transaction.retriableRuns(until: replacement)
            }
            for run in missed {
                do {
                    made += try await store.write { try $0.makeAgain(run, on: replacement, pen) } ? 1 : 0
                } catch is BookkeepingError {
                    // It stays refused; what was told of it stands.
                    continue
                }
            }
        }
        while let run = try await store.read({ try $0.firstDueRun(until: day) }) {
            do {
                made += try await store.write { try $0.make(run, replacement, pen) } ? 1 : 0
            } catch let refusal as BookkeepingError {
                try await store.write { try $0.passOver(run, refusal) }
            }
        }
        return made
    }

    /// What was not made and was not told of yet, by date.
    public func missedRuns() async throws -> [MissedRun] {
        try await store.read { transaction in
            try transaction.all(selectUntold) { row in
                var columns = Columns(row)
                return MissedRun(
                    template: columns.integer(), date: try columns.date(), number: columns.integer(),
                    description: columns.optionalText(), customer: columns.text(),
                    outcome: try columns.name(),
                    reason: columns.optionalText())
            }
        }
    }

    /// Notes that the users were told of a run.
    public func markTold(_ run: MissedRun) async throws {
        try await store.write { transaction in
            try transaction.run(markAsTold, run.template, run.date.text)
        }
    }
}

/// What became of one date of a template. Raw values are kept in the tables.
public enum RunOutcome: String, Sendable {
    case made
    /// Its date, or its bank account, was locked.
    case locked
    /// The customer was archived.
    case archived
    /// The books refused it for another reason.
    case refused
}

/// A date of a template on which nothing was made.
public struct MissedRun: Hashable, Sendable {
    let template: Int64
    public let date: CalendarDate
    /// The template's.
    public let number: Int64
    public let description: String?
    /// The customer's name.
    public let customer: String
    public let outcome: RunOutcome
    /// Whole sentences; nil where the outcome says all.
    public let reason: String?
}

/// One date of a template.
private struct DueRun: Sendable {
    let template: Int64
    let number: Int64
    let date: CalendarDate
}

extension Transaction {
    fileprivate func firstDueRun(until day: CalendarDate) throws -> DueRun? {
        try first(selectDue, day.text) { row in
            var columns = Columns(row)
            return DueRun(template: columns.integer(), number: columns.integer(), date: try columns.date())
        }
    }

    /// The dates that may be made after all, those of archived customers apart.
    fileprivate func retriableRuns(until day: CalendarDate) throws -> [DueRun] {
        try all(selectRetriable, day.text) { row in
            var columns = Columns(row)
            return DueRun(template: columns.integer(), number: columns.integer(), date: try columns.date())
        }
    }

    /// Makes one date, unless another run has been here since it was found.
    ///
    /// - Returns: whether an invoice was made.
    fileprivate func make(_ run: DueRun, _ replacement: CalendarDate?, _ pen: LedgerPen) throws -> Bool {
        let template = try recurringInvoice(number: run.number)
        guard template.id == run.template, template.nextOn == run.date else { return false }
        let isArchived = try customer(template.customer.code, on: pen.today).details.isArchived
        guard !isArchived else {
            try pass(run, .archived, of: template)
            return false
        }
        let lock = try bookLock()
        let isLocked = lock.isOn && run.date <= lock.until
        guard !isLocked || replacement != nil else {
            try pass(run, .locked, of: template, because: "The books are locked up to \(lock.until.text).")
            return false
        }
        let invoice = try makeInvoice(of: template, on: isLocked ? replacement ?? run.date : run.date, pen)
        try pass(run, .made, of: template, invoice: invoice)
        return true
    }

    /// Makes a date that was refused before.
    fileprivate func makeAgain(_ run: DueRun, on date: CalendarDate, _ pen: LedgerPen) throws -> Bool {
        guard try exists(selectUnmade, run.template, run.date.text) else { return false }
        let template = try recurringInvoice(number: run.number)
        let invoice = try makeInvoice(of: template, on: date, pen)
        try post(markAsMade, run.template, run.date.text, invoice)
        return true
    }

    /// Goes past a date that the books refused.
    fileprivate func passOver(_ run: DueRun, _ refusal: BookkeepingError) throws {
        let template = try recurringInvoice(number: run.number)
        guard template.id == run.template, template.nextOn == run.date else { return }
        let (outcome, reason) = refusal.outcome
        try pass(run, outcome, of: template, because: reason)
    }

    /// - Returns: the invoice's id.
    private func makeInvoice(of template: RecurringInvoice, on date: CalendarDate, _ pen: LedgerPen) throws
        -> Int64
    {
        let own = template.details.currency
        let rate = template.details.usesLatestRate ? try currency(own.code, on: date)?.rate : nil
        var source = SaleSource(template)
        try substituteTexts(in: &source, of: template, on: date, pen)
        let number = try makeInvoice(from: source, on: date, rate: rate, pen)
        let invoice = try invoice(number: number)
        if let payment = template.details.payment.draft(of: invoice) {
            try writePayments([payment], on: invoice, over: [], nominalRoles(), pen)
        }
        return invoice.id
    }

    /// Writes down what became of a date, and the template's next one.
    private func pass(
        _ run: DueRun, _ outcome: RunOutcome, of template: RecurringInvoice, invoice: Int64? = nil,
        because reason: String? = nil
    ) throws {
        let passed = template.passed.passing(run.date)
        let schedule = template.details.schedule
        try post(
            insertRun, run.template, run.date.text, outcome.rawValue, invoice, reason, outcome == .made)
        try post(
            updateTemplate, run.template, passed.count, run.date.text, schedule.next(after: passed)?.text,
            schedule.expiry(after: passed)?.text)
    }
}

extension RecurringPayment {
    /// The payment of one invoice, on its own date; nil for none.
    fileprivate func draft(of invoice: Invoice) -> PaymentDraft? {
        let amount: Money? =
            switch kind {
            case .none: nil
            case .full: invoice.totals.homeGross
            case .partial: self.amount
            }
        guard let amount, amount != .zero else { return nil }
        var draft = PaymentDraft()
        draft.date = invoice.details.issuedOn
        draft.amount = amount
        (draft.account, draft.method, draft.note) = (account, method, note)
        return draft
    }
}

extension BookkeepingError {
    /// What a refusal makes of a run, and why, in whole sentences.
    fileprivate var outcome: (RunOutcome, String?) {
        if case .invalid(let problems) = self {
            return (.refused, problems.map(\.message).joined(separator: " "))
        }
        if case .dateLocked(let until) = self {
            return (.locked, "The books are locked up to \(until.text).")
        }
        if case .locked(let reason) = self { return (.locked, reason) }
        if case .conflict(let reason) = self { return (.refused, reason) }
        return (.refused, nil)
    }
}

private let selectDue: SQL = """
    SELECT id, number, next_on FROM recurring_invoice WHERE next_on IS NOT NULL AND next_on <= ?1
    ORDER BY next_on, number LIMIT 1
    """
private let selectRetriable: SQL = """
    SELECT recurring_invoice, number, date
    FROM recurring_run JOIN recurring_invoice ON recurring_invoice.id = recurring_run.recurring_invoice
    WHERE recurring_run.invoice IS NULL AND outcome IN ('locked', 'refused') AND date <= ?1 ORDER BY date, number
    """
private let selectUnmade: SQL = """
    SELECT 1 FROM recurring_run WHERE recurring_invoice = ?1 AND date = ?2 AND invoice IS NULL
    """
private let selectUntold: SQL = """
    SELECT recurring_run.recurring_invoice, date, recurring_invoice.number, description, customer.name, outcome, reason
    FROM recurring_run JOIN recurring_invoice ON recurring_invoice.id = recurring_run.recurring_invoice
        JOIN customer ON customer.id = recurring_invoice.customer
    WHERE is_told = 0 ORDER BY date, recurring_invoice.number
    """
private let insertRun: SQL = """
    INSERT INTO recurring_run (recurring_invoice, date, outcome, invoice, reason, is_told)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
private let updateTemplate: SQL = """
    UPDATE recurring_invoice SET passed = ?2, last_on = ?3, next_on = ?4, expires_on = ?5 WHERE id = ?1
    """
private let markAsMade: SQL = """
    UPDATE recurring_run SET outcome = 'made', invoice = ?3, reason = NULL, is_told = 1
    WHERE recurring_invoice = ?1 AND date = ?2
    """
private let markAsTold: SQL =
    "UPDATE recurring_run SET is_told = 1 WHERE recurring_invoice = ?1 AND date = ?2"
