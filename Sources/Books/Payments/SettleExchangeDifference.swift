import Bookkeeping
import Store

extension Book {
    /// Moves what remains due on a foreign invoice to exchange gains and losses, dated the last payment, so that it is
    /// paid.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`; `.conflict` for a document in home currency, without a payment, or
    ///   on which nothing is due; `.dateLocked`; then nothing was written.
    /// - Source: `payments.md`, Foreign documents.
    public func settleInvoice(_ number: Int64) async throws -> InvoiceInFull {
        let pen = pen
        return try await store.write { transaction in
            try transaction.settleDifference(ofInvoice: number, pen)
            return try transaction.invoiceInFull(number: number, on: pen.today)
        }
    }
}

extension Transaction {
    func settleDifference(ofInvoice number: Int64, _ pen: LedgerPen) throws {
        guard let invoice = try paidInvoice(number: number) else {
            throw BookkeepingError.documentUnknown(.invoice, String(number))
        }
        guard !invoice.isHomeCurrency else {
            throw BookkeepingError.conflict("It is in home currency, where there is no exchange difference.")
        }
        let others = try payments(of: invoice.key)
        guard let last = others.last(where: { !$0.isWithoutMoney }) else {
            throw BookkeepingError.conflict("Nothing was paid on it yet.")
        }
        let due = try invoice.due
        guard due != .zero else { throw BookkeepingError.conflict("Nothing is due on it.") }
        let (desk, roles) = (try paymentDesk(.invoice, changing: others, pen), try nominalRoles())
        var new = NewPayment(
            .settlement, on: invoice.key, date: last.date, amount: due, account: nil,
            method: desk.methods.first(where: \.isDefault)?.id ?? 0)
        new.note = "Exchange difference"
        let payment = try insert(new, on: invoice, after: others, pen)
        try settle(invoice, others + [payment], touched: [payment.id], desk, roles, pen)
    }
}
