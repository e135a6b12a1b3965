import Surroundings

/// A token at the moment it is made: the only time its text is here (FD-6).
///
/// A version-4 GUID, 122 random bits, since a public client takes only GUIDs of versions 1 to 5.
struct FreshToken: Sendable {
    /// Lower-case, 8-4-4-4-12.
    let text: String
    let hash: TokenHash

    init(from random: any Randomness) {
        var text = ""
        for (place, byte) in random.bytes(16).enumerated() {
            let stamped =
                switch place {
                case 6: byte & 0x0f | 0x40
                case 8: byte & 0x3f | 0x80
                default: byte
                }
            if [4, 6, 8, 10].contains(place) { text += "-" }
            text += stamped < 16 ? "0" : ""
            text += String(stamped, radix: 16)
        }
        self.text = text
        hash = TokenHash(canonical: text)
    }
}
