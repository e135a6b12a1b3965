/// What a customer withholds of an invoice for the tax office.
public struct WithholdingDeduction: Hashable, Sendable {
    /// Document currency; negative on a credit note.
    public let amount: Money
    /// What its line says: the tax's name, with the rate where all lines bear one.
    public let description: String

    public init(amount: Money, description: String) {
        self.amount = amount
        self.description = description
    }
}

extension Invoice {
    /// The deduction on the lines that bear one: their net, or their gross where the settings say so, times the rate;
    /// exact, and then to the penny.
    ///
    /// - Parameters:
    ///   - customerRate: of the customer; nil: the rate of the settings.
    ///   - nominalRates: where each nominal's own counts, by its id; one of 0, which all but labour have, deducts
    ///     nothing.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `invoices.md`, Withholding tax (CIS) on sales.
    public func withholding(
        _ settings: WithholdingSettings, customerRate: Percentage?, nominalRates: [Int64: Percentage]
    ) throws(BookkeepingError) -> WithholdingDeduction {
        let common = customerRate ?? settings.rate
        var rates: Set<Percentage> = []
        // Minor units times ten-thousandths of a per cent.
        var product: Int128 = 0
        for line in lines where !line.isWithholding && !settings.excludedNominals.contains(line.nominal.id) {
            let base = settings.isOnGross ? try line.net + line.vat : line.net
            let rate = settings.isByNominal ? nominalRates[line.nominal.id] ?? .zero : common
            guard base != .zero, rate != .zero else { continue }
            rates.insert(rate)
            product += Int128(base.minorUnits) * Int128(rate.tenThousandths)
        }
        guard let pence = roundedQuotient(product, by: Int128(Percentage.hundred.tenThousandths)) else {
            throw .amountOutOfRange
        }
        let rate = rates.count == 1 ? rates.first : nil
        return WithholdingDeduction(
            amount: Money(minorUnits: pence),
            description: rate.map { "\(settings.name) \($0.shortText)%" } ?? settings.name)
    }

    /// The same with one more line, which takes the deduction off it. The lines there were keep their amounts, but the
    /// last one with a net may take another rest of the home currency.
    ///
    /// - Parameter nominal: where what customers withhold is posted.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func deducting(
        _ deduction: WithholdingDeduction, to nominal: NominalLink
    ) throws(BookkeepingError) -> Invoice {
        let amount = try -deduction.amount
        let (millionths, overflow) = amount.minorUnits.multipliedReportingOverflow(by: 10_000)
        guard !overflow else { throw .amountOutOfRange }
        let line = SalesLine(
            number: Int64(lines.count + 1), description: deduction.description, quantity: .one,
            rate: ExactDecimal(millionths: millionths),
            vatLevel: .zero, isVATExempt: true, net: amount, vat: .zero, homeNet: amount, homeVAT: .zero,
            nominal: nominal, project: details.project, isWithholding: true)
        var invoice = self
        invoice.lines = try (lines + [line]).settlingHome(details.currency)
        invoice.totals = try SalesTotals(of: invoice.lines)
        return invoice
    }
}
