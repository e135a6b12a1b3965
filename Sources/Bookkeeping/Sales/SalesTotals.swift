/// What the lines of a document add up to.
///
/// - Source: `invoices.md`, Totals; `ledger.md`, Rounding and money.
public struct SalesTotals: Hashable, Sendable {
    /// Document currency.
    public var net = Money.zero
    public var vat = Money.zero
    public var gross = Money.zero
    /// Home currency: gross ÷ rate, and the sum of the lines' VAT, each ÷ rate.
    public var homeGross = Money.zero
    public var homeVAT = Money.zero

    public init() {}

    /// The sums of lines that `settlingHome` has been over.
    /// - Throws: `BookkeepingError.amountOutOfRange`, also for more than `amounts`.
    public init(of lines: [SalesLine]) throws(BookkeepingError) {
        for line in lines {
            net = try net + line.net
            vat = try vat + line.vat
            homeVAT = try homeVAT + line.homeVAT
            homeGross = try homeGross + line.homeNet + line.homeVAT
        }
        gross = try net + vat
        guard Self.amounts.contains(gross), Self.amounts.contains(homeGross) else { throw .amountOutOfRange }
    }

    /// What one document may come to, so that the sums kept over thousands of them stay within 64 bits.
    public static let amounts =
        Money(minorUnits: -1_000_000_000_000_000)...Money(minorUnits: 1_000_000_000_000_000)

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var homeNet: Money {
        get throws(BookkeepingError) { try homeGross - homeVAT }
    }
}

extension [SalesLine] {
    /// The lines with their home amounts: VAT and net each ÷ rate to the penny, and on the last line with a net what
    /// is left of the gross ÷ rate, so that a payment of exactly that clears the control account.
    ///
    /// Where no line has a net, the last VAT takes the rest.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, Rounding and money: 3 × (10.01 + 2.00) at 1.17 is 30.79 = 8.56 + 8.56 + 8.54 + 3 × 1.71.
    public func settlingHome(_ currency: DocumentCurrency) throws(BookkeepingError) -> [SalesLine] {
        var lines = self
        var gross = Money.zero
        var home = Money.zero
        for place in lines.indices {
            let line = lines[place]
            lines[place].homeNet = try line.net.atHome(currency.rate)
            lines[place].homeVAT = try line.vat.atHome(currency.rate)
            gross = try gross + line.net + line.vat
            home = try home + lines[place].homeNet + lines[place].homeVAT
        }
        guard !currency.isHome else { return lines }
        let rest = try gross.atHome(currency.rate) - home
        if let last = lines.lastIndex(where: { $0.net != .zero }) {
            lines[last].homeNet = try lines[last].homeNet + rest
        } else if let last = lines.lastIndex(where: { $0.vat != .zero }) {
            lines[last].homeVAT = try lines[last].homeVAT + rest
        }
        return lines
    }
}
