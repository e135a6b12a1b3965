import Bookkeeping
import WebCore

extension CustomerWire {
    /// How the customer trades, is taxed and is lent to.
    static let trading: [WireField<CustomerWire>] = [
        .defaultNominalCode.example("4000"),
        .isArchived,
        .text(
            "VATNumber", "As the customer gives it.", get: { $0.customer.details.vatNumber },
            set: { $0.customer.details.vatNumber = $1 }
        ).example(#""GB123456789""#),
        .tradeBorder,
        .isCISReverseCharge,
        .appliesWithholdingTax("Whether the customer withholds tax."),
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
