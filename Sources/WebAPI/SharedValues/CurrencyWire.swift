import Bookkeeping
import WebCore

/// The currency of a customer; only its code is taken.
struct CurrencyWire: WireTable {
    /// ISO 4217; nil for the home currency.
    var code: String?

    init() {}

    init(_ code: String) {
        self.code = code
    }

    static let shape = WireShape<CurrencyWire>(
        "Currency",
        [
            .text("Name", "The currency's English name.", get: { $0.code.flatMap(CurrencyName.of) })
                .example(#""Euro""#),
            .text("Symbol", "What stands beside an amount.", get: { $0.code.map(CurrencyName.symbol(of:)) })
                .example(#""€""#),
            .flag("DisplaySymbolOnRight", "Whether it stands behind the amount.", get: { _ in false }),
            .text("Code", max: 3, "ISO 4217, three letters.", get: { $0.code }, set: { $0.code = $1 })
                .example(#""EUR""#),
            .rate("ExchangeRate", "Null: exchange rates are not kept yet.", get: { _ in nil }),
        ])
}
