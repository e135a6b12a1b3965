import Surroundings

/// A token at the moment it is made: the only time its text is here (FD-6).
///
/// A version-4 GUID, 122 random bits, since a public client takes only GUIDs of versions 1 to 5.
struct FreshToken: Sendable {
    /// Lower-case, 8-4-4-4-12.
    let text: String
    let hash: TokenHash

    init(from random: any Randomness) {
        text = random.guid()
        hash = TokenHash(canonical: text)
    }
}
