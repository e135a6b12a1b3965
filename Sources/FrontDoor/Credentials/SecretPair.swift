/// A password and the word that comes with it, as somebody else chooses them for a user.
///
/// Never one alone: a password would have to be held against a word that is the user's secret, and a word is of no use
/// without a password.
struct SecretPair {
    let password: String
    let word: String

    /// Nil when neither was sent.
    /// - Throws: `.invalidField` that names the one that is missing.
    init?(_ password: String?, _ word: String?) throws(FrontDoorError) {
        switch (password, word) {
        case (nil, nil): return nil
        case (nil, .some):
            throw .invalidField("Password", reason: "must come with a memorable word")
        case (.some, nil):
            throw .invalidField("MemorableWord", reason: "must come with a password")
        case (let password?, let word?):
            self.password = password
            self.word = word
        }
    }
}
