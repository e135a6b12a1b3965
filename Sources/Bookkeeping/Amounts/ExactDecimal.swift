/// An exact number with up to six decimals: a quantity, a unit price, an exchange rate.
///
/// From -9,223,372,036,854 to 9,223,372,036,854, which is a signed 64-bit count of millionths.
public struct ExactDecimal: Hashable, Sendable {
    public let millionths: Int64

    public init(millionths: Int64) {
        self.millionths = millionths
    }

    public static let zero = ExactDecimal(millionths: 0)
    public static let one = ExactDecimal(millionths: 1_000_000)

    /// How fine a number is kept.
    public enum Fineness: Int, Sendable {
        /// Quantities, unit prices, percentages.
        case fourDecimals = 4
        /// Exchange rates.
        case sixDecimals = 6
    }

    /// Reads plain or exponent decimal text, rounded to the fineness, halves away from zero.
    ///
    /// - Throws: `BookkeepingError.notADecimal`, `.amountOutOfRange`.
    /// - Source: `conventions.md`, "Numbers out" and "in".
    public init(decimalText text: String, _ fineness: Fineness) throws(BookkeepingError) {
        let count = try scaledInteger(text, decimals: fineness.rawValue)
        switch fineness {
        case .sixDecimals:
            millionths = count
        case .fourDecimals:
            let (product, overflow) = count.multipliedReportingOverflow(by: 100)
            guard !overflow else { throw .amountOutOfRange }
            millionths = product
        }
    }

    /// Exactly four decimals, or five or six when it has them: `1.0000`, `0.853215`.
    public var decimalText: String {
        let text = Bookkeeping.decimalText(millionths, decimals: 6, shown: 6)
        if millionths % 100 == 0 { return String(text.dropLast(2)) }
        return millionths % 10 == 0 ? String(text.dropLast()) : text
    }
}

extension ExactDecimal: Comparable {
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.millionths < right.millionths
    }
}
