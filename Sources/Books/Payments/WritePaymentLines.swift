import Bookkeeping
import Store

extension Transaction {
    /// Puts the payment lines that were sent in the place of those an invoice has: one with an id is changed, one
    /// without is new, what is left out goes. What is paid, the VAT shares and the customer's totals follow.
    ///
    /// - Parameters:
    ///   - invoice: as it is now, with what was paid before.
    ///   - old: the payments that it has.
    /// - Throws: `BookkeepingError.invalid` with paths as `PaymentLines[0].Amount`, `.dateLocked`, `.locked`,
    ///   `.conflict`, `.inUse`.
    func writePayments(
        _ drafts: [PaymentDraft], on invoice: Invoice, over old: [Payment], _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        guard !drafts.isEmpty || !old.isEmpty else { return }
        let document = PaidDocument(invoice)
        let desk = try paymentDesk(.invoice, changing: old, pen)
        let plan = try PaymentPlan(drafts, over: old, on: document, desk)
        var halves: Set<Int64> = []
        for payment in plan.gone where !halves.contains(payment.id) {
            try takeOff(payment, desk, roles, pen)
            if let pair = payment.pair { halves.insert(pair) }
        }
        var now = plan.kept
        var touched: Set<Int64> = []
        for payment in plan.changed {
            try update(payment)
            now.append(payment)
            touched.insert(payment.id)
        }
        for new in plan.new {
            let payment = try insert(new, on: document, after: now, pen)
            now.append(payment)
            touched.insert(payment.id)
        }
        try settle(document, now, touched: touched, desk, roles, pen)
    }

    /// Takes every payment off an invoice that is deleted.
    ///
    /// - Throws: `BookkeepingError.inUse` for lines of batches, `.locked`, `.dateLocked`.
    func deletePayments(_ payments: [Payment], of invoice: Invoice, _ roles: NominalRoles, _ pen: LedgerPen)
        throws
    {
        try writePayments([], on: invoice, over: payments, roles, pen)
    }

    /// Writes a new payment's row with its share of the document's VAT.
    func insert(
        _ new: NewPayment, on document: PaidDocument, after others: [Payment], _ pen: LedgerPen
    ) throws -> Payment {
        var new = new
        new.vatShare = try document.share(of: new.amount, after: others)
        return try insert(new, pen)
    }
}
