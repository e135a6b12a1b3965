import WebCore

/// Step 1 of signing in, as `POST /sessiontoken` takes it.
struct CredentialsWire: WireTable {
    var username = ""
    var password = ""

    static let shape = WireShape<CredentialsWire>(
        "Credentials",
        [
            .secret("UserName", "The name to sign in with.", set: { $0.username = $1 })
                .required().example(#""harbour.admin""#),
            .secret("Password", "As it was set; case and spaces count.", set: { $0.password = $1 })
                .required().example(#""six-brass-lanterns""#),
        ])
}

/// One asked letter of the memorable word.
struct LetterWire: WireTable {
    var position: Int64 = 0
    var value = ""

    static let shape = WireShape<LetterWire>(
        "MemorableWordLetter",
        [
            .integer(
                "Position", in: 1...20, "Which letter, counted from 1.", get: { $0.position },
                set: { $0.position = $1 }
            ).required(),
            .letter("Value", "Empty when asked; the letter, in either case, when answered."),
        ])
}

extension WireField where Owner == LetterWire {
    /// A part of a secret: taken as sent, and always written empty.
    fileprivate static func letter(_ name: String, _ meaning: String) -> WireField {
        .secret(name, meaning, readAs: "", set: { $0.value = $1 }).required().example(#""""#)
    }
}

/// Step 2 of signing in, as `PUT /sessiontoken` takes it.
struct ChallengeAnswerWire: WireTable {
    var temporaryToken = ""
    var letters: [LetterWire] = []
    var keepUserLoggedIn = false

    static let shape = WireShape<ChallengeAnswerWire>(
        "ChallengeAnswer",
        [
            .secret(
                "TemporaryToken", "As step 1 gave it; good for one answer.", set: { $0.temporaryToken = $1 }
            )
            .required().example(#""0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12""#),
            .list(
                "MemorableWordList", max: 20, "The three letters that were asked, each once, in any order.",
                get: nil, set: { $0.letters = $1 }
            ).required(),
            .flag(
                "KeepUserLoggedIn", "A session that may idle for 14 days instead of 60 minutes.", get: nil,
                set: { $0.keepUserLoggedIn = $1 }),
        ])
}
