import Bookkeeping
import WebCore

extension CustomerWire {
    /// Members that only the older documentation has, each a copy of a newer one.
    static let olderNames: [WireField<CustomerWire>] = [
        .text("Email", "E-mail address of the main contact.", get: { $0.main?.email }),
        .text("TelephoneNumber", "Telephone number of the main contact.", get: { $0.main?.telephone }),
        .text("MobileNumber", "Mobile number of the main contact.", get: { $0.main?.mobile }),
        .text("FaxNumber", "Fax number of the main contact.", get: { $0.main?.fax }),
        .text("Website", "Address on the web of the main contact.", get: { $0.main?.website }),
        .isRegisteredInEC,
        .flag(
            "IsRegisteredOutsideEC",
            "Whether TradeBorderType is Rest of World; read where that was not sent.",
            get: { $0.customer.details.tradeBorder == .restOfWorld },
            set: { $0.isRegisteredOutsideEC($1) }
        ).older(than: "TradeBorderType"),
        .flag(
            "ApplyWHT", "ApplyWithholdingTax; read where that was not sent.",
            get: { $0.customer.details.appliesWithholdingTax },
            set: { $0.customer.details.appliesWithholdingTax = $1 }
        ).older(than: "ApplyWithholdingTax"),
        .percentage(
            "WHTRate", "WithholdingTaxRate; read where that was not sent.",
            get: { $0.customer.details.withholdingTaxRate },
            set: { $0.customer.details.withholdingTaxRate = $1 }
        ).older(than: "WithholdingTaxRate"),
        .list(
            "WHTReferences", "WithholdingTaxReferences; read where that was not sent.",
            get: { $0.customer.details.withholdingTaxReferences.map(CustomFieldWire.init) },
            set: { $0.customer.details.withholdingTaxReferences = $1.map(\.field) }
        ).older(than: "WithholdingTaxReferences"),
        .text("Key", max: 36, "CustomerKey.", get: { $0.customer.key }).neverNull()
            .example(#""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
    ]

    /// Members that are only sent.
    static let switches: [WireField<CustomerWire>] = [
        .flag(
            "CreateCustomerCodeIfDuplicate", "A code that is taken is replaced by a new one, not refused.",
            get: nil, set: { $0.sent.makesCodeOnClash = $1 }),
        .flag(
            "CreateCustomerNameIfEmptyOrNull",
            "A name that is left out is made from the contact or the code.",
            get: nil, set: { $0.sent.makesNameWhenEmpty = $1 }),
    ]

    private var main: Contact? { customer.details.mainContact }

    /// In whichever order the two flags come, the EU wins.
    private mutating func isRegisteredOutsideEC(_ isSet: Bool) {
        guard isSet, customer.details.tradeBorder != .europeanUnion else { return }
        customer.details.tradeBorder = .restOfWorld
    }
}
