import Bookkeeping
import Store

extension Book {
    /// Uses credits on an invoice, in the order in which they were sent, until it is settled; a larger credit keeps its
    /// rest.
    ///
    /// - Parameter id: the invoice's id, not its number.
    /// - Returns: what is left to use.
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid` for a credit that there isn't, or that has less;
    ///   `.conflict` for an invoice that is settled and for a credit note; `.dateLocked`; then nothing was written.
    public func useCredits(_ uses: [CreditUse], onInvoice id: Int64) async throws -> [Credit] {
        let pen = pen
        return try await store.write { transaction in
            try transaction.useCredits(uses, onInvoice: id, pen)
            return try transaction.credits(forInvoice: id)
        }
    }
}

extension Transaction {
    func useCredits(_ uses: [CreditUse], onInvoice id: Int64, _ pen: LedgerPen) throws {
        guard var invoice = try paidInvoice(id: id) else {
            throw BookkeepingError.documentUnknown(.invoice, "with the Id \(id)")
        }
        guard !invoice.isCreditNote else {
            throw BookkeepingError.conflict("It is a credit note; credits are used on invoices.")
        }
        guard try invoice.due > .zero else {
            throw BookkeepingError.conflict("Nothing is due on \(invoice.name).")
        }
        let credits = try credits(for: invoice)
        let wanted = try credits.amounts(of: uses)
        let (desk, roles) = (try paymentDesk(.invoice, pen), try nominalRoles())
        for (credit, amount) in wanted {
            let part = try min(amount, invoice.due)
            guard part > .zero else { break }
            try use(credit, part, on: invoice, desk, roles, pen)
            guard let again = try paidInvoice(id: id) else { return }
            invoice = again
        }
    }

    private func use(
        _ credit: Credit, _ amount: Money, on invoice: PaidDocument, _ desk: PaymentDesk,
        _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        if let id = credit.document {
            guard let other = try paidInvoice(id: id) else {
                throw StoreError.damaged("a credit of no invoice \(id)")
            }
            return try setOff(.setOff, amount, on: invoice, from: other, desk, roles, pen)
        }
        try requireOpen(pen.today)
        let account = try first("SELECT account FROM bank_transaction WHERE id = ?1", credit.id) {
            $0.integer(0)
        }
        var new = NewPayment(
            .advance, on: invoice.key, date: credit.date, amount: amount, account: account,
            method: desk.methods.first(where: \.isDefault)?.id ?? 0)
        (new.note, new.advance, new.usedOn) = (credit.comment, credit.id, pen.today)
        try free(-amount, of: credit.id)
        let others = try payments(of: invoice.key)
        let payment = try insert(new, on: invoice, after: others, pen)
        try settle(invoice, others + [payment], touched: [payment.id], desk, roles, pen)
    }
}

extension [Credit] {
    /// Each use with its credit and the amount that is meant.
    ///
    /// - Throws: `BookkeepingError.invalid` with every use of what there isn't.
    fileprivate func amounts(of uses: [CreditUse]) throws -> [(Credit, Money)] {
        var problems: [FieldProblem] = []
        var free: [Credit: Money] = [:]
        var wanted: [(Credit, Money)] = []
        for (place, use) in uses.enumerated() {
            guard let credit = first(where: { $0.kind == use.kind && $0.id == use.id }) else {
                problems.append(
                    FieldProblem("[\(place)].Id", "must be a credit of this customer's, with its Type"))
                continue
            }
            let left = free[credit] ?? credit.amount
            let amount = use.amount ?? left
            if amount <= .zero, use.amount != nil {
                problems.append(FieldProblem("[\(place)].Amount", "must be above 0"))
            } else if amount > left || left == .zero {
                problems.append(
                    FieldProblem("[\(place)].Amount", "must not be above what is free, \(left.decimalText)"))
            } else {
                free[credit] = try left - amount
                wanted.append((credit, amount))
            }
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        return wanted
    }
}
