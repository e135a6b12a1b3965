import Bookkeeping
import Books
import WebCore

/// How the business deals with VAT, as `/vat/settings` answers and takes it. What is left out keeps its value.
struct VATSettingsWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()
    /// Of the nominal for what the flat rate scheme keeps or loses, which the book looks up.
    private(set) var sentFlatRateCode: Int64?
    private var sentNumber: String?

    init() {}

    mutating func check(_ problems: inout WireProblems) {
        problems.checkVATNumber(sentNumber)
    }

    static let shape = WireShape<VATSettingsWire>("VatSettings", registration + lines + parts)

    private static let registration: [WireField<VATSettingsWire>] = [
        .vatRegistrationNumber { $0.sentNumber = $1 },
        .text(
            "VatThresholdStatus", choices: ["NotReached", "Reached"],
            "Reached when what was sold in the last twelve months passes £90,000, from which a business has to register.",
            get: { $0.shown?.hasReachedThreshold == true ? "Reached" : "NotReached" }
        ).neverNull(),
        .registeredIn,
        .text(
            "RegisteredState", choices: VATRegistration.State.allCases.map(\.name), "Whose rules hold.",
            get: { $0.shown?.state.name }
        ).neverNull(),
        .text("VatName", "What the tax is called on papers.", get: { _ in "VAT" }).neverNull()
            .example(#""VAT""#),
    ]

    private static let lines: [WireField<VATSettingsWire>] = [
        .percentage(
            "VatRate", "The rate of new lines; one of the account's.", get: { $0.vat.defaultRate },
            set: { wire, rate in wire.sent.add { $0.defaultRate = rate } }
        ).neverNull().example("20.0000"),
        .flag(
            "VatOnOverview", "Shows what is owed on the dashboard.", get: { $0.vat.isOnOverview },
            set: { wire, flag in wire.sent.add { $0.isOnOverview = flag } }
        ).example("true"),
        .flag(
            "CalculateTaxOnIndividualUnitPrice",
            "VAT is worked out on one unit and multiplied by the quantity; else on the amount of the line.",
            get: { $0.vat.calculatesPerUnit },
            set: { wire, flag in wire.sent.add { $0.calculatesPerUnit = flag } }),
        .flag(
            "VatConfigured", "Registration, frequency and rate are set.", get: { $0.vat.isRegistered }),
        .flag(
            "DefineProds",
            "Each nominal says whether it is goods and stands in the EC sales list; else all do.",
            get: { $0.vat.definesProducts },
            set: { wire, flag in wire.sent.add { $0.definesProducts = flag } }),
        .flag(
            "IsVatRegistered", "True with a place of registration and a number; else documents carry no VAT.",
            get: { $0.vat.isRegistered }),
        .flag(
            "EverConnectedToMTD", "Always false: nothing is connected for digital filing.",
            get: { _ in false }),
        .flag(
            "SignedUpForMtd", "Kept.", get: { $0.vat.isSignedUpForMTD },
            set: { wire, flag in wire.sent.add { $0.isSignedUpForMTD = flag } }),
        .flag("IsPartnerConnectedToMtd", "Always false.", get: { _ in false }),
        .flag("RemoveVATECMentions", "Always false.", get: { _ in false }),
        .filesOutside,
        .flag("PartnerEverConnectedToMtd", "Always false.", get: { _ in false }),
    ]

    private static let parts: [WireField<VATSettingsWire>] = [
        .part("VatFrequency", VATFrequencyWire.self, "How often returns are due."),
        .part("OnlineFiling", VATFilingWire.self, "The old log-in for filing; kept but for the password."),
        .part("LockTransactionAfterVat", VATLockWire.self, "Whether what is on a filed return can change."),
        .part(
            "CashAccounting", VATCashWire.self,
            "VAT is due when money moves; for documents made from then on."),
        .object(
            "FlatRateScheme", "VAT as a share of all that is sold.", get: { VATFlatRateWire($0.shown) },
            set: { wire, part in
                wire.sent.add(part.sent)
                wire.sentFlatRateCode = part.sentCode
            }
        ).neverNull(),
        .part("MOSSSettings", VATMOSSWire.self, "Digital services sold to consumers in the EU."),
    ]
}

/// A table of VAT settings: what is answered, and what was sent.
protocol VATSettingsPart: WireTable {
    var shown: VATSettingsInFull? { get set }
    var sent: SettingsChange<VATSettings> { get set }
}

extension VATSettingsPart {
    init(_ shown: VATSettingsInFull?) {
        self.init()
        self.shown = shown
    }

    var vat: VATSettings { shown?.settings ?? VATSettings() }
}

extension WireField where Owner: VATSettingsPart {
    /// A part of the settings; what is left out within it keeps its value.
    fileprivate static func part<Part: VATSettingsPart>(
        _ name: String, _: Part.Type, _ meaning: String
    ) -> WireField {
        .object(name, meaning, get: { Part($0.shown) }, set: { $0.sent.add($1.sent) }).neverNull()
    }

    static func vatRegistrationNumber(
        note: @escaping @Sendable (inout Owner, String?) -> Void
    ) -> WireField {
        .text(
            "VatRegistrationNumber",
            "Kept without blanks; empty for none, which a registered company can't have.",
            get: { $0.vat.registration.number ?? "" },
            set: { wire, number in
                note(&wire, number)
                wire.sent.add { $0.registration.number = number }
            }
        ).neverNull().example(#""GB123456789""#)
    }

    static var registeredIn: WireField {
        .named(
            "RegisteredIn",
            zip(0..., VATRegistration.Place.allCases).map { (NumberedName($1.rawValue, $0), $1) },
            "Where the company is registered for VAT; UK is with Northern Ireland, EU a member state.",
            get: { $0.vat.registration.place.rawValue },
            set: { wire, place in wire.sent.add { $0.registration.place = place } })
    }

    static var filesOutside: WireField {
        .flag(
            "EnableOutsideSubmission", "Returns are filed with other software.", get: { $0.vat.filesOutside },
            set: { wire, flag in wire.sent.add { $0.filesOutside = flag } })
    }

    static var frequency: WireField {
        .named(
            "Frequency", VATSettings.Frequency.allCases.map { (NumberedName($0.name, $0.rawValue), $0) },
            "How often returns are due.", get: { $0.vat.frequency.name },
            set: { wire, frequency in wire.sent.add { $0.frequency = frequency } })
    }
}

extension WireProblems {
    /// Notes a registration number that can't be one, before the books are asked.
    mutating func checkVATNumber(_ sent: String?) {
        guard let sent else { return }
        addRefusals { () throws(BookkeepingError) in
            try VATRegistration.checkedNumber(sent, field: "VatRegistrationNumber")
        }
    }
}

extension VATRegistration.State {
    fileprivate var name: String {
        switch self {
        case .none: "None"
        case .greatBritain: "GreatBritain"
        case .northernIreland: "NorthernIreland"
        case .memberOfEU: "EUState"
        }
    }
}
