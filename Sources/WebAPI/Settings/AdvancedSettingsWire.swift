import Bookkeeping
import Books
import WebCore

/// The lock of the books and what stands with it, as `/settings/advanced` answers and takes it. What is left out keeps
/// its value; what has another path is read-only here.
struct AdvancedSettingsWire: WireTable {
    private var shown: AdvancedInFull?
    private var business: Int64 = 0
    private(set) var sent = SettingsChange<AdvancedSettings>()

    init() {}

    init(_ shown: AdvancedInFull, business: Int64) {
        self.shown = shown
        self.business = business
    }

    private var settings: AdvancedSettings { shown?.settings ?? AdvancedSettings() }

    static let shape = WireShape<AdvancedSettingsWire>("AdvancedSettings", lock + lines + screens)

    private static let lock: [WireField<AdvancedSettingsWire>] = [
        .integer("UserId", in: Bounds.id, "The id of the business.", get: { $0.business }).example("1"),
        .flag(
            "TransactionLock", "Whether the books are locked up to TransactionLockDate.",
            get: { $0.settings.lock.isOn }, set: { wire, flag in wire.sent.add { $0.lock.isOn = flag } }),
        .day(
            "TransactionLockDate",
            "Nothing dated on or before it can be made, changed or deleted while TransactionLock is true.",
            get: { $0.settings.lock.until }, set: { wire, day in wire.sent.add { $0.lock.until = day } }
        ).neverNull().example(#""2026-03-31 12:00:00""#),
        .flag(
            "AutomaticCreditControlEnabled", "Kept: reminder letters go out by themselves.",
            get: { $0.settings.sendsReminders },
            set: { wire, flag in wire.sent.add { $0.sendsReminders = flag } }),
        .flag(
            "ApplyManualDiscount",
            "A customer's DiscountRate goes on new invoices only when it is asked for.",
            get: { $0.settings.appliesManualDiscount },
            set: { wire, flag in wire.sent.add { $0.appliesManualDiscount = flag } }),
    ]

    private static let lines: [WireField<AdvancedSettingsWire>] = [
        .integer(
            "DefaultNominalCode", in: 0...Int64.max, "The sales code of lines that name none.",
            get: { $0.shown?.salesCode ?? 0 }
        ).example("4000"),
        .percentage("DefaultVATRate", "VatRate of /vat/settings.", get: { $0.shown?.vat.defaultRate })
            .neverNull()
            .example("20.0000"),
        .integer(
            "AutoCalculateVAT", in: 0...1,
            "1: VAT on one unit, times the quantity; CalculateTaxOnIndividualUnitPrice of /vat/settings.",
            get: { $0.shown?.vat.calculatesPerUnit == true ? 1 : 0 }
        ).example("0"),
        .text("VATText", "What the tax is called.", get: { _ in "VAT" }).neverNull().example(#""VAT""#),
        .flag(
            "VATRegistered", "As among the company's details.", get: { $0.shown?.vat.isRegistered ?? false }),
        .text("DateFormat", "As among the company's details.", get: { $0.shown?.company.dateOrder.rawValue })
            .neverNull().example(#""dd/MM/yyyy""#),
    ]

    private static let screens: [WireField<AdvancedSettingsWire>] = [
        .flag(
            "JournalEnabled", "Screens show journals.", get: { $0.settings.showsJournals },
            set: { wire, flag in wire.sent.add { $0.showsJournals = flag } }
        ).example("true"),
        .flag(
            "ProjectsEnabled", "IsEnabled of /settings/project.",
            get: { $0.shown?.projects.isEnabled ?? true }
        ).example("true"),
        .text("QuoteText", "QuoteName of /settings/quote.", get: { $0.shown?.quotes.name }).neverNull()
            .example(#""Quotes""#),
        .flag(
            "ShowQuoteTotal", "QuoteShowTotalInList of /settings/quote.",
            get: { $0.shown?.quotes.showsTotalInList ?? true }
        ).example("true"),
        .flag(
            "PDFInNewWindow", "For the screens; kept.", get: { $0.settings.opensPapersInNewWindow },
            set: { wire, flag in wire.sent.add { $0.opensPapersInNewWindow = flag } }),
        .flag(
            "ViaPostEnabled", "For the screens; kept.", get: { $0.settings.offersPostalService },
            set: { wire, flag in wire.sent.add { $0.offersPostalService = flag } }),
        .object("DropboxSettings", "Always null.", get: { _ in EmptyWire?.none }),
    ]
}
