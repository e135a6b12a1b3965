/// A code made from a name: four letters and a number, as `HARB01`.
///
/// - Source: `conventions.md`, "Suggested code".
public struct SuggestedPartyCode: Hashable, Sendable {
    /// Four capitals, A to Z.
    public let stem: String
    /// From 1. Two digits, then as many as it takes.
    public let number: Int64

    public init(stem: String, number: Int64) {
        self.stem = stem
        self.number = number
    }

    /// The number a code has in the series of its stem; nil when it is in no series, as `HARB1` and
    /// `HARB007`.
    public init?(_ code: PartyCode) {
        let key = code.key.uppercased()
        guard key.utf8.count >= 6, key.utf8.count <= 20,
            key.utf8.prefix(4).allSatisfy({ (65...90).contains($0) }),
            let number = Int64(key.dropFirst(4)), number > 0
        else { return nil }
        self.init(stem: String(key.prefix(4)), number: number)
        guard self.code.text == key else { return nil }
    }

    public var code: PartyCode {
        PartyCode(checked: stem + (number < 10 ? "0" : "") + String(number))
    }

    /// The first four letters of a name in capitals, accents folded away, filled with `X`: `Élan & Co` is
    /// `ELAN`, `3M` is `MXXX`.
    public static func stem(of name: String) -> String {
        let letters = name.folded.utf8.lazy.filter { (97...122).contains($0) }.prefix(4)
        let stem = String(decoding: letters.map { $0 - 32 }, as: UTF8.self)
        return stem + String(repeating: "X", count: 4 - stem.utf8.count)
    }
}
