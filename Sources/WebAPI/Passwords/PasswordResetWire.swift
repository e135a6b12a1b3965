import FrontDoor
import WebCore

/// `POST /password`: who asks for a reset letter.
struct ResetRequestWire: WireTable {
    var username = ""
    var email = ""
    var withWord = false

    static let shape = WireShape<ResetRequestWire>(
        "PasswordResetRequest",
        [
            .secret("UserName", "The name to sign in with.", set: { $0.username = $1 })
                .required().example(#""ines.okafor""#),
            .secret(
                "Email", "The user's e-mail address; both have to be of the same user.",
                set: { $0.email = $1 }
            ).required().example(#""ines@harbour.example""#),
            .flag(
                "ResetMemorableWord", "Whether the memorable word is forgotten too.", get: nil,
                set: { $0.withWord = $1 }),
        ])
}

/// `GET /password/{resetToken}`: whose link it is.
struct ResetLinkWire: WireTable {
    var link: ResetLink?
    var token = ""

    static let shape = WireShape<ResetLinkWire>(
        "PasswordResetLink",
        [
            .text("UserName", "The name to sign in with.", get: { $0.link?.username })
                .example(#""ines.okafor""#),
            .text("Email", "The user's e-mail address.", get: { $0.link?.email })
                .example(#""ines@harbour.example""#),
            .text("TokenKey", "The link's secret, to be sent back.", get: { $0.token })
                .example(#""9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817""#),
            .flag(
                "ResetMemorableWord", "Whether a memorable word has to be chosen too.",
                get: { $0.link?.withWord ?? false }),
        ])
}

/// `PUT /password/{resetToken}`: what somebody chose.
struct PasswordResetWire: WireTable {
    var username = ""
    var email = ""
    var token: String?
    var password = ""
    var word: String?

    static let shape = WireShape<PasswordResetWire>(
        "PasswordReset",
        [
            .secret("UserName", "The link's user name.", set: { $0.username = $1 })
                .required().example(#""ines.okafor""#),
            .secret("Email", "The link's e-mail address.", set: { $0.email = $1 })
                .required().example(#""ines@harbour.example""#),
            .secret(
                "TokenKey", "The link's secret again; may be left out.",
                set: { $0.token = $1.isEmpty ? nil : $1 }
            ).example(#""9b0c7a4e-31d2-44b0-9f57-0d3a6c5be817""#),
            .secret("Password", "The new password, 15 to 128 characters.", set: { $0.password = $1 })
                .required().example(#""seven-tin-lanterns""#),
            .secret(
                "MemorableWord",
                "The new memorable word, 8 to 20 letters and digits: where ResetMemorableWord was said.",
                set: { $0.word = $1.isEmpty ? nil : $1 }
            ).example(#""drift7wood""#),
        ])

    var reset: PasswordReset {
        PasswordReset(
            username: username, email: email, token: token,
            password: ChosenSecret(SentSecret(password, "Password")),
            word: word.map { ChosenSecret(SentSecret($0, "MemorableWord")) })
    }
}
