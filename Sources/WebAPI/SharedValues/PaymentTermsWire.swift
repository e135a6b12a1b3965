import Bookkeeping
import WebCore

/// When documents fall due.
struct PaymentTermsWire: WireTable {
    var terms = PaymentTerms(days: 0, after: .issuedDate)

    init() {}

    init(_ terms: PaymentTerms) {
        self.terms = terms
    }

    static let shape = WireShape<PaymentTermsWire>(
        "PaymentTerms",
        [
            .choice(
                "Type", PaymentTerms.Start.allCases.map(\.rawValue),
                "What the days are counted from; AfterIssuedDate when left out.",
                parse: { sent in
                    PaymentTerms.Start.allCases.first { $0.rawValue.lowercased() == sent.lowercased() }
                },
                get: { $0.terms.start.rawValue }, set: { $0.terms.start = $1 }
            ).neverNull(),
            .integer(
                "Days", in: 0...PaymentTerms.daysMax, "How many; 0 when left out.", get: { $0.terms.days },
                set: { $0.terms.days = $1 }
            ).example("14"),
        ])
}
