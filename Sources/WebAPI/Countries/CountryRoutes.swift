import Bookkeeping
import CEmbedded
import WebCore

/// `/countries`: what is the same for every business.
enum CountryRoutes {
    static let all: [Route] = [
        Route(
            .get, "/countries", .anyToken,
            RouteContract("All countries, by name.").bareList()
                .answers(.ok, "The countries.", .list(.table(CountryWire.shape.schema))),
            use: { try await $0.bareList(CountryWire.shape) { Country.all } }),
        Route(
            .get, "/countries/vatrates", .anyToken,
            RouteContract("The VAT rates of the United Kingdom and the European Union on one day, by name.")
                .parameter(date.contract).bareList()
                .answers(.ok, "By country.", .list(.table(CountryVATRatesWire.shape.schema))),
            use: vatRates),
    ]

    private static let date = QueryParameter<CalendarDate?>(
        "date", "The day; today in the United Kingdom when it is left out or null.", .date, absent: nil,
        rule: "must be a date, as 20260309.",
        parse: { sent -> CalendarDate?? in
            if sent.lowercased() == "null" { return .some(nil) }
            return (try? CalendarDate(text: sent)).map { .some($0) }
        }
    ).example(#""20260309""#)

    private static let history = VATRateHistory(rows: daybook_vat_rates().rows)

    @Sendable private static func vatRates(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let day = reader.read(date)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        let rates = isBeyond ? [] : history.rates(on: day ?? call.today)
        return Answer(list: rates, CountryVATRatesWire.shape)
    }
}
