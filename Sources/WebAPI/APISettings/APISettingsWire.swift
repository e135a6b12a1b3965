import FrontDoor
import WebCore

/// How a business may be called, as `/settings/api` answers and takes it. What is left out keeps its value.
struct APISettingsWire: WireTable {
    private var settings = APISettings()
    private var showsKey = false
    /// What was sent.
    private(set) var change = APISettingsChange()

    init() {}

    /// - Parameter caller: only who has Full Access sees the key.
    init(_ settings: APISettings, for caller: Caller) {
        self.settings = settings
        showsKey = caller.permissions.allow(.fullAccess)
    }

    static let shape = WireShape<APISettingsWire>(
        "APISettings",
        [
            .flag(
                "APIEnabled", "The vendor's older interface; kept and without effect.",
                get: { $0.settings.soapEnabled }, set: { $0.change.soapEnabled = $1 }),
            .flag(
                "RESTAPIEnabled", "This interface; kept, and false turns nobody away.",
                get: { $0.settings.restEnabled }, set: { $0.change.restEnabled = $1 }
            ).example("true"),
            .flag(
                "AutoAuthEnabled", "Automatic log-in by key; kept and without effect.",
                get: { $0.settings.autoAuthEnabled }, set: { $0.change.autoAuthEnabled = $1 }),
            .text(
                "AutoAuthKey", max: 36,
                "As PUT /settings/api-autoauthkey made it; empty before, and for callers without FullAccess.",
                get: { $0.showsKey ? $0.settings.autoAuthKey ?? "" : "" }
            ).neverNull().example(#""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
            .flag(
                "AccessToSpecificIPAddressesOnly",
                "Whether only the addresses of /api/settings/ipaddress may call.",
                get: { $0.settings.listedAddressesOnly }, set: { $0.change.listedAddressesOnly = $1 }),
            // The password of an interface that isn't here: taken, since clients send it back, and kept nowhere.
            .flag(
                "UseSeparateSOAPAPIPassword", "Of the older interface; taken and not kept.",
                get: { _ in false }, set: { _, _ in }),
            .secret("Password", "Of the older interface; taken and not kept.", readAs: "", set: { _, _ in })
                .example(#""""#),
            .flag(
                "PasswordChanged", "Of the older interface; taken and not kept.", get: { _ in false },
                set: { _, _ in }),
            .flag(
                "EnableRemoteLogin", "Log-in from other sites by form; kept and without effect.",
                get: { $0.settings.remoteLogin }, set: { $0.change.remoteLogin = $1 }),
        ])
}
