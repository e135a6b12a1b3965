/// How tax is withheld from what a business is paid and pays, as in the Construction Industry Scheme.
///
/// - Source: `invoices.md`, Withholding tax (CIS) on sales; `settings.md`, No path in the API.
public struct WithholdingSettings: Hashable, Sendable {
    public var isOnForSales = false
    public var isOnForPurchases = false
    /// What the tax is called on the line of a deduction.
    public var name = "CIS"
    /// Where neither the party nor the nominal has a rate.
    public var rate = Percentage(tenThousandths: 200_000)
    /// For a party that the tax office could not verify.
    public var unverifiedRate = Percentage(tenThousandths: 300_000)
    /// Whether the deduction is worked out on the gross of the lines; else on their net.
    public var isOnGross = false
    /// Whether each nominal's rate counts; else the party's.
    public var isByNominal = false
    /// Ids of nominals whose lines bear no deduction, as materials.
    public var excludedNominals: Set<Int64> = []

    public init() {}

    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func check() throws(BookkeepingError) {
        var check = FieldCheck()
        check.label(name, "WithholdingTaxName")
        check.percentage(rate, "Rate")
        check.percentage(unverifiedRate, "UnverifiedRate")
        try check.finish()
    }
}
