/// What payments move of a document's VAT on the cash basis.
///
/// - Source: `ledger.md`, Cash accounting; HMRC VAT Notice 731.
public enum CashBasis {
    /// The VAT that is due once so much is paid: for each line VAT × what is paid ÷ gross, never more than all of it.
    ///
    /// - Parameters:
    ///   - vats: of the lines, home currency.
    ///   - gross: of the document, home currency; of a credit note negative.
    ///   - paid: in all, home currency.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public static func due(_ vats: [Money], gross: Money, paid: Money) throws(BookkeepingError) -> Money {
        guard gross != .zero else { return .zero }
        let counted = gross.isNegative ? max(min(paid, .zero), gross) : min(max(paid, .zero), gross)
        var due = Money.zero
        for vat in vats { due = try due + vat.share(of: counted, in: gross) }
        return due
    }
}
