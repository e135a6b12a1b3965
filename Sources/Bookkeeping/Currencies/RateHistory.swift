/// The rates of a currency over time: each holds from its day until the next one's, the first one for all days before
/// it too. Without any it is worth one on all days, as the home currency is.
public struct RateHistory: Hashable, Sendable {
    /// A rate, and the day from which it holds.
    public struct Step: Hashable, Sendable {
        public let day: CalendarDate
        /// Units for one of the home currency.
        public let rate: ExactDecimal

        public init(from day: CalendarDate, _ rate: ExactDecimal) {
            self.day = day
            self.rate = rate
        }
    }

    /// One for each day, in their order.
    public let steps: [Step]

    /// - Parameter steps: one for each day, in any order.
    public init(_ steps: [Step]) {
        self.steps = steps.sorted { $0.day < $1.day }
    }

    /// The rates for one of another currency: a step for each day on which either of the two has one.
    ///
    /// - Parameter other: both are rates for one of the same currency.
    /// - Throws: `BookkeepingError.amountOutOfRange` when a rate does not fit, or is none after rounding to six decimals.
    public func divided(by other: RateHistory) throws(BookkeepingError) -> RateHistory {
        var (own, others) = (steps[...], other.steps[...])
        var rate = own.first?.rate ?? .one
        var divisor = others.first?.rate ?? .one
        var quotients: [Step] = []
        while let day = [own.first?.day, others.first?.day].compactMap(\.self).min() {
            if own.first?.day == day, let step = own.popFirst() { rate = step.rate }
            if others.first?.day == day, let step = others.popFirst() { divisor = step.rate }
            let quotient = try rate.divided(by: divisor)
            guard Bounds.exchangeRate.contains(quotient) else { throw .amountOutOfRange }
            quotients.append(Step(from: day, quotient))
        }
        return RateHistory(quotients)
    }
}
