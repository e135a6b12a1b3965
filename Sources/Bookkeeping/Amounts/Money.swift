/// An exact amount of money: a signed count of minor units (pence, for GBP), hundredths in every currency.
///
/// Arithmetic throws when a result would not fit; it never wraps, traps or rounds.
public struct Money: Hashable, Sendable {
    /// Hundredths of the currency's unit.
    public let minorUnits: Int64

    public init(minorUnits: Int64) {
        self.minorUnits = minorUnits
    }

    public static let zero = Money(minorUnits: 0)

    public var isNegative: Bool { minorUnits < 0 }

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public static func + (left: Money, right: Money) throws(BookkeepingError) -> Money {
        let (sum, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
        guard !overflow else { throw .amountOutOfRange }
        return Money(minorUnits: sum)
    }

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public static func - (left: Money, right: Money) throws(BookkeepingError) -> Money {
        let (difference, overflow) = left.minorUnits.subtractingReportingOverflow(right.minorUnits)
        guard !overflow else { throw .amountOutOfRange }
        return Money(minorUnits: difference)
    }

    /// - Throws: `BookkeepingError.amountOutOfRange` for the one amount that has no opposite.
    public static prefix func - (money: Money) throws(BookkeepingError) -> Money {
        try zero - money
    }
}

extension Money: Comparable {
    public static func < (left: Money, right: Money) -> Bool {
        left.minorUnits < right.minorUnits
    }
}

extension Sequence<Money> {
    /// The sum of all, zero when there are none.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func total() throws(BookkeepingError) -> Money {
        var sum = Money.zero
        for money in self {
            sum = try sum + money
        }
        return sum
    }
}
