extension Money {
    /// Reads decimal text, plain or with an exponent: `12`, `-12.3`, `100.0000`, `1.2e3`. What follows the
    /// second decimal rounds to the nearest penny, halves away from zero.
    ///
    /// - Throws: `BookkeepingError.notADecimal`, `.amountOutOfRange`.
    /// - Source: the wire's numbers, up to 38 digits read exactly (`conventions.md`, "Numbers in").
    public init(decimalText text: String) throws(BookkeepingError) {
        self.init(minorUnits: try scaledInteger(text, decimals: 2))
    }

    /// Two decimals, no grouping: `-1234.50`.
    public var decimalText: String {
        Bookkeeping.decimalText(minorUnits, decimals: 2, shown: 2)
    }

    /// Four decimals, as the wire has money: `-1234.5000`.
    public var wireText: String {
        Bookkeeping.decimalText(minorUnits, decimals: 2, shown: 4)
    }
}
