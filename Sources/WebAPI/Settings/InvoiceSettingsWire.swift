import Bookkeeping
import WebCore

/// The words on invoices and what lists show, as `/settings/invoice` answers and takes it. What is left out keeps its
/// value.
struct InvoiceSettingsWire: WireTable {
    private var settings = InvoiceSettings()
    private(set) var sent = SettingsChange<InvoiceSettings>()

    init() {}

    init(_ settings: InvoiceSettings) {
        self.settings = settings
    }

    static let shape = WireShape<InvoiceSettingsWire>("InvoiceSettings", labels + flags)

    private static let labels: [WireField<InvoiceSettingsWire>] = InvoiceLabel.allCases.map { label in
        .label(
            label.rawValue, usual: label.usual, "On papers.", get: { $0.settings[label] },
            set: { wire, text in wire.sent.add { $0[label] = text } })
    }

    private static let flags: [WireField<InvoiceSettingsWire>] = [
        .flag(
            "IsEmailSentIconIncluded", "Lists show which invoices were mailed.",
            get: { $0.settings.showsMailed },
            set: { wire, flag in wire.sent.add { $0.showsMailed = flag } }
        ).example("true"),
        .flag(
            "IsInvoiceCustomerReferenceShownOnList", "Lists show the customer's reference.",
            get: { $0.settings.showsReferenceInList },
            set: { wire, flag in wire.sent.add { $0.showsReferenceInList = flag } }),
        .flag(
            "IsQuantityFieldRemoved", "Papers leave the quantity out; amounts still use it.",
            get: { $0.settings.leavesQuantityOut },
            set: { wire, flag in wire.sent.add { $0.leavesQuantityOut = flag } }),
    ]
}
