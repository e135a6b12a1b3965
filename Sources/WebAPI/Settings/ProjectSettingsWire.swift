import Bookkeeping
import WebCore

/// How projects are used, as `/settings/project` answers and takes it. What is left out keeps its value.
struct ProjectSettingsWire: WireTable {
    private var settings = ProjectSettings()
    private(set) var sent = SettingsChange<ProjectSettings>()

    init() {}

    init(_ settings: ProjectSettings) {
        self.settings = settings
    }

    static let shape = WireShape<ProjectSettingsWire>("ProjectSettings", use + lines + words)

    private static let use: [WireField<ProjectSettingsWire>] = [
        label("ProjectText", "What a project is called.", \.text),
        flag("IsEnabled", "Screens show projects; the calls take them in any case.", \.isEnabled),
        flag("ProjectPrint", "Papers name the project.", \.isOnPapers),
    ]

    private static let lines: [WireField<ProjectSettingsWire>] = [
        flag("ProjectOnPurchaseLine", "Screens ask for a project for each line.", \.isOnPurchaseLines)
            .also("ProjectOnReceiptLine"),
        flag("ProjectOnInvoiceLine", "Screens ask for a project for each line.", \.isOnInvoiceLines),
        flag("ProjectOnBankLine", "Screens ask for a project for each line.", \.isOnBankLines),
        flag("ProjectOnJournalLine", "Screens ask for a project for each line.", \.isOnJournalLines)
            .also("ProjectOnJournal"),
    ]

    private static let words: [WireField<ProjectSettingsWire>] = [
        label("ProjectStartDateName", "What its first day is called.", \.startDateName),
        label("ProjectEndDateName", "What its last day is called.", \.endDateName),
        flag("IsWorkInProgressEnabled", "Screens show WorkInProgressAmount.", \.showsWorkInProgress),
        flag("IsCustomerEnabled", "Screens let a project belong to a customer.", \.hasCustomer),
        .named(
            "OrderBy", zip(0..., ProjectSettings.Order.allCases).map { (NumberedName($1.rawValue, $0), $1) },
            "What the list is ordered by that is asked for no order; Created goes by Id.",
            get: { $0.settings.order.rawValue },
            set: { wire, order in wire.sent.add { $0.order = order } }),
        .named(
            "Order", [(NumberedName("Asc", 0), false), (NumberedName("Desc", 1), true)],
            "In which direction.",
            get: { $0.settings.isDescending ? "Desc" : "Asc" },
            set: { wire, isDescending in wire.sent.add { $0.isDescending = isDescending } }),
    ]

    private static func flag(
        _ name: String, _ meaning: String, _ path: any WritableKeyPath<ProjectSettings, Bool> & Sendable
    ) -> WireField<ProjectSettingsWire> {
        .flag(
            name, meaning, get: { $0.settings[keyPath: path] },
            set: { wire, flag in wire.sent.add { $0[keyPath: path] = flag } })
    }

    private static func label(
        _ name: String, _ meaning: String, _ path: any WritableKeyPath<ProjectSettings, String> & Sendable
    ) -> WireField<ProjectSettingsWire> {
        .label(
            name, usual: ProjectSettings()[keyPath: path], meaning, get: { $0.settings[keyPath: path] },
            set: { wire, text in wire.sent.add { $0[keyPath: path] = text } })
    }
}

extension WireField {
    /// A word shown in the place of the usual one, which an empty text brings back.
    static func label(
        _ name: String, usual: String, _ meaning: String, get: @escaping @Sendable (Owner) -> String,
        set: @escaping @Sendable (inout Owner, String) -> Void
    ) -> WireField {
        .text(
            name, max: TextKind.nameMax, "\(meaning) Sent empty it is “\(usual)” again.", get: get,
            set: { set(&$0, $1 ?? usual) }
        ).neverNull().example("\"\(usual)\"")
    }
}
