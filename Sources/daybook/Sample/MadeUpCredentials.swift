import Surroundings

/// A password and a memorable word that nobody has had before, and that can be read out and typed.
struct MadeUpCredentials {
    /// Five groups of two syllables: 63 random bits.
    let password: String
    /// Four syllables and two digits.
    let word: String

    init(from random: any Randomness) {
        password = (0..<5).map { _ in Self.syllable(random) + Self.syllable(random) }.joined(separator: "-")
        word =
            (0..<4).map { _ in Self.syllable(random) }.joined()
            + (0..<2).map { _ in String(random.number(below: 10)) }.joined()
    }

    private static let consonants = Array("bdfghjklmnprstvz")
    private static let vowels = Array("aeiou")

    private static func syllable(_ random: any Randomness) -> String {
        String([
            consonants[random.number(below: consonants.count)], vowels[random.number(below: vowels.count)],
        ])
    }
}
