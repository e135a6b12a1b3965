/// A password or a word as it was sent, with its field's name for what is wrong with it.
public struct SentSecret: Sendable {
    public let text: String
    /// As on the wire: `Password.Current`.
    public let field: String

    public init(_ text: String, _ field: String) {
        self.text = text
        self.field = field
    }
}

/// A password or a word that somebody chose anew.
public struct ChosenSecret: Sendable {
    public let secret: SentSecret
    /// Typed again; nil where a call asks for it once.
    public let repeated: SentSecret?

    public init(_ secret: SentSecret, repeated: SentSecret? = nil) {
        self.secret = secret
        self.repeated = repeated
    }

    var text: String { secret.text }
    var field: String { secret.field }
}

/// Goes over what somebody chose and keeps everything that is wrong with it, under the call's own names.
struct ChosenCredentials {
    let passwords: PasswordRules
    let username: String
    /// The names of those that the user works in.
    let businesses: [String]
    var wrong = InvalidFields()

    /// - Throws: nothing that is wrong with the password, which is noted.
    mutating func check(password chosen: ChosenSecret) throws(FrontDoorError) {
        _ = try wrong.check { () throws(FrontDoorError) in
            try passwords.require(
                chosen.text, username: username, businesses: businesses, field: chosen.field)
        }
        check(chosen, isRepeated: chosen.repeated?.text == chosen.text)
    }

    /// - Parameter password: the one that the user has from now on.
    /// - Returns: the word as it is sealed; nil when something is noted of it.
    mutating func check(word chosen: ChosenSecret, password: String) throws(FrontDoorError) -> String? {
        let word = try wrong.check { () throws(FrontDoorError) in
            try MemorableWordRules.require(chosen.text, password: password, field: chosen.field)
        }
        check(chosen, isRepeated: chosen.repeated?.text.lowercased() == chosen.text.lowercased())
        return word
    }

    private mutating func check(_ chosen: ChosenSecret, isRepeated: Bool) {
        guard let repeated = chosen.repeated, !isRepeated else { return }
        wrong.note(repeated.field, "must be the same as \(chosen.field)")
    }
}
