import Bookkeeping
import Store

extension Book {
    /// Sets a credit note against an invoice as a bad debt: both get a payment of the smaller of what is open on them.
    ///
    /// - Parameters:
    ///   - base: the invoice's number.
    ///   - credit: the credit note's number.
    /// - Throws: `BookkeepingError.invalid` unless both are what they should be, of one customer and currency;
    ///   `.conflict` where on the cash basis their VAT differs; `.dateLocked`; then nothing was written.
    /// - Source: `invoices.md`, `POST /internal/invoices/refund/baddebt`; `ledger.md`, Cash accounting.
    public func writeOff(invoice base: Int64, with credit: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            let (debt, note) = (
                try transaction.paidInvoice(number: base), try transaction.paidInvoice(number: credit)
            )
            var problems: [FieldProblem] = []
            if try (debt?.due ?? .zero) <= .zero || debt?.isCreditNote == true {
                problems.append(
                    FieldProblem(
                        "BaseInvoiceNumber", "must be the number of an invoice on which something is due"))
            }
            if try (note?.due ?? .zero) >= .zero || note?.isCreditNote == false {
                problems.append(
                    FieldProblem("CreditInvoiceNumber", "must be the number of an open credit note"))
            } else if let debt, note?.party != debt.party || note?.currency != debt.currency {
                problems.append(
                    FieldProblem("CreditInvoiceNumber", "must be of the invoice's customer and currency"))
            }
            guard problems.isEmpty, let debt, let note else { throw BookkeepingError.invalid(problems) }
            try transaction.setOff(
                .writeOff, min(debt.due, -note.due), on: debt, from: note,
                transaction.paymentDesk(.invoice, pen),
                transaction.nominalRoles(), pen)
        }
    }
}
