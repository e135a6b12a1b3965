import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of an invoice or credit note, with its lines and payments, and posts the
    /// difference: the reversal of what it posted, and what it posts now.
    ///
    /// What was left out has its default then, but number, date, customer, currency and rate stay.
    ///
    /// - Returns: the invoice, and whether it has another number now.
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.numberTaken`, `.dateLocked`, `.locked`, `.conflict`;
    ///   then nothing was written.
    public func changeInvoice(
        _ number: Int64, to draft: CheckedInvoiceDraft
    ) async throws -> (invoice: InvoiceInFull, isRenumbered: Bool) {
        let pen = pen
        return try await store.write { transaction in
            let new = try transaction.changeInvoice(number, to: draft, pen)
            return (try transaction.invoiceInFull(number: new, on: pen.today), new != number)
        }
    }
}

extension Transaction {
    /// Changes an invoice within a command's own transaction.
    ///
    /// - Returns: the number that it has then.
    func changeInvoice(_ number: Int64, to draft: CheckedInvoiceDraft, _ pen: LedgerPen) throws -> Int64 {
        let old = try invoice(number: number)
        let payments = try payments(of: DocumentKey(.invoice, old.id))
        let base = try SalesBase(self)
        let customer = try customerOfDocument(draft.customerCode ?? old.customer.code, on: pen.today)
        var invoice = old
        invoice.customer = customer.link
        invoice.details = try details(draft, of: customer, over: old, base, pen)
        invoice.lines = try workedOut(draft.lines, of: invoice, over: old, customer.details, base)
        invoice.totals = try SalesTotals(of: invoice.lines)
        if draft.dueOn == nil, invoice.totals.gross.isNegative {
            invoice.details.dueOn = invoice.details.issuedOn
        }
        invoice.number = try changedNumber(draft.number, of: old)
        try requireChangeable(old, to: invoice, hasPayments: !payments.isEmpty)
        try write(invoice, over: old, base.roles, pen)
        try writePayments(
            draft.payments, on: invoice, over: payments, base.roles, pen)
        try updateCustomer(customer, from: draft, pen)
        return invoice.number
    }

    /// Writes a changed invoice over what it was, and all that follows from it but its payments.
    func write(_ invoice: Invoice, over old: Invoice, _ roles: NominalRoles, _ pen: LedgerPen) throws {
        try update(invoice)
        try replace(old.lines, with: invoice.lines, of: .invoice, invoice.id)
        try repost(
            invoice.entries(roles), of: DocumentKey(.invoice, invoice.id), rules: invoice.posted.rules, pen)
        try moveStock(from: old.lines, to: invoice.lines, of: DocumentKey(.invoice, invoice.id), pen)
        try addToProjects(from: old.lines, to: invoice.lines)
        try count(old, -1)
        try count(invoice, 1)
        if old.customer.id == invoice.customer.id {
            let more = try invoice.totals.homeGross - old.totals.homeGross
            try addToCustomer(invoice.customer.id, paid: .zero, outstanding: more)
        } else {
            try addToCustomer(old.customer.id, paid: -old.payments.paid, outstanding: -old.due)
            try addToCustomer(invoice.customer.id, paid: .zero, outstanding: invoice.totals.homeGross)
        }
    }

    private func workedOut(
        _ sent: [SalesLineDraft], of invoice: Invoice, over old: Invoice, _ customer: CustomerDetails,
        _ base: SalesBase
    ) throws -> [SalesLine] {
        var lines = sent
        let withholding = Set(old.lines.filter(\.isWithholding).map(\.number))
        for place in lines.indices where withholding.contains(lines[place].number ?? 0) {
            lines[place].isWithholding = true
        }
        var sources = try lineSources(for: &lines, customer: customer, base.roles, base.vat, base.settings)
        // The discount of a customer is for new invoices alone.
        sources.discount = .zero
        sources.project = invoice.details.project
        sources.remember(old.lines)
        return try invoice.details.rules(invoice.posted).workOut(lines, from: sources)
    }

    private func changedNumber(_ sent: Int64?, of old: Invoice) throws -> Int64 {
        guard let sent, sent != 0, sent != old.number else { return old.number }
        let number = try documentNumber(sent, of: .invoice) {
            try exists("SELECT 1 FROM invoice WHERE number = ?1", $0)
        }
        try spend(old.number, of: .invoice)
        return number
    }

    /// - Throws: `BookkeepingError.conflict` where payments hold what is to change, `.dateLocked` where the lock of the
    ///   book does, `.locked` where a filed VAT return does.
    /// - Source: `payments.md`, "What a payment does"; `invoices.md`, Locks.
    private func requireChangeable(_ old: Invoice, to new: Invoice, hasPayments: Bool) throws {
        let (before, after) = (old.details, new.details)
        if hasPayments, old.customer.id != new.customer.id {
            throw BookkeepingError.conflict(
                "Its customer can't change while it has payments; remove them first.")
        }
        if hasPayments, before.currency != after.currency {
            throw BookkeepingError.conflict(
                "Its currency and rate can't change while it has payments; remove them first.")
        }
        let isMoney =
            old.number != new.number || before.issuedOn != after.issuedOn
            || old.customer.id != new.customer.id
            || before.currency != after.currency || old.lines != new.lines
        guard isMoney else { return }
        try requireOpen(before.issuedOn)
        try requireOpen(after.issuedOn)
        try requireUnfiled(old)
    }

    /// - Throws: `BookkeepingError.locked`: a VAT return holds the invoice, and the business locks what is filed.
    func requireUnfiled(_ invoice: Invoice) throws {
        guard invoice.vatReturn != 0, try vatSettings().locksFiled else { return }
        throw BookkeepingError.locked(
            "Invoice \(invoice.number) is on the VAT return \(invoice.vatReturn).")
    }
}
