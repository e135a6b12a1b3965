import FrontDoor
import WebCore

/// What somebody sees and changes of themselves, as `/settings/profile` answers and takes it.
struct ProfileWire: WireTable {
    var profile: OwnProfile?
    var change = OwnProfileChange()

    static let shape = WireShape<ProfileWire>(
        "Profile",
        [
            .text("Username", "The name to sign in with.", get: { $0.profile?.username })
                .example(#""ines.okafor""#),
            .text(
                "Name", max: 200, "The user's name.", get: { $0.profile?.fullName },
                set: { $0.change.fullName = $1 ?? "" }
            ).example(#""Ines Okafor""#),
            .text(
                "EmailId", "The user's e-mail address, nobody else's; another one needs CurrentPassword.",
                get: { $0.profile?.email }, set: { $0.change.email = $1 ?? "" }
            ).example(#""ines@harbour.example""#),
            .text("CompanyName", "The business of this session.", get: { $0.profile?.businessName })
                .example(#""Harbour Joinery Ltd""#),
            .secret(
                "CurrentPassword", "The present password, only for another e-mail address.",
                set: { $0.change.present = $1.isEmpty ? nil : SentSecret($1, "CurrentPassword") }
            ).example(#""six-brass-lanterns""#),
        ])

    init() {}

    init(_ profile: OwnProfile) {
        self.profile = profile
    }
}
