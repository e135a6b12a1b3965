import Bookkeeping
import Store

extension Transaction {
    /// Sets a credit against what is due: the same amount on both documents, with opposite signs, dated today. No money
    /// moves; on the cash basis the VAT of both does.
    ///
    /// - Parameters:
    ///   - kind: a set-off or a write-off.
    ///   - amount: home currency, above zero.
    ///   - debt: where it settles.
    ///   - credit: the credit note or overpaid invoice that it is taken from.
    /// - Throws: `BookkeepingError.dateLocked`; `.conflict` for a write-off whose VAT is not the invoice's.
    func setOff(
        _ kind: Payment.Kind, _ amount: Money, on debt: PaidDocument, from credit: PaidDocument,
        _ desk: PaymentDesk,
        _ roles: NominalRoles, _ pen: LedgerPen
    ) throws {
        try requireOpen(pen.today)
        let account = desk.accounts.first(where: \.isDefault)?.id
        let method = desk.methods.first(where: \.isDefault)?.id ?? 0
        func half(_ amount: Money, on document: PaidDocument) throws -> (payment: Payment, others: [Payment])
        {
            var new = NewPayment(
                kind, on: document.key, date: pen.today, amount: amount, account: account, method: method)
            new.usedOn = pen.today
            let others = try payments(of: document.key)
            return (try insert(new, on: document, after: others, pen), others)
        }
        var settling = try half(amount, on: debt)
        var taking = try half(-amount, on: credit)
        if kind == .writeOff {
            guard try settling.payment.vatShare + taking.payment.vatShare == .zero else {
                throw BookkeepingError.conflict(
                    """
                    The VAT of \(credit.name) on this amount must be that of \(debt.name), \
                    \(settling.payment.vatShare.decimalText): VAT that was never received is never due.
                    """)
            }
        }
        (settling.payment.pair, taking.payment.pair) = (taking.payment.id, settling.payment.id)
        for (document, half) in [(debt, settling), (credit, taking)] {
            try update(half.payment)
            try settle(document, half.others + [half.payment], touched: [half.payment.id], desk, roles, pen)
        }
    }
}
