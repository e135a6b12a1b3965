import Bookkeeping
import Books
import FrontDoor
import WebCore

/// What stands behind returns and their filing, as `/settings/vat` answers and takes it; what is left out keeps its
/// value. Nothing files from here, so all that belongs to a connection is off.
struct VATFilingSettingsWire: VATSettingsPart {
    var shown: VATSettingsInFull?
    var sent = SettingsChange<VATSettings>()
    /// Who has not Full Access sees no log-in.
    private var showsLogIn = false
    private var sentNumber: String?

    init() {}

    init(_ shown: VATSettingsInFull, for caller: Caller) {
        self.shown = shown
        showsLogIn = caller.permissions.allow(.fullAccess)
    }

    mutating func check(_ problems: inout WireProblems) {
        problems.checkVATNumber(sentNumber)
    }

    static let shape = WireShape<VATFilingSettingsWire>(
        "VatFilingSettings", returns + connection + logIn + place)

    private static let returns: [WireField<VATFilingSettingsWire>] = [
        .vatRegistrationNumber { $0.sentNumber = $1 },
        .frequency,
        .flag(
            "IsVatRegistered", "True with a place of registration and a number.", get: { $0.vat.isRegistered }
        ),
        .flag("IsConnectedToMtd", "Always false.", get: { _ in false }),
        .flag(
            "IsOnlineFilingEnabled", "Kept and without effect.", get: { $0.vat.filing.isEnabled },
            set: { wire, flag in wire.sent.add { $0.filing.isEnabled = flag } }),
        .filesOutside,
        .flag("EverConnectedToMtd", "Always false.", get: { _ in false }),
        .flag("PartnerExcludedVatReportAccess", "Always false.", get: { _ in false }),
        .date(
            "VatPeriodStartDate",
            "The first day of the next period to file: the first with VAT in it; null before.",
            get: { $0.shown?.nextPeriod.map { DayForm.midnight.text($0.lowerBound) } }
        ).example(#""2026-01-01T00:00:00""#),
        .date(
            "VatPeriodEndDate", "Its last day.",
            get: { $0.shown?.nextPeriod.map { DayForm.midnight.text($0.upperBound) } }
        ).example(#""2026-03-31T00:00:00""#),
        .flag("IsFRS", "The flat rate scheme is used.", get: { $0.vat.flatRate.isOn }),
        .percentage("FRSRate", "Its rate.", get: { $0.vat.flatRate.rate }).neverNull().example("0.0000"),
    ]

    private static let connection: [WireField<VATFilingSettingsWire>] = [
        .date("AccessTokenExpiryTime", "Always null.", get: { _ in nil }),
        .flag("RefreshTokenExpired", "Always false.", get: { _ in false }),
        .flag("DisplayMtdRecommendedModal", "Always false.", get: { _ in false }),
        .flag("SignedUpForMtd", "As in /vat/settings.", get: { $0.vat.isSignedUpForMTD }),
        .flag("IsConfigured", "Registration, frequency and rate are set.", get: { $0.vat.isRegistered }),
        .flag(
            "VatCashAccountingPurchases", "Purchases are on cash accounting.",
            get: { $0.vat.isCashBasisOnPurchases }),
        .flag(
            "ExcludeECSalesListWithVatReturn", "The EC sales list does not go with the return.",
            get: { $0.vat.filing.excludesECList },
            set: { wire, flag in wire.sent.add { $0.filing.excludesECList = flag } }),
        .flag("IsHMRCServiceDown", "Always false: it is not asked.", get: { _ in false }),
    ]

    private static let logIn: [WireField<VATFilingSettingsWire>] = [
        .text(
            "HmrcUsername", "Of the old log-in; null for callers without FullAccess.",
            get: { $0.showsLogIn ? $0.vat.filing.username : nil },
            set: { wire, text in wire.sent.add { $0.filing.username = text } }),
        .secret("HmrcPassword", "Taken and not kept.", readAs: "", set: { _, _ in }).example(#""""#),
        .text(
            "HmrcBranchNumber", "Of the old log-in; null for callers without FullAccess.",
            get: { $0.showsLogIn ? $0.vat.filing.branch : nil },
            set: { wire, text in wire.sent.add { $0.filing.branch = text } }),
        .text(
            "HmrcPostCode", "Of the old log-in; null for callers without FullAccess.",
            get: { $0.showsLogIn ? $0.vat.filing.postCode : nil },
            set: { wire, text in wire.sent.add { $0.filing.postCode = text } }),
        .text(
            "HmrcVATNumber", "Of the old log-in; null for callers without FullAccess.",
            get: { $0.showsLogIn ? $0.vat.filing.number : nil },
            set: { wire, text in wire.sent.add { $0.filing.number = text } }),
    ]

    private static let place: [WireField<VATFilingSettingsWire>] = [
        .text(
            "PVABoxTextChangeFrom", "From when boxes 2, 8 and 9 are about Northern Ireland alone.",
            get: { _ in postponedAccounting }
        ).neverNull().example(#""2021-01-01T00:00:00""#),
        .registeredIn,
        .integer(
            "RegisteredState", in: 0...3,
            "0 none, 1 Great Britain, 2 Northern Ireland, 3 a member state of the EU.",
            get: { $0.shown?.state.rawValue ?? 0 }),
        .text(
            "PVAStartDate", "From when VAT on imports can be postponed.", get: { _ in postponedAccounting }
        ).neverNull().example(#""2021-01-01T00:00:00""#),
        .flag("PartnerEverConnectedToMtd", "Always false.", get: { _ in false }),
        .object(
            "VatCapability", "What can be done with returns.",
            get: { VATCapabilityWire(isRegistered: $0.vat.isRegistered) }
        ).neverNull(),
    ]

    /// - Source: `vat.md`, `GET /settings/vat`.
    private static let postponedAccounting = "2021-01-01T00:00:00"
}

/// What can be done with VAT returns here.
struct VATCapabilityWire: WireTable {
    private var isRegistered = false

    init() {}

    init(isRegistered: Bool) {
        self.isRegistered = isRegistered
    }

    static let shape = WireShape<VATCapabilityWire>(
        "VatCapability",
        [
            .flag("InformationMessage", "Always false.", get: { _ in false }),
            .flag("SubmitToHmrc", "Always false: nothing files from here.", get: { _ in false }),
            .flag("SignUpToHmrc", "Always false.", get: { _ in false }),
            .flag("OnlineFilingPopup", "Always false.", get: { _ in false }),
            .flag("MarkAsSubmitted", "With a registration.", get: { $0.isRegistered }),
            .flag("CreateVatReturn", "With a registration.", get: { $0.isRegistered }),
            .flag("VatLiabilities", "With a registration.", get: { $0.isRegistered }),
            .flag("ConnectToHmrc", "Always false.", get: { _ in false }),
            .flag("Report", "With a registration.", get: { $0.isRegistered }),
            .flag("Dashboard", "With a registration.", get: { $0.isRegistered }),
            .flag("SettingRedirect", "Always false.", get: { _ in false }),
            .object("VatError", "Always null.", get: { _ in VATErrorWire?.none }),
        ])
}

struct VATErrorWire: WireTable {
    static let shape = WireShape<VATErrorWire>(
        "VatError",
        [
            .text("Message", "What is wrong.", get: { _ in nil }),
            .text("Code", "Its code.", get: { _ in nil }),
        ])
}
