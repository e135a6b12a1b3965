/// An exact percentage with up to four decimals: a VAT rate, a discount. 17.5 is 17.5 %.
public struct Percentage: Hashable, Sendable {
    /// Ten-thousandths of one per cent: 175,000 is 17.5 %.
    public let tenThousandths: Int64

    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    public static let zero = Percentage(tenThousandths: 0)
    public static let hundred = Percentage(tenThousandths: 1_000_000)

    /// Reads plain or exponent decimal text, rounded to four decimals, halves away from zero.
    /// - Throws: `BookkeepingError.notADecimal`, `.amountOutOfRange`.
    public init(decimalText text: String) throws(BookkeepingError) {
        self.init(tenThousandths: try scaledInteger(text, decimals: 4))
    }

    /// Exactly four decimals: `17.5000`.
    public var decimalText: String {
        Bookkeeping.decimalText(tenThousandths, decimals: 4, shown: 4)
    }
}

extension Percentage: Comparable {
    public static func < (left: Percentage, right: Percentage) -> Bool {
        left.tenThousandths < right.tenThousandths
    }
}
