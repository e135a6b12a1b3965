import Bookkeeping
import Store

extension Book {
    /// Takes a payment off its invoice and keeps the money: it becomes an advance of the customer, on the same account
    /// and day. A set-off or settlement is undone, an advance is free again.
    ///
    /// - Returns: the bank transaction's id; where no money moved the payment's.
    /// - Throws: `BookkeepingError.documentUnknown`, `.unknown` for the payment; `.conflict` for what was given back;
    ///   `.locked`, `.dateLocked`; then nothing was written.
    /// - Source: `payments.md`, unallocate.
    public func unallocate(payment id: Int64, ofInvoice number: Int64) async throws -> Int64 {
        let pen = pen
        return try await store.write { try $0.unallocate(payment: id, ofInvoice: number, pen) }
    }
}

extension Transaction {
    func unallocate(payment id: Int64, ofInvoice number: Int64, _ pen: LedgerPen) throws -> Int64 {
        guard let invoice = try paidInvoice(number: number) else {
            throw BookkeepingError.documentUnknown(.invoice, String(number))
        }
        let all = try payments(of: invoice.key)
        guard let payment = all.first(where: { $0.id == id }) else {
            throw BookkeepingError.unknown("payment", "\(id) of \(invoice.name)")
        }
        let (desk, roles) = (try paymentDesk(.invoice, changing: all, pen), try nominalRoles())
        let kept = all.filter { $0.id != id }
        guard try invoice.allows(paid: kept.map(\.amount).total()) else {
            throw BookkeepingError.conflict(
                "What was given back is more than the other payments; take that off first.")
        }
        if payment.kind == .money {
            guard payment.amount > .zero else {
                throw BookkeepingError.conflict("It is money that was given back, which can be no advance.")
            }
            try requireMovable(payment, desk)
        }
        try takeOff(payment, reconciled: true, desk, roles, pen)
        try settle(invoice, kept, touched: [], desk, roles, pen)
        guard payment.kind == .money else { return payment.advance ?? payment.id }
        if let batch = payment.batch { try repost(batch, roles, desk, pen) }
        return try insert(advance(payment, of: invoice, roles), roles, pen)
    }

    /// - Throws: `BookkeepingError.locked`. A tick in a reconciliation goes with the money, so it holds nothing.
    private func requireMovable(_ payment: Payment, _ desk: PaymentDesk) throws {
        try desk.requireUnfiled(payment)
        try desk.requireOpen(payment.account, on: payment.date)
    }

    private func advance(_ payment: Payment, of invoice: PaidDocument, _ roles: NominalRoles) throws
        -> BankTransaction
    {
        guard let debtors = try nominal(id: roles[.debtors]) else {
            throw StoreError.damaged("no debtors nominal")
        }
        var advance = BankTransaction(
            id: 0, number: 0, account: payment.account ?? 0, date: payment.date, amount: payment.amount,
            counterpart: .init(
                id: debtors.id, code: debtors.code, name: debtors.name, type: debtors.details.type,
                isBank: false),
            isVATRegistered: try company().vat.isRegistered)
        advance.customer = .init(id: invoice.party, code: "", name: "")
        (advance.comment, advance.free) = (payment.note, payment.amount)
        advance.reconciliation = payment.reconciliation
        return advance
    }

    /// Posts a batch anew from which a line has gone; one without lines goes too.
    private func repost(_ batch: Int64, _ roles: NominalRoles, _ desk: PaymentDesk, _ pen: LedgerPen) throws {
        let rest = try self.batch(id: batch)
        guard !rest.items.isEmpty else { return try deleteEmpty(rest.batch, pen) }
        let parts = rest.items.map { (amount: $0.payment.amount, customer: $0.partyID) }
        let bank = desk.nominal(ofAccount: rest.batch.account) ?? 0
        try repost(rest.batch.salesEntries(parts, bank: bank, roles), of: rest.batch.ledgerKey, pen)
    }
}
