import Bookkeeping
import Store

extension WithholdingSettings: SettingFamily {
    public init(_ kept: BookSettings) {
        self.init()
        isOnForSales = kept.flag(.withholdingOnSales)
        isOnForPurchases = kept.flag(.withholdingOnPurchases)
        name = kept.text(.withholdingName) ?? name
        rate = kept.percentage(.withholdingRate, default: rate)
        unverifiedRate = kept.percentage(.withholdingUnverifiedRate, default: unverifiedRate)
        isOnGross = kept.flag(.withholdingOnGross)
        isByNominal = kept.flag(.withholdingByNominal)
        excludedNominals = kept.ids(.withholdingExcluded)
    }

    public var rows: [(BookSetting, any SettingValue)] {
        [
            (.withholdingOnSales, isOnForSales), (.withholdingOnPurchases, isOnForPurchases),
            (.withholdingName, name), (.withholdingRate, rate), (.withholdingUnverifiedRate, unverifiedRate),
            (.withholdingOnGross, isOnGross), (.withholdingByNominal, isByNominal),
            (.withholdingExcluded, excludedNominals),
        ]
    }
}

/// How tax is withheld, with the codes of the nominals that it names.
public struct WithholdingInFull: Hashable, Sendable {
    public let settings: WithholdingSettings
    /// Lowest first.
    public let excludedCodes: [Int64]
    /// Where what customers withheld is posted.
    public let receivableCode: Int64
    /// Where what is withheld from suppliers is posted.
    public let payableCode: Int64
}

extension Transaction {
    /// The nominals that deductions are posted to are those of the roles `withholdingTaxReceivable` and
    /// `withholdingTaxPayable`.
    public func withholdingSettings() throws -> WithholdingSettings { try settings() }

    /// The same with codes. A nominal that is gone is left out.
    public func withholdingInFull() throws -> WithholdingInFull {
        let (settings, roles) = (try withholdingSettings(), try nominalRoles())
        let (receivable, payable) = (roles[.withholdingTaxReceivable], roles[.withholdingTaxPayable])
        let nominals = try nominals(ids: settings.excludedNominals.union([receivable, payable]))
        return WithholdingInFull(
            settings: settings,
            excludedCodes: settings.excludedNominals.compactMap { nominals[$0]?.code }.sorted(),
            receivableCode: nominals[receivable]?.code ?? 0, payableCode: nominals[payable]?.code ?? 0)
    }
}

extension Book {
    /// Changes what was sent of how tax is withheld.
    ///
    /// - Parameter excluded: codes of the nominals whose lines bear no deduction; nil keeps them.
    /// - Throws: `BookkeepingError.invalid`, also for a code that is no nominal's; then nothing was written.
    public func changeWithholding(
        _ sent: SettingsChange<WithholdingSettings>, excluded codes: [Int64]? = nil
    ) async throws -> WithholdingInFull {
        try await store.write { transaction in
            let old = try transaction.withholdingSettings()
            var new = sent.applied(to: old)
            try new.check()
            if let codes { new.excludedNominals = try transaction.excludedNominals(codes) }
            try transaction.save(new, over: old)
            return try transaction.withholdingInFull()
        }
    }
}

extension Transaction {
    /// The ids of nominals by their codes.
    ///
    /// - Throws: `BookkeepingError.invalid` with every code that is none's.
    fileprivate func excludedNominals(_ codes: [Int64]) throws -> Set<Int64> {
        let found = try nominals(codes: Set(codes))
        let problems = codes.enumerated().compactMap { place, code in
            found[code] == nil
                ? FieldProblem(
                    "ExcludedNominalCodes[\(place)]", "must be the code of a nominal; there is no \(code)")
                : nil
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        return Set(found.values.map(\.id))
    }
}
