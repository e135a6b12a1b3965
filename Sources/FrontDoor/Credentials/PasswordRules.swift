/// What a new password must be (FD-12): long enough, and not what others would try first. Nothing is asked of its
/// composition.
///
/// Source: NIST SP 800-63B-4, section 3.1.1.2.
struct PasswordRules {
    /// In code points of the composed text. Never under 8.
    let charactersMin: Int
    static let charactersMax = 128

    init(charactersMin: Int) {
        self.charactersMin = min(max(8, charactersMin), Self.charactersMax)
    }

    /// - Parameter businesses: the names of those that the user works in.
    /// - Throws: `.invalidField(field, …)`, which says why and never repeats the password.
    func require(
        _ password: String, username: String, businesses: [String], field: String = "Password"
    ) throws(FrontDoorError) {
        func refusal(_ reason: String) -> FrontDoorError { .invalidField(field, reason: reason) }
        let length = password.composed.unicodeScalars.count
        guard (charactersMin...Self.charactersMax).contains(length) else {
            throw refusal("must have \(charactersMin) to \(Self.charactersMax) characters")
        }
        guard !CommonList.passwords.contains(password) else {
            throw refusal("is one of the most common passwords")
        }
        let key = FoldedName.key(password)
        guard key != FoldedName.key(username) else { throw refusal("must not be the user name") }
        guard !businesses.contains(where: { FoldedName.key($0) == key }) else {
            throw refusal("must not be the name of the business")
        }
        guard !Self.products.contains(key) else { throw refusal("must not be the name of this product") }
    }

    /// Folded. The second is the one whose interface this server speaks.
    private static let products = ["daybook", "daybook server", "kashflow", "kashflow api"]
}
