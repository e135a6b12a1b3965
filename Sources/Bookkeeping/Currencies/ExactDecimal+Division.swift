extension ExactDecimal {
    /// The quotient to six decimals, halves away from zero: how a rate for one currency becomes one for another.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange` when it does not fit, and for a divisor of zero.
    public func divided(by divisor: ExactDecimal) throws(BookkeepingError) -> ExactDecimal {
        let by = divisor.millionths.magnitude
        // 128 bits wide, so that only the quotient can be too large.
        let product = millionths.magnitude.multipliedFullWidth(by: Self.one.millionths.magnitude)
        guard product.high < by else { throw .amountOutOfRange }
        let (whole, rest) = by.dividingFullWidth(product)
        let (rounded, overflow) = whole.addingReportingOverflow(rest >= by - rest ? 1 : 0)
        guard !overflow, let count = Int64(exactly: rounded) else { throw .amountOutOfRange }
        return ExactDecimal(millionths: (millionths < 0) != (divisor.millionths < 0) ? -count : count)
    }
}
