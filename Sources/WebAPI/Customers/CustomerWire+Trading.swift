import Bookkeeping
import WebCore

extension CustomerWire {
    /// How the customer trades, is taxed and is lent to.
    static let trading: [WireField<CustomerWire>] = [
        .optionalInteger(
            "DefaultNominalCode", "The nominal that new lines begin with.",
            get: { $0.customer.details.defaultNominalCode },
            set: { $0.customer.details.defaultNominalCode = $1 }
        ).example("4000"),
        .flag(
            "IsArchived", "Whether lists may leave the customer out.",
            get: { $0.customer.details.isArchived },
            set: { $0.customer.details.isArchived = $1 }),
        .text(
            "VATNumber", "As the customer gives it.", get: { $0.customer.details.vatNumber },
            set: { $0.customer.details.vatNumber = $1 }
        ).example(#""GB123456789""#),
        .choice(
            "TradeBorderType", TradeBorderType.allCases.map(\.rawValue),
            "On which side of which border the customer is; Domestic when left out.",
            parse: { TradeBorderType(wireName: $0) }, get: { $0.customer.details.tradeBorder.rawValue },
            set: { $0.customer.details.tradeBorder = $1 }
        ).neverNull(),
        .flag(
            "IsCISReverseCharge", "Whether the construction industry's reverse charge holds.",
            get: { $0.customer.details.isCISReverseCharge },
            set: { $0.customer.details.isCISReverseCharge = $1 }),
        .flag(
            "ApplyWithholdingTax", "Whether the customer withholds tax.",
            get: { $0.customer.details.appliesWithholdingTax },
            set: { $0.customer.details.appliesWithholdingTax = $1 }),
        .text("CustomerKey", max: 36, "The GUID in links to papers.", get: { $0.customer.key }).neverNull()
            .example(#""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
        .flag(
            "EnableCreditLimit", "Whether CreditLimit counts.", get: { $0.customer.details.hasCreditLimit },
            set: { $0.customer.details.hasCreditLimit = $1 }),
        .optionalAmount(
            "CreditLimit", "How much may be owed, in home currency; not negative.",
            get: { $0.customer.details.creditLimit }, set: { $0.customer.details.creditLimit = $1 }
        ).example("2500.0000"),
        .flag("MarkedAsStale", "Always false: totals are never stale.", get: { _ in false }),
    ]
}
