import Bookkeeping
import WebCore

extension CustomerWire {
    /// What a customer has several of, and the objects beside it.
    static let lists: [WireField<CustomerWire>] = [
        .list(
            "Addresses", "Billing addresses; the first one counts.",
            get: { $0.customer.details.addresses.map(AddressWire.init) },
            set: { $0.customer.details.addresses = $1.map(\.address) }),
        .list(
            "DeliveryAddresses", "Where goods can go.",
            get: { $0.customer.details.deliveryAddresses.map(DeliveryAddressWire.init) },
            set: { $0.customer.details.deliveryAddresses = $1.map(\.delivery) }),
        .list(
            "WithholdingTaxReferences", "References for withholding tax.",
            get: { $0.customer.details.withholdingTaxReferences.map(CustomFieldWire.init) },
            set: { $0.customer.details.withholdingTaxReferences = $1.map(\.field) }),
        .list(
            "CustomTextBoxes", "The account's own text boxes.",
            get: { $0.customer.details.textBoxes.map(CustomFieldWire.init) },
            set: { $0.customer.details.textBoxes = $1.map(\.field) }),
        .list(
            "CustomCheckBoxes", "The account's own check boxes.",
            get: { $0.customer.details.checkBoxes.map(CustomCheckBoxWire.init) },
            set: { $0.customer.details.checkBoxes = $1.map(\.box) }),
        .object(
            "PaymentTerms", "When documents fall due; null for the account's own terms.",
            get: { $0.customer.details.paymentTerms.map(PaymentTermsWire.init) },
            set: { $0.customer.details.paymentTerms = $1.terms }),
        .list(
            "Contacts", "People; one left out on a change is gone.",
            get: { $0.customer.details.contacts.map(ContactWire.init) },
            set: { $0.customer.details.contacts = $1.map(\.contact) }),
        .object(
            "Currency", "What new documents are in; null for the home currency.",
            get: { $0.customer.details.currencyCode.map(CurrencyWire.init) },
            set: { $0.customer.details.currencyCode = $1.code }),
    ]
}
