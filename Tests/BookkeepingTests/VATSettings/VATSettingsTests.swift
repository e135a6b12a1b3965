import Testing

@testable import Bookkeeping

@Suite struct VATSettingsTests {
    private var settings: VATSettings {
        var settings = VATSettings()
        settings.rates = [VATRate(id: 3, rate: .zero), VATRate(id: 1, rate: .standardVAT)]
        return settings
    }

    private func problems(_ change: (inout VATSettings) -> Void) -> [String] {
        var changed = settings
        change(&changed)
        do {
            _ = try changed.checked()
            return []
        } catch {
            guard case .invalid(let problems) = error else { return ["\(error)"] }
            return problems.map(\.message)
        }
    }

    @Test func everyRuleHasItsRefusalAndAllAreToldAtOnce() {
        #expect(problems { _ in } == [])
        #expect(
            problems {
                $0.registration.place = .unitedKingdom
                $0.defaultRate = Percentage(tenThousandths: 175_000)
                $0.quarterMonth = 4
                $0.flatRate.isOn = true
                $0.flatRate.priorRate = Percentage(tenThousandths: 1_000_001)
            } == [
                "VatRegistrationNumber must be set while the company is registered for VAT: send it, or RegisteredIn 0.",
                "VatRate must be a VAT rate of the account, which are 0, 20.",
                "VatFrequency.MonthOfVatQuarter must be a whole number from 1 to 3.",
                "FlatRateScheme.PriorVatRate must be a number from 0 to 100.",
                "FlatRateScheme.VatRate must be above 0 while the scheme is on.",
            ])
        #expect(
            problems {
                $0.registration.place = .unitedKingdom
                $0.registration.number = "GB-1"
            } == ["VatRegistrationNumber must be a VAT number of 2 to 15 letters and digits, as GB123456789."]
        )
    }

    @Test func textsAreKeptTidied() throws {
        var changed = settings
        changed.registration.place = .unitedKingdom
        changed.registration.number = " gb 434 0314 94 "
        changed.filing.username = " ines "
        changed.filing.postCode = " "
        let kept = try changed.checked()
        #expect(kept.registration.number == "GB434031494" && kept.isRegistered)
        #expect(kept.filing.username == "ines" && kept.filing.postCode == nil)
    }

    @Test(
        arguments: [
            (.monthly, 1, "2026-02-28", "2026-02-01", "2026-02-28"),
            (.quarterly, 1, "2026-03-31", "2026-01-01", "2026-03-31"),
            (.quarterly, 1, "2026-04-01", "2026-04-01", "2026-06-30"),
            (.quarterly, 2, "2026-01-31", "2025-11-01", "2026-01-31"),
            (.quarterly, 3, "2026-02-28", "2025-12-01", "2026-02-28"),
            (.quarterly, 3, "2026-03-01", "2026-03-01", "2026-05-31"),
            (.annually, 1, "2026-12-31", "2026-01-01", "2026-12-31"),
            (.annually, 2, "2026-01-31", "2025-02-01", "2026-01-31"),
            (.quarterly, 3, "0001-01-01", "0001-01-01", "0001-02-28"),
            (.quarterly, 1, "9999-12-31", "9999-10-01", "9999-12-31"),
        ] as [(VATSettings.Frequency, Int64, String, String, String)])
    func aDayLiesInThePeriodOfItsReturn(
        frequency: VATSettings.Frequency, month: Int64, day: String, from: String, to: String
    ) throws {
        var settings = settings
        settings.frequency = frequency
        settings.quarterMonth = month
        let period = settings.period(holding: try CalendarDate(text: day))
        #expect(period.lowerBound.text == from && period.upperBound.text == to)
    }

    @Test(arguments: [("17.5", 175_000), ("0", 0), ("100", 1_000_000), ("17.50004", 175_000)])
    func aRateIsANumberFrom0To100(text: String, tenThousandths: Int64) throws {
        #expect(try VATRate.rate(sent: text, field: "vatRate").tenThousandths == tenThousandths)
    }

    @Test(arguments: ["-1", "100.0001", "twenty", "", "20%", "1e99"])
    func anythingElseIsNone(text: String) {
        #expect(throws: BookkeepingError.invalid([FieldProblem("vatRate", .notAPercentage)])) {
            try VATRate.rate(sent: text, field: "vatRate")
        }
    }
}
