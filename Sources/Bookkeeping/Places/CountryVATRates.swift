/// What a country charges on sales on one day, as facts about that country: a business's own rates are set up apart.
public struct CountryVATRates: Hashable, Sendable {
    public let country: Country
    public fileprivate(set) var standard: [Percentage] = []
    public fileprivate(set) var reduced: [Percentage] = []
    public fileprivate(set) var superReduced: [Percentage] = []
    public fileprivate(set) var parking: [Percentage] = []
}

/// The VAT rates of the United Kingdom and the European Union, with the days from which they hold.
public struct VATRateHistory: Sendable {
    private enum Kind: String {
        case standard
        case reduced
        case superReduced = "super-reduced"
        case parking
    }

    /// Rates of one kind that replace all earlier ones of that kind.
    private struct Step {
        let kind: Kind
        let from: CalendarDate
        let rates: [Percentage]
    }

    /// By country in the order of names, each by day.
    private let steps: [(country: Country, steps: [Step])]

    /// - Parameter rows: country code, kind, day and the rates with blanks between them.
    public init(rows: [[String]]) {
        var byCountry: [Country: [Step]] = [:]
        for row in rows where row.count == 4 {
            guard let country = Country.of(row[0]), let kind = Kind(rawValue: row[1]),
                let from = try? CalendarDate(text: row[2])
            else { continue }
            let rates = row[3].split(separator: " ").compactMap { try? Percentage(decimalText: String($0)) }
            byCountry[country, default: []].append(Step(kind: kind, from: from, rates: rates))
        }
        steps = Country.all.compactMap { country in
            byCountry[country].map { (country, $0.sorted { $0.from < $1.from }) }
        }
    }

    /// The rates in force on a day, neither expired nor yet to start, by the country's name. A kind without a rate that
    /// day is empty.
    ///
    /// - Source: `reference-data.md`, "VAT rates per country".
    public func rates(on day: CalendarDate) -> [CountryVATRates] {
        steps.map { country, steps in
            var rates = CountryVATRates(country: country)
            for step in steps where step.from <= day {
                switch step.kind {
                case .standard: rates.standard = step.rates
                case .reduced: rates.reduced = step.rates
                case .superReduced: rates.superReduced = step.rates
                case .parking: rates.parking = step.rates
                }
            }
            return rates
        }
    }
}
