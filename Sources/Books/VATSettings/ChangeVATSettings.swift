import Bookkeeping
import Store

extension Book {
    /// Changes what was sent of how the business deals with VAT. Where it is registered is kept among the company's
    /// details, which show the same.
    ///
    /// What is posted stays as it is: a document keeps what it was first posted with.
    ///
    /// - Parameter flatRateCode: of the nominal for what the flat rate scheme keeps or loses; nil keeps it.
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    public func changeVATSettings(
        _ sent: SettingsChange<VATSettings>, flatRateCode: Int64? = nil
    ) async throws -> VATSettingsInFull {
        let today = today
        return try await store.write { transaction in
            var company = try transaction.company()
            let old = try transaction.vatSettings(company)
            let new = try sent.applied(to: old).checked()
            if new.registration != old.registration {
                company.vat = new.registration
                try transaction.write(company)
            }
            for (row, was) in zip(new.rows, old.rows) where row.1.settingText != was.1.settingText {
                try transaction.set(row.0, to: row.1.settingText)
            }
            if let flatRateCode { try transaction.moveFlatRate(toCode: flatRateCode) }
            return try transaction.vatSettingsInFull(on: today)
        }
    }

    /// Adds a rate to those that the business trades with.
    ///
    /// - Throws: `BookkeepingError.taken`; then nothing was written.
    public func addVATRate(_ rate: Percentage) async throws -> VATRate {
        try await store.write { transaction in
            guard try !transaction.vatRates().contains(where: { $0.rate == rate }) else {
                throw BookkeepingError.taken("VAT rate", rate.shortText)
            }
            return VATRate(
                id: try transaction.insert(
                    "INSERT INTO vat_rate (rate) VALUES (?1) RETURNING id", rate.tenThousandths), rate: rate)
        }
    }

    /// Takes a rate from those that the business trades with. Lines that have it keep it.
    ///
    /// - Throws: `BookkeepingError.unknown`, `.inUse` for the rate of new lines and for 0, without which nothing could
    ///   be zero-rated; then nothing was written.
    public func deleteVATRate(id: Int64) async throws {
        try await store.write { transaction in
            let settings = try transaction.vatSettings()
            guard let rate = settings.rates.first(where: { $0.id == id })?.rate else {
                throw BookkeepingError.unknown("VAT rate", String(id))
            }
            if rate == settings.defaultRate { throw BookkeepingError.inUse(by: "new lines, as their rate") }
            if rate == .zero { throw BookkeepingError.inUse(by: "what is zero-rated") }
            try transaction.run("DELETE FROM vat_rate WHERE id = ?1", id)
        }
    }
}

extension Transaction {
    /// Has another nominal take what the flat rate scheme keeps or loses from now on.
    ///
    /// - Throws: `BookkeepingError.invalid` for one that can't.
    fileprivate func moveFlatRate(toCode code: Int64) throws {
        let old = try nominalRoles()[.flatRateAdjustment]
        guard let nominal = try nominal(code: code) else {
            throw BookkeepingError.invalid([
                FieldProblem("FlatRateScheme.SalesCode", "must be the code of a nominal; there is no \(code)")
            ])
        }
        guard nominal.id != old else { return }
        guard nominal.special == 0, !nominal.isBank, nominal.details.type.isProfitAndLoss else {
            throw BookkeepingError.invalid([
                FieldProblem(
                    "FlatRateScheme.SalesCode",
                    "must be an ordinary nominal of the profit and loss, which \(code) \(nominal.name) is not"
                )
            ])
        }
        try move(.flatRateAdjustment, to: nominal.id)
    }
}

extension VATSettings {
    /// All but the registration, the company's, and the rates, which have a table of their own.
    fileprivate var rows: [(BookSetting, any SettingValue)] {
        [
            (.vatDefaultRate, defaultRate), (.vatOnOverview, isOnOverview), (.vatPerUnit, calculatesPerUnit),
            (.vatDefinesProducts, definesProducts), (.vatSignedUpForMTD, isSignedUpForMTD),
            (.vatOutsideSubmission, filesOutside), (.vatFrequency, frequency.rawValue),
            (.vatQuarterMonth, quarterMonth), (.vatFilingEnabled, filing.isEnabled),
            (.vatFilingUsername, filing.username), (.vatFilingBranch, filing.branch),
            (.vatFilingPostCode, filing.postCode), (.vatFilingNumber, filing.number),
            (.vatFilingWithoutECList, filing.excludesECList), (.vatLocksFiled, locksFiled),
            (.vatCashOnInvoices, isCashBasisOnInvoices), (.vatCashOnPurchases, isCashBasisOnPurchases),
            (.vatFlatRate, flatRate.isOn), (.vatFlatRateRate, flatRate.rate),
            (.vatFlatRatePrior, flatRate.priorRate), (.vatFlatRateFrom, flatRate.changedOn),
            (.vatMOSS, isMOSSRegistered), (.vatMOSSUnion, isMOSSUnion),
            (.vatMOSSFixed, hasMOSSFixedEstablishment),
        ]
    }
}
