/// What a new memorable word must be (FD-14).
enum MemorableWordRules {
    static let lengths = 8...20

    /// Checks `word` and gives it as it is sealed: in lower case, since letters are compared without regard to it.
    ///
    /// Letters are those of ASCII: a word then fits the 32 bytes it is padded to, and each position is one key.
    /// - Parameter password: the one that the user has from now on.
    /// - Throws: `.invalidField(field, …)`, which says why and never repeats the word.
    static func require(
        _ word: String, password: String, field: String = "MemorableWord"
    ) throws(FrontDoorError) -> String {
        func refusal(_ reason: String) -> FrontDoorError { .invalidField(field, reason: reason) }
        let folded = word.lowercased()
        guard lengths.contains(folded.utf8.count), folded.utf8.allSatisfy(isLetterOrDigit) else {
            throw refusal("must have 8 to 20 letters a to z and digits")
        }
        guard !CommonList.words.contains(folded), !CommonList.passwords.contains(folded) else {
            throw refusal("is a common word")
        }
        guard !password.composed.lowercased().contains(folded) else {
            throw refusal("must not be part of the password")
        }
        return folded
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
