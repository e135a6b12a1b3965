extension Percentage {
    /// The VAT on one line, to the nearest penny, halves away from zero.
    ///
    /// Call it once per line: a document's VAT is the sum of its lines and is never
    /// computed from the document's total, so that what is printed always adds up.
    ///
    /// - Parameter net: minor units without VAT; negative on a credit note.
    /// - Returns: minor units with the sign of `net`: 13p at 17.5 % bears 2p.
    /// - Throws: `BookkeepingError.amountOutOfRange` when the VAT passes 64 bits.
    /// - Source: HMRC VAT Notice 700, section 17.5.
    public func vat(on net: Money) throws(BookkeepingError) -> Money {
        let hundredPerCent = Self.hundred.tenThousandths.magnitude
        // The product is 128 bits wide, so that a large net is refused for its VAT alone.
        let product = net.minorUnits.magnitude.multipliedFullWidth(by: tenThousandths.magnitude)
        guard product.high < hundredPerCent else { throw .amountOutOfRange }
        let (whole, rest) = hundredPerCent.dividingFullWidth(product)
        let (pence, overflow) = whole.addingReportingOverflow(rest * 2 >= hundredPerCent ? 1 : 0)
        guard !overflow, let pence = Int64(exactly: pence) else { throw .amountOutOfRange }
        let isNegative = (net.minorUnits < 0) != (tenThousandths < 0)
        return Money(minorUnits: isNegative ? -pence : pence)
    }
}
