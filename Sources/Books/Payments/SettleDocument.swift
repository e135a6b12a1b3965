import Bookkeeping
import Store

extension Transaction {
    /// Writes all that follows from a document's payments once some have come, changed or gone: the VAT shares, what
    /// they post, what is paid and due, and the customer's totals.
    ///
    /// - Parameters:
    ///   - payments: all that it has now; new ones have their shares.
    ///   - touched: the ids of those that are new or changed in what they post.
    /// - Throws: `BookkeepingError.dateLocked`; `.locked` where a share changes that is on a filed return.
    func settle(
        _ document: PaidDocument, _ payments: [Payment], touched: Set<Int64>, _ desk: PaymentDesk,
        _ roles: NominalRoles, _ pen: LedgerPen
    ) throws {
        var (payments, touched) = (payments, touched)
        if document.isCashBasis, let shared = try document.sharedAnew(payments) {
            let before = Dictionary(uniqueKeysWithValues: payments.map { ($0.id, $0.vatShare) })
            for payment in shared where payment.vatShare != before[payment.id] {
                try desk.requireUnfiled(payment)
                try update(payment)
                touched.insert(payment.id)
            }
            payments = shared
        }
        for payment in payments where touched.contains(payment.id) {
            let entries = try payment.salesEntries(
                bank: desk.nominal(ofAccount: payment.account), customer: document.party, roles)
            try repost(entries, of: payment.ledgerKey, pen)
        }
        try recountPaid(document, payments)
    }

    /// Keeps with a document what its payments come to, and adds the difference to its customer's totals.
    ///
    /// - Parameter document: with what was kept as paid before.
    private func recountPaid(_ document: PaidDocument, _ payments: [Payment]) throws {
        let counted = try DocumentPayments(payments, gross: document.gross)
        try post(
            updatePaid, document.key.id, counted.paid.minorUnits, counted.settledOn?.text,
            counted.lastOn?.text)
        let more = try counted.paid - document.paid
        try addToCustomer(document.party, paid: more, outstanding: -more)
    }

    /// Takes a payment off its document, and the other half of a set-off off its own.
    ///
    /// - Parameter reconciled: whether it may be in a bank reconciliation, since the money stays.
    /// - Throws: `BookkeepingError.locked`, `.dateLocked`.
    func takeOff(
        _ payment: Payment, reconciled: Bool = false, _ desk: PaymentDesk, _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        if !reconciled { try desk.requireMovable(payment) }
        try requireOpen(payment.countsOn)
        try delete(payment, pen)
        guard let pair = payment.pair, let other = try self.payment(pair) else { return }
        try desk.requireMovable(other)
        try delete(other, pen)
        guard let document = try paidInvoice(id: other.document.id) else { return }
        try settle(document, payments(of: other.document), touched: [], desk, roles, pen)
    }
}

private let updatePaid: SQL = """
    UPDATE invoice SET paid = ?2, due = home_gross - ?2, settled_on = ?3, last_payment_on = ?4 WHERE id = ?1
    """
