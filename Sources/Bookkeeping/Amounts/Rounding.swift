/// A quotient to the nearest whole, halves away from zero; nil when it does not fit 64 bits.
///
/// - Parameter divisor: above zero.
/// - Source: `ledger.md`, Rounding and money: all half away from zero.
func roundedQuotient(_ dividend: Int128, by divisor: Int128) -> Int64? {
    let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    let isUp = rest.magnitude * 2 >= divisor.magnitude
    return Int64(exactly: isUp ? whole + (dividend < 0 ? -1 : 1) : whole)
}

extension ExactDecimal {
    /// The product as money, to the penny: a quantity times a unit price.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func times(_ other: ExactDecimal) throws(BookkeepingError) -> Money {
        let product = Int128(millionths) * Int128(other.millionths)
        guard let pence = roundedQuotient(product, by: 10_000_000_000) else { throw .amountOutOfRange }
        return Money(minorUnits: pence)
    }

    /// Less so many per cent, to six decimals: a price with a discount.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func less(_ discount: Percentage) throws(BookkeepingError) -> ExactDecimal {
        let kept = Percentage.hundred.tenThousandths - discount.tenThousandths
        let product = Int128(millionths) * Int128(kept)
        guard let left = roundedQuotient(product, by: Int128(Percentage.hundred.tenThousandths)) else {
            throw .amountOutOfRange
        }
        return ExactDecimal(millionths: left)
    }

    /// To four decimals, as quantities and prices are kept.
    public var toFourDecimals: ExactDecimal {
        ExactDecimal(millionths: (roundedQuotient(Int128(millionths), by: 100) ?? 0) * 100)
    }
}

extension Money {
    /// So many times the amount, to the penny.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func times(_ quantity: ExactDecimal) throws(BookkeepingError) -> Money {
        let product = Int128(minorUnits) * Int128(quantity.millionths)
        guard let pence = roundedQuotient(product, by: 1_000_000) else { throw .amountOutOfRange }
        return Money(minorUnits: pence)
    }

    /// A foreign amount in home currency, to the penny.
    ///
    /// - Parameter rate: units of the foreign currency for one home unit, above zero.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, Rounding and money: amount ÷ rate.
    public func atHome(_ rate: ExactDecimal) throws(BookkeepingError) -> Money {
        guard rate != .one else { return self }
        guard rate > .zero,
            let pence = roundedQuotient(Int128(minorUnits) * 1_000_000, by: Int128(rate.millionths))
        else { throw .amountOutOfRange }
        return Money(minorUnits: pence)
    }

    /// The part of the amount that `part` is of `whole`, to the penny.
    ///
    /// - Parameter whole: not zero.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func share(of part: Money, in whole: Money) throws(BookkeepingError) -> Money {
        guard whole != .zero else { throw .amountOutOfRange }
        let product = Int128(minorUnits) * Int128(part.minorUnits)
        let signed = whole.minorUnits < 0 ? -product : product
        guard let pence = roundedQuotient(signed, by: Int128(whole.minorUnits.magnitude)) else {
            throw .amountOutOfRange
        }
        return Money(minorUnits: pence)
    }
}
