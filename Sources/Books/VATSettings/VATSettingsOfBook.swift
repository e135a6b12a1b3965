import Bookkeeping
import Store

extension Transaction {
    /// How the business deals with VAT.
    ///
    /// - Parameters:
    ///   - company: where that was read already.
    ///   - settings: where they were read already.
    func vatSettings(_ company: Company? = nil, _ settings: BookSettings? = nil) throws -> VATSettings {
        let kept = try settings ?? bookSettings()
        var vat = VATSettings()
        vat.registration = try (company ?? self.company()).vat
        vat.rates = try vatRates()
        vat.defaultRate = kept.percentage(.vatDefaultRate, default: .standardVAT)
        vat.isOnOverview = kept.flag(.vatOnOverview, default: true)
        vat.calculatesPerUnit = kept.flag(.vatPerUnit)
        vat.definesProducts = kept.flag(.vatDefinesProducts)
        vat.isSignedUpForMTD = kept.flag(.vatSignedUpForMTD)
        vat.filesOutside = kept.flag(.vatOutsideSubmission)
        vat.frequency = VATSettings.Frequency(rawValue: kept.integer(.vatFrequency, default: 1)) ?? .quarterly
        vat.quarterMonth = kept.integer(.vatQuarterMonth, default: 1)
        vat.filing.isEnabled = kept.flag(.vatFilingEnabled)
        vat.filing.username = kept.text(.vatFilingUsername)
        vat.filing.branch = kept.text(.vatFilingBranch)
        vat.filing.postCode = kept.text(.vatFilingPostCode)
        vat.filing.number = kept.text(.vatFilingNumber)
        vat.filing.excludesECList = kept.flag(.vatFilingWithoutECList)
        vat.locksFiled = kept.flag(.vatLocksFiled, default: true)
        vat.isCashBasisOnInvoices = kept.flag(.vatCashOnInvoices)
        vat.isCashBasisOnPurchases = kept.flag(.vatCashOnPurchases)
        vat.flatRate.isOn = kept.flag(.vatFlatRate)
        vat.flatRate.rate = kept.percentage(.vatFlatRateRate)
        vat.flatRate.priorRate = kept.percentage(.vatFlatRatePrior)
        vat.flatRate.changedOn = kept.date(.vatFlatRateFrom)
        vat.isMOSSRegistered = kept.flag(.vatMOSS)
        vat.isMOSSUnion = kept.flag(.vatMOSSUnion)
        vat.hasMOSSFixedEstablishment = kept.flag(.vatMOSSFixed)
        return vat
    }

    /// The rates of the account, lowest first.
    public func vatRates() throws -> [VATRate] {
        try all("SELECT id, rate FROM vat_rate ORDER BY rate") {
            VATRate(id: $0.integer(0), rate: Percentage(tenThousandths: $0.integer(1)))
        }
    }

    /// The rates that a new business trades with, in the order of their ids.
    ///
    /// - Source: `vat.md`, Rates: 20, 5 and 0 with the ids 1 to 3.
    func writeFirstVATRates() throws {
        for rate: Int64 in [200_000, 50_000, 0] {
            try run("INSERT INTO vat_rate (rate) VALUES (?1)", rate)
        }
    }
}
