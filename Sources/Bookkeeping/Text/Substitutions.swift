/// Tokens in texts, and what stands in their place on one document: `#INVNUM#`, or `[INVNUM]` as newer pages have it.
///
/// - Source: `documents.md`, Templates and substitutions.
public struct Substitutions: Hashable, Sendable {
    private let values: [String: String]

    /// - Parameter values: by their keys in capitals; one that is nil stands for nothing and goes.
    public init(_ values: [String: String?]) {
        self.values = values.mapValues { $0 ?? "" }
    }

    /// The text with every known token replaced. Unknown ones stay as they are, and what stands in a token's place is
    /// not looked through again.
    public func applied(to text: String) -> String {
        guard text.contains(where: { $0 == "#" || $0 == "[" }) else { return text }
        var made = ""
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "#" || $0 == "[" }) {
            made += rest[..<start]
            let after = rest.index(after: start)
            let end: Character = rest[start] == "#" ? "#" : "]"
            let key = rest[after...].prefix { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            guard key.endIndex < rest.endIndex, rest[key.endIndex] == end, let value = values[String(key)]
            else {
                made.append(rest[start])
                rest = rest[after...]
                continue
            }
            made += value
            rest = rest[rest.index(after: key.endIndex)...]
        }
        return made + rest
    }
}
