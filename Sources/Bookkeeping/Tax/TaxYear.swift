/// A tax year of the United Kingdom: 6 April to 5 April.
///
/// - Source: Income Tax Act 2007, section 4.
public struct TaxYear: Hashable, Sendable {
    /// The calendar year on whose 6 April it begins.
    public let firstYear: Int

    /// The tax year that a day is in.
    public init(of date: CalendarDate) {
        let hasBegun = (date.month, date.day) >= (4, 6)
        firstYear = hasBegun ? date.year : date.year - 1
    }

    /// `2025-26`, as the tax authority writes it.
    public var name: String {
        let ending = (firstYear + 1) % 100
        return "\(firstYear)-\(ending < 10 ? "0" : "")\(ending)"
    }
}
