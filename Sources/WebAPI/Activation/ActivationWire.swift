import FrontDoor
import WebCore

/// `GET /users/activation/{guid}`: whose link it is.
struct ActivationLinkWire: WireTable {
    var facts: ActivationLinkFacts?

    static let shape = WireShape<ActivationLinkWire>(
        "ActivationLink",
        [
            .text("Username", "The name to sign in with.", get: { $0.facts?.username })
                .example(#""ines.okafor""#),
            .text("FullName", "The user's name.", get: { $0.facts?.fullName }).example(#""Ines Okafor""#),
            .text("Email", "The user's e-mail address.", get: { $0.facts?.email })
                .example(#""ines@harbour.example""#),
            .text("CompanyName", "The business that made the user.", get: { $0.facts?.businessName })
                .example(#""Harbour Joinery Ltd""#),
        ])
}

/// `PUT /users/activation/{guid}/credential`: what a new user chose.
struct ActivationWire: WireTable {
    var temporary: String?
    var password = ""
    var confirmedPassword = ""
    var word = ""
    var confirmedWord = ""

    static let shape = WireShape<ActivationWire>(
        "ActivationCredential",
        [
            .secret(
                "Password", "The temporary password, only where one was set.",
                set: { $0.temporary = $1.isEmpty ? nil : $1 }
            ).example(#""six-brass-lanterns""#),
            .secret("NewPassword", "15 to 128 characters.", set: { $0.password = $1 })
                .required().example(#""seven-tin-lanterns""#),
            .secret("ConfirmPassword", "The same again.", set: { $0.confirmedPassword = $1 })
                .required().example(#""seven-tin-lanterns""#),
            .secret("MemorableWord", "8 to 20 letters and digits.", set: { $0.word = $1 })
                .required().example(#""drift7wood""#),
            .secret("ConfirmMemorableWord", "The same again.", set: { $0.confirmedWord = $1 })
                .required().example(#""drift7wood""#),
        ])

    var activation: Activation {
        Activation(
            present: temporary.map { SentSecret($0, "Password") },
            password: ChosenSecret(
                SentSecret(password, "NewPassword"),
                repeated: SentSecret(confirmedPassword, "ConfirmPassword")),
            word: ChosenSecret(
                SentSecret(word, "MemorableWord"),
                repeated: SentSecret(confirmedWord, "ConfirmMemorableWord")))
    }
}
