import Bookkeeping
import WebCore

/// When the documents of a customer or supplier fall due.
struct PaymentTermsWire: TermsHolder {
    var terms = PaymentTerms(days: 0, after: .issuedDate)

    static let shape = WireShape<PaymentTermsWire>(
        "PaymentTerms", [.start("What the days are counted from; AfterIssuedDate when left out."), .days])
}

/// The account's own terms; both members are needed when they are sent.
struct CompanyTermsWire: TermsHolder {
    var terms = PaymentTerms(days: 0, after: .issuedDate)

    static let shape = WireShape<CompanyTermsWire>(
        "CompanyPaymentTerms", [.start("What the days are counted from.").required(), .days])
}

/// A table with the members of payment terms.
protocol TermsHolder: WireTable {
    var terms: PaymentTerms { get set }
}

extension TermsHolder {
    init(_ terms: PaymentTerms) {
        self.init()
        self.terms = terms
    }
}

extension WireField where Owner: TermsHolder {
    fileprivate static func start(_ meaning: String) -> WireField {
        .choice(
            "Type", PaymentTerms.Start.allCases.map(\.rawValue), meaning,
            parse: { sent in
                PaymentTerms.Start.allCases.first { $0.rawValue.lowercased() == sent.lowercased() }
            },
            get: { $0.terms.start.rawValue }, set: { $0.terms.start = $1 }
        ).neverNull()
    }

    /// Required, since terms of no days make documents due at once.
    fileprivate static var days: WireField {
        .integer(
            "Days", in: 0...PaymentTerms.daysMax, "How many.", get: { $0.terms.days },
            set: { $0.terms.days = $1 }
        ).required().example("14")
    }
}
