import Bookkeeping
import WebCore

/// A country, as lists of choices show it.
enum CountryWire {
    static let shape = WireShape<Country>(
        "Country",
        [
            .integer("Id", "ISO 3166-1 numeric, which never moves.", get: { $0.id }).example("826"),
            .text("Code", max: 2, "ISO 3166-1, two letters: CountryCode of an address.", get: { $0.code })
                .neverNull().example(#""GB""#),
            .text("Name", "English short name.", get: { $0.name }).neverNull()
                .example(#""United Kingdom""#),
            .flag("IsEU", "Whether it is a member of the European Union today.", get: { $0.isInEU }),
        ])
}

/// The VAT rates of a country on one day.
enum CountryVATRatesWire {
    static let shape = WireShape<CountryVATRates>(
        "CountryVATRates",
        [
            .text("CountryName", "English short name.", get: { $0.country.name }).neverNull()
                .example(#""Ireland""#),
            .text("CountryCode", max: 2, "ISO 3166-1, two letters.", get: { $0.country.code }).neverNull()
                .example(#""IE""#),
            .object("VatRates", "By kind.", get: { VATRateKindsWire($0) }).neverNull(),
        ])
}

/// The rates of each kind; a kind that a country does not have is empty.
struct VATRateKindsWire: WireTable {
    private var rates: CountryVATRates?

    init() {}

    init(_ rates: CountryVATRates) {
        self.rates = rates
    }

    static let shape = WireShape<VATRateKindsWire>(
        "VATRateKinds",
        [
            .percentages("StandardRate", "The standard rate.", get: { $0.rates?.standard ?? [] })
                .example("[23.0000]"),
            .percentages("ReducedRate", "Reduced rates, the lowest first.", get: { $0.rates?.reduced ?? [] })
                .example("[9.0000,13.5000]"),
            .percentages(
                "SuperReducedRate", "Rates below 5 per cent, the lowest first.",
                get: { $0.rates?.superReduced ?? [] }
            ).example("[4.8000]"),
            .percentages(
                "ParkingRate", "Kept from before the single market.", get: { $0.rates?.parking ?? [] }
            ).example("[13.5000]"),
        ])
}
