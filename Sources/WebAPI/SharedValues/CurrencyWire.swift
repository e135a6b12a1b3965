import Bookkeeping
import WebCore

/// The currency of a customer, supplier or document: its code is taken, and a rate with which it is set up where it is
/// not.
struct CurrencyWire: WireTable {
    /// ISO 4217; nil for the home currency.
    var code: String?
    /// Units for one of the home currency: as it was sent, or of the day that is told of.
    var rate: ExactDecimal?
    /// What the book knows of it, when it is answered.
    private var known: Currency?

    init() {}

    init(_ currency: Currency) {
        code = currency.code
        rate = currency.rate
        known = currency
    }

    static let shape = WireShape<CurrencyWire>(
        "Currency",
        [
            .text("Name", "The currency's name.", get: { $0.known?.name }).example(#""Euro""#),
            .text("Symbol", "What stands beside an amount.", get: { $0.known?.symbol }).example(#""€""#),
            .flag(
                "DisplaySymbolOnRight", "Whether it stands behind the amount.",
                get: { $0.known?.isSymbolOnRight ?? false }),
            .text("Code", max: 3, "ISO 4217, three letters.", get: { $0.code }, set: { $0.code = $1 })
                .example(#""EUR""#),
            .rate(
                "ExchangeRate",
                """
                Units for one of the home currency. Sent with the Code of a currency that is not set up, it sets it \
                up; 1 for the home currency.
                """,
                get: { $0.rate }, set: { $0.rate = $1 }
            ).example("1.1650"),
        ])
}
