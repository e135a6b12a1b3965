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
        .withholdingTaxReferences,
        .list(
            "CustomTextBoxes", "The account's own text boxes.",
            get: { $0.customer.details.textBoxes.map(CustomFieldWire.init) },
            set: { $0.customer.details.textBoxes = $1.map(\.field) }),
        .list(
            "CustomCheckBoxes", "The account's own check boxes.",
            get: { $0.customer.details.checkBoxes.map(CustomCheckBoxWire.init) },
            set: { $0.customer.details.checkBoxes = $1.map(\.box) }),
        .paymentTerms,
        .contacts,
        .currency,
    ]
}
