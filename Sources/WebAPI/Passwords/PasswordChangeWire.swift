import FrontDoor
import WebCore

/// One secret with the one that takes its place, as `PUT /password` takes it. Empty texts are unset ones.
struct SecretChangeWire: WireTable {
    var current: String?
    var new: String?
    var confirm: String?

    static let shape = WireShape<SecretChangeWire>(
        "SecretChange",
        [
            .secret("Current", "The present one.", set: { $0.current = sent($1) })
                .example(#""six-brass-lanterns""#),
            .secret("New", "The one that takes its place.", set: { $0.new = sent($1) })
                .example(#""seven-tin-lanterns""#),
            .secret("Confirm", "The same again.", set: { $0.confirm = sent($1) })
                .example(#""seven-tin-lanterns""#),
        ])

    private static func sent(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// Whether there is something to change.
    var isThere: Bool { new != nil || confirm != nil }

    /// What is to take its place; nil where there is nothing to change.
    func chosen(_ name: String) -> ChosenSecret? {
        new.map { new in
            ChosenSecret(
                SentSecret(new, "\(name).New"), repeated: confirm.map { SentSecret($0, "\(name).Confirm") })
        }
    }
}

/// `PUT /password`: a password, a memorable word, or both.
struct PasswordChangeWire: WireTable {
    var password = SecretChangeWire()
    var word = SecretChangeWire()

    static let shape = WireShape<PasswordChangeWire>(
        "PasswordChange",
        [
            .object(
                "Password",
                "The present password, which is always asked, and the new one, 15 to 128 characters.",
                get: nil, set: { $0.password = $1 }
            ).required(),
            .object(
                "MemorableWord",
                "The memorable word, 8 to 20 letters and digits; left out, it stays, unless it is temporary.",
                get: nil, set: { $0.word = $1 }
            ).example(#"{"Current":"lamp4rust","New":"drift7wood","Confirm":"drift7wood"}"#),
        ])

    func check(_ problems: inout WireProblems) {
        // A left-out object is noted already.
        guard !problems.name("Password") else { return }
        require(password.current, "Password.Current", &problems)
        if password.isThere {
            require(password.new, "Password.New", &problems)
            require(password.confirm, "Password.Confirm", &problems)
        } else if !word.isThere, word.current == nil {
            problems.note("Password.New", "is required, or MemorableWord.New.")
        }
        if word.isThere || word.current != nil {
            require(word.current, "MemorableWord.Current", &problems)
            require(word.new, "MemorableWord.New", &problems)
            require(word.confirm, "MemorableWord.Confirm", &problems)
        }
    }

    private func require(_ text: String?, _ field: String, _ problems: inout WireProblems) {
        if text == nil && !problems.name(field) { problems.note(field, "is required.") }
    }

    var change: OwnCredentialChange {
        OwnCredentialChange(
            present: SentSecret(password.current ?? "", "Password.Current"),
            password: password.chosen("Password"),
            presentWord: word.current.map { SentSecret($0, "MemorableWord.Current") },
            word: word.chosen("MemorableWord"))
    }
}

/// `POST /password/breached`.
struct PasswordQuestionWire: WireTable {
    var password = ""

    static let shape = WireShape<PasswordQuestionWire>(
        "PasswordQuestion",
        [
            .secret(
                "Password", "The password that is asked about; it is not kept.", set: { $0.password = $1 }
            )
            .required().example(#""correct-horse""#)
        ])
}
