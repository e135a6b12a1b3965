import Bookkeeping
import FrontDoor
import WebCore

/// A user as `/users/{number}` answers and takes it.
struct UserWire: WireTable {
    /// What is answered; what is sent goes into the draft.
    var user: BusinessUser?
    var draft = UserDraft()

    init() {}

    init(_ user: BusinessUser) {
        self.user = user
    }

    static let shape = WireShape<UserWire>("User", person + state)

    private static let person: [WireField<UserWire>] = [
        .integer(
            "Number",
            "The key in paths, from 1 and never given twice; the owner is 1. Ignored in a new user.",
            get: { $0.user?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("3"),
        .text(
            "FullName", max: TextKind.nameMax, "First, middle and last name; required.",
            get: { $0.user?.fullName }, set: { $0.draft.fullName = $1 }
        ).neverNull().example(#""Ines Okafor""#),
        .text(
            "Username", max: 100,
            "The name to sign in with, unique in the whole installation. Required in a new user, ignored later.",
            get: { $0.user?.username }, set: { $0.draft.username = $1 }
        ).neverNull().example(#""ines.okafor""#),
        .text(
            "Email",
            "Where letters go; required in a new user. Null too for a user who is not at home in this business.",
            get: { $0.user?.email }, set: { $0.draft.email = $1 }
        ).example(#""ines@harbour.example""#),
        .integer(
            "RoleId", "Number of the role, as GET /roles has it; required.", get: { $0.user?.role ?? 0 },
            set: { $0.draft.role = $1 }
        ).example("5"),
        .integer(
            "RoleNumber", "Older name of RoleId.", get: { $0.user?.role ?? 0 }, set: { $0.draft.role = $1 }
        ).older(than: "RoleId").example("5"),
        .text("RoleName", max: TextKind.nameMax, "Name of the role.", get: { $0.user?.roleName }).neverNull()
            .example(#""Sales""#),
        .secret(
            "Password",
            "Only with MemorableWord: a new user can then sign in at once. Has to be changed at the next sign-in.",
            set: { $0.draft.password = $1.isEmpty ? nil : $1 }
        ).example(#""four-quiet-harbours""#),
        .secret(
            "MemorableWord", "Of 8 to 20 letters and digits; only with Password.",
            set: { $0.draft.memorableWord = $1.isEmpty ? nil : $1 }
        ).example(#""tide7winder""#),
    ]

    private static let state: [WireField<UserWire>] = [
        .flag(
            "UserAccountDisabled", "Whether the user is kept out of this business.",
            get: { $0.user?.disabled ?? false }, set: { $0.draft.disabled = $1 }),
        .flag(
            "IsLockedOut", "Whether failed sign-ins lock or pause the user; false lifts it, true is ignored.",
            get: { $0.user?.locked ?? false }, set: { if !$1 { $0.draft.unlocks = true } }),
        .integer(
            "Status", in: 1...4, "1 None, 2 Active, 3 Pending, 4 Disabled.", get: { status($0.user).number }
        ).example("2"),
        .text(
            "StatusCode", choices: ["None", "Active", "Pending", "Disabled"], "The name of Status.",
            get: { status($0.user).code }
        ).neverNull().example(#""Active""#),
        .integer(
            "FailedLoginAttemptsCount", "Failed sign-ins in a row.", get: { Int64($0.user?.failures ?? 0) }
        ).example("0"),
        .integer(
            "NoOfLogins", "Sessions open now in this business.", get: { Int64($0.user?.sessions ?? 0) }
        ).example("1"),
        .text(
            "LastLogin", "The day of the last sign-in to this business, or Never.",
            get: { lastLogIn($0.user) }
        ).neverNull().example(#""2026-03-09 12:00:00""#),
    ]

    private static func status(_ user: BusinessUser?) -> (number: Int64, code: String) {
        switch user?.state {
        case nil: (1, "None")
        case .active: (2, "Active")
        case .pending: (3, "Pending")
        case .disabled: (4, "Disabled")
        }
    }

    private static func lastLogIn(_ user: BusinessUser?) -> String {
        guard let at = user?.lastLogInAt else { return "Never" }
        return CalendarDate(inUKAtMilliseconds: at.milliseconds).wireText
    }
}
