import Bookkeeping
import Store

extension Book {
    /// Adds a template. What it owes already, as its start lies in the past, is made at the next run.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`; then nothing was written.
    public func create(_ draft: CheckedRecurringInvoiceDraft) async throws -> RecurringInvoiceInFull {
        let pen = pen
        return try await store.write { transaction in
            let number = try transaction.createRecurringInvoice(draft, pen)
            return try transaction.recurringInvoiceInFull(number: number, on: pen.today)
        }
    }

    /// Puts what was sent in the place of a template. The dates that it has gone through stay gone through; what was
    /// disabled goes on with today, and owes nothing of the time in between.
    ///
    /// - Returns: the template, and whether it has another number now.
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.numberTaken`; then nothing was written.
    public func changeRecurringInvoice(
        _ number: Int64, to draft: CheckedRecurringInvoiceDraft
    ) async throws -> (template: RecurringInvoiceInFull, isRenumbered: Bool) {
        let pen = pen
        return try await store.write { transaction in
            let new = try transaction.changeRecurringInvoice(number, to: draft, pen)
            return (try transaction.recurringInvoiceInFull(number: new, on: pen.today), new != number)
        }
    }

    /// Deletes a template; invoices that were made from it stay.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func deleteRecurringInvoice(_ number: Int64) async throws {
        try await store.write { transaction in
            let template = try transaction.recurringInvoice(number: number)
            try transaction.deleteRecurringInvoice(template.id, number)
        }
    }
}

extension Transaction {
    fileprivate func createRecurringInvoice(_ draft: CheckedRecurringInvoiceDraft, _ pen: LedgerPen) throws
        -> Int64
    {
        var template = try worked(draft, over: nil, pen)
        template.number = try documentNumber(draft.number, of: .recurringInvoice, taken: hasTemplate)
        let more: [any SQLConvertible] = [
            template.posted.isVATRegistered, template.posted.calculatesVATPerUnit, pen.instant,
            pen.today.text,
            pen.author,
        ]
        var id: Int64?
        try query(insertRow, (template.values + more).map(\.sqlValue)) { row in
            id = row.integer(0)
            return true
        }
        guard let id else { throw StoreError.misuse("an insert gave no id") }
        try insert(template.lines, of: .recurringInvoice, id)
        return template.number
    }

    fileprivate func changeRecurringInvoice(
        _ number: Int64, to draft: CheckedRecurringInvoiceDraft, _ pen: LedgerPen
    ) throws -> Int64 {
        let old = try recurringInvoice(number: number)
        var template = try worked(draft, over: old, pen)
        if let sent = draft.number, sent != 0, sent != old.number {
            template.number = try documentNumber(sent, of: .recurringInvoice, taken: hasTemplate)
            try spend(old.number, of: .recurringInvoice)
        }
        let id: [any SQLConvertible] = [template.id]
        try post(updateRow, (template.values + id).map(\.sqlValue))
        try replace(old.lines, with: template.lines, of: .recurringInvoice, template.id)
        return template.number
    }

    private func hasTemplate(_ number: Int64) throws -> Bool {
        try exists("SELECT 1 FROM recurring_invoice WHERE number = ?1", number)
    }

    /// A template as it was sent, worked out.
    ///
    /// - Parameter old: what a changed one was.
    private func worked(
        _ draft: CheckedRecurringInvoiceDraft, over old: RecurringInvoice?, _ pen: LedgerPen
    ) throws -> RecurringInvoice {
        let base = try SalesBase(self)
        return try inInvoiceDetails {
            let customer = try customerOfDocument(draft.customerCode ?? "", on: pen.today)
            let details = try details(draft, of: customer, over: old, base, pen)
            let posted =
                old?.posted
                ?? PostedWith(
                    isVATRegistered: base.vat.isRegistered, isCashBasis: false,
                    calculatesVATPerUnit: base.vat.calculatesPerUnit)
            var drafts = draft.lines
            var sources = try lineSources(
                for: &drafts, customer: customer.details, base.roles, base.vat, base.settings)
            if old != nil { sources.discount = .zero }
            sources.project = details.project
            sources.remember(old?.lines ?? [])
            let rules = LineRules(
                currency: details.currency, posted: posted,
                isReverseCharge: customer.details.isCISReverseCharge,
                tradeBorder: customer.details.tradeBorder)
            let lines = try rules.workOut(drafts, from: sources)
            var passed = old?.passed ?? PassedRuns()
            if old?.details.schedule.duration == .disabled, details.schedule.duration != .disabled {
                passed.last = max(passed.last ?? .first, pen.today.adding(days: -1) ?? .first)
            }
            return RecurringInvoice(
                id: old?.id ?? 0, number: old?.number ?? 0, customer: customer.link, details: details,
                lines: lines,
                totals: try SalesTotals(of: lines), posted: posted, passed: passed,
                nextOn: details.schedule.next(after: passed),
                expiresOn: details.schedule.expiry(after: passed))
        }
    }

    private func details(
        _ draft: CheckedRecurringInvoiceDraft, of customer: Customer, over old: RecurringInvoice?,
        _ base: SalesBase,
        _ pen: LedgerPen
    ) throws -> RecurringInvoiceDetails {
        let currency: DocumentCurrency
        if let kept = old?.details.currency, draft.currencyCode ?? kept.code == kept.code {
            currency = DocumentCurrency(
                code: kept.code, rate: draft.exchangeRate ?? kept.rate, isHome: kept.isHome)
        } else {
            currency = try documentCurrency(
                draft.currencyCode ?? customer.details.currencyCode, rate: draft.exchangeRate, base,
                on: pen.today)
        }
        var details = RecurringInvoiceDetails(schedule: draft.schedule, currency: currency)
        details.description = draft.description
        details.usesLatestRate = draft.usesLatestRate
        details.reference = draft.reference ?? customer.details.defaultReference
        details.project = try projectOfDocument(draft.projectNumber)
        details.emailsAutomatically = draft.emailsAutomatically
        details.emailTemplateNumber = draft.emailTemplateNumber
        details.payment = draft.payment
        try requireUsable(draft.payment)
        return details
    }

    /// - Throws: `BookkeepingError.invalid` for a bank account or method that there is not.
    private func requireUsable(_ payment: RecurringPayment) throws {
        guard payment.kind != .none else { return }
        var problems: [FieldProblem] = []
        if let account = payment.account, try !bankAccounts().contains(where: { $0.id == account }) {
            problems.append(FieldProblem("PaymentDetails.AccountId", "must be 0 or the Id of a bank account"))
        }
        if let method = payment.method, try !paymentMethods(.invoice).contains(where: { $0.id == method }) {
            problems.append(
                FieldProblem("PaymentDetails.Method", "must be 0 or the Id of a payment method for invoices"))
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
    }

    /// What is wrong with a template's invoice, named by where it stands in what was sent.
    private func inInvoiceDetails<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch BookkeepingError.invalid(let problems) {
            throw BookkeepingError.invalid(
                problems.map { problem in
                    guard !problem.field.hasPrefix("Currency"), problem.message.hasPrefix(problem.field)
                    else {
                        return problem
                    }
                    let path = "InvoiceDetails."
                    return FieldProblem(field: path + problem.field, message: path + problem.message)
                })
        }
    }

    /// Deletes a template and what it keeps of its dates, within a command's own transaction.
    fileprivate func deleteRecurringInvoice(_ id: Int64, _ number: Int64) throws {
        try post("DELETE FROM recurring_run WHERE recurring_invoice = ?1", id)
        try deleteLines(of: .recurringInvoice, id)
        try post("DELETE FROM recurring_invoice WHERE id = ?1", id)
        try spend(number, of: .recurringInvoice)
    }

    /// Deletes every template of a customer who goes too.
    func deleteRecurringInvoices(ofCustomer customer: Int64) throws {
        let found = try all(
            "SELECT id, number FROM recurring_invoice WHERE customer = ?1 ORDER BY id", customer
        ) {
            ($0.integer(0), $0.integer(1))
        }
        for (id, number) in found { try deleteRecurringInvoice(id, number) }
    }
}

extension RecurringInvoice {
    /// What both statements below write, in their order.
    fileprivate var values: [any SQLConvertible] {
        let head: [any SQLConvertible] = [
            number, details.description, details.description?.folded, customer.id, details.reference,
            details.reference?.folded, details.project?.id, details.currency.code,
            details.currency.rate.millionths,
            details.usesLatestRate, details.emailsAutomatically, details.emailTemplateNumber,
        ]
        let runs: [any SQLConvertible] = [passed.count, passed.last?.text, nextOn?.text, expiresOn?.text]
        let payment = details.payment
        let tail: [any SQLConvertible] = [
            payment.kind.rawValue, payment.account, payment.method, payment.amount?.minorUnits, payment.note,
            totals.net.minorUnits, totals.vat.minorUnits, totals.gross.minorUnits,
            totals.homeGross.minorUnits,
            totals.homeVAT.minorUnits,
        ]
        return head + details.schedule.columns + runs + tail
    }
}

private let insertRow: SQL = """
    INSERT INTO recurring_invoice (number, description, description_key, customer, reference, reference_key, project,
        currency, rate, uses_latest_rate, emails, email_template, start_on, frequency, day_of_month, week_day, months,
        counted_from, interval_days, duration, recur_count, till, passed, last_on, next_on, expires_on, payment_kind,
        payment_account, payment_method, payment_amount, payment_note, net, vat, gross, home_gross, home_vat,
        vat_registered, vat_per_unit, created_at, created_on, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)
    RETURNING id
    """
private let updateRow: SQL = """
    UPDATE recurring_invoice SET number = ?1, description = ?2, description_key = ?3, customer = ?4, reference = ?5,
        reference_key = ?6, project = ?7, currency = ?8, rate = ?9, uses_latest_rate = ?10, emails = ?11,
        email_template = ?12, start_on = ?13, frequency = ?14, day_of_month = ?15, week_day = ?16, months = ?17,
        counted_from = ?18, interval_days = ?19, duration = ?20, recur_count = ?21, till = ?22, passed = ?23,
        last_on = ?24, next_on = ?25, expires_on = ?26, payment_kind = ?27, payment_account = ?28,
        payment_method = ?29, payment_amount = ?30, payment_note = ?31, net = ?32, vat = ?33, gross = ?34,
        home_gross = ?35, home_vat = ?36
    WHERE id = ?37
    """
