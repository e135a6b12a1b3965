extension VATSettings {
    /// The settings with their texts tidied and all their rules kept.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> VATSettings {
        var (check, settings) = (FieldCheck(), self)
        let number = check.vatNumber(registration.number, "VatRegistrationNumber")
        if registration.number.map(\.isEmpty) ?? true || number != nil {
            settings.registration.number = number
            settings.registration.check(&check, "VatRegistrationNumber", otherwise: "RegisteredIn 0")
        }
        if !rates.contains(where: { $0.rate == defaultRate }) {
            let rates = rates.map(\.rate.shortText).joined(separator: ", ")
            check.refuse("VatRate", "must be a VAT rate of the account, which are \(rates)")
        }
        check.number(quarterMonth, "VatFrequency.MonthOfVatQuarter", in: 1...3)
        settings.filing = filing.checked(&check)
        check.percentage(flatRate.rate, "FlatRateScheme.VatRate")
        check.percentage(flatRate.priorRate, "FlatRateScheme.PriorVatRate")
        if flatRate.isOn, flatRate.rate == .zero {
            check.refuse("FlatRateScheme.VatRate", "must be above 0 while the scheme is on")
        }
        try check.finish()
        return settings
    }

    /// How much a business in the United Kingdom may turn over in twelve months before it has to register.
    ///
    /// - Source: VAT (Increase of Registration Limits) Order 2024: £90,000 since 1 April 2024.
    public static let registrationThreshold = Money(minorUnits: 9_000_000)

    /// The period of a return that holds a day.
    public func period(holding day: CalendarDate) -> ClosedRange<CalendarDate> {
        let months =
            switch frequency {
            case .monthly: 1
            case .quarterly: 3
            case .annually: 12
            }
        // Months since one in which a period begins, counted so that they are never negative.
        let since = (day.month + 12 - Int(quarterMonth)) % months
        let first = day.firstOfMonth
        let start = first.adding(months: -since) ?? .first
        let end = first.adding(months: months - since)?.adding(days: -1) ?? .last
        return start...max(start, end)
    }
}

extension VATFiling {
    fileprivate func checked(_ check: inout FieldCheck) -> VATFiling {
        var filing = self
        filing.username = check.text(username, "OnlineFiling.Username")
        filing.branch = check.text(branch, "OnlineFiling.BranchNumber")
        filing.postCode = check.text(postCode, "OnlineFiling.PostCode")
        filing.number = check.text(number, "OnlineFiling.VATNumber")
        return filing
    }
}

extension VATRate {
    /// A rate as a client sends it: up to four decimals count.
    ///
    /// - Throws: `BookkeepingError.invalid` for what is no number from 0 to 100.
    public static func rate(sent text: String, field: String) throws(BookkeepingError) -> Percentage {
        guard let rate = try? Percentage(decimalText: text), (Percentage.zero ... .hundred).contains(rate)
        else {
            throw .invalid([FieldProblem(field, .notAPercentage)])
        }
        return rate
    }
}
