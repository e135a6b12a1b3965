extension DocumentPayments {
    /// What payments come to.
    ///
    /// - Parameters:
    ///   - payments: of one document, in any order.
    ///   - gross: of the document, home currency.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public init(_ payments: [Payment], gross: Money) throws(BookkeepingError) {
        self.init()
        for payment in payments.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) {
            paid = try paid + payment.amount
            lastOn = payment.date
            let isSettled = gross.isNegative ? paid <= gross : paid >= gross
            settledOn = isSettled ? settledOn ?? payment.date : nil
        }
    }
}
