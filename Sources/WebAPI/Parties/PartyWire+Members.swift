import Bookkeeping
import WebCore

/// The members that customers and suppliers have alike. Each table puts them where the documentation has them.
extension WireField where Owner: PartyWire {
    static var contacts: WireField {
        .list(
            "Contacts", "People; one left out on a change is gone.",
            get: { $0.details.contacts.map(ContactWire.init) },
            set: { $0.details.contacts = $1.map(\.contact) })
    }

    static var currency: WireField {
        .object(
            "Currency", "What new documents are in; null for the home currency.",
            get: { $0.currency.map(CurrencyWire.init) },
            set: {
                $0.details.currencyCode = $1.code
                $0.sent.exchangeRate = $1.rate
            })
    }

    static var paymentTerms: WireField {
        .object(
            "PaymentTerms", emptyIsNull: true,
            "When documents fall due; null, or sent as {}, for the account's own terms.",
            get: { $0.details.paymentTerms.map(PaymentTermsWire.init) },
            set: { $0.details.paymentTerms = $1.terms })
    }

    static var defaultNominalCode: WireField {
        .optionalInteger(
            "DefaultNominalCode", "The nominal that new lines begin with.",
            get: { $0.details.defaultNominalCode }, set: { $0.details.defaultNominalCode = $1 })
    }

    static var tradeBorder: WireField {
        .choice(
            "TradeBorderType", TradeBorderType.allCases.map(\.rawValue),
            "On which side of which border the \(party) is; Domestic when left out.",
            parse: { TradeBorderType(wireName: $0) }, get: { $0.details.tradeBorder.rawValue },
            set: { $0.details.tradeBorder = $1 }
        ).neverNull()
    }

    static var isRegisteredInEC: WireField {
        .flag(
            "IsRegisteredInEC", "Whether TradeBorderType is EU; read where that was not sent.",
            get: { $0.details.tradeBorder == .europeanUnion },
            set: { if $1 { $0.details.tradeBorder = .europeanUnion } }
        ).older(than: "TradeBorderType")
    }

    static var isCISReverseCharge: WireField {
        .flag(
            "IsCISReverseCharge", "Whether the construction industry's reverse charge holds.",
            get: { $0.details.isCISReverseCharge }, set: { $0.details.isCISReverseCharge = $1 })
    }

    static func appliesWithholdingTax(_ meaning: String) -> WireField {
        .flag(
            "ApplyWithholdingTax", meaning,
            get: { $0.details.appliesWithholdingTax }, set: { $0.details.appliesWithholdingTax = $1 })
    }

    static var withholdingTaxReferences: WireField {
        .list(
            "WithholdingTaxReferences", "References for withholding tax, as the unique taxpayer reference.",
            get: { $0.details.withholdingTaxReferences.map(CustomFieldWire.init) },
            set: { $0.details.withholdingTaxReferences = $1.map(\.field) })
    }

    static var uniqueEntityNumber: WireField {
        .text(
            "UniqueEntityNumber", "Number in the register of companies.",
            get: { $0.details.uniqueEntityNumber }, set: { $0.details.uniqueEntityNumber = $1 }
        ).example(#""01234567""#)
    }

    static var note: WireField {
        .text(
            "Note", max: TextKind.linesMax, kind: .lines, "Free text.",
            get: { $0.details.note }, set: { $0.details.note = $1 })
    }

    static var isArchived: WireField {
        .flag(
            "IsArchived", "Whether lists may leave the \(party) out.",
            get: { $0.details.isArchived }, set: { $0.details.isArchived = $1 })
    }

    private static var party: String { Owner.Details.party.rawValue }
}
