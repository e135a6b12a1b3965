/// A request's query, split and decoded once. Names count in any case; of a repeated one the first value counts, but
/// for the parameters that take several.
public struct Query: Sendable {
    /// Decoded, names in lower case, in the order they came.
    let items: [(name: String, value: String)]
    /// As it was sent, without `?`.
    let raw: Substring

    /// - Throws: `WebError.invalidRequest` when an escape is broken.
    init(_ raw: Substring) throws(WebError) {
        self.raw = raw
        var items: [(name: String, value: String)] = []
        for part in raw.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let sent = pair.count == 2 ? pair[1] : ""
            guard let name = pair.first?.percentDecoded(plusIsSpace: true),
                let value = sent.percentDecoded(plusIsSpace: true)
            else { throw .invalidRequest("The query is not percent-encoded UTF-8.") }
            items.append((name.lowercased(), value))
        }
        self.items = items
    }

    /// The first value of `name`; nil when it is not there or empty, which means the same.
    subscript(name: String) -> String? {
        let name = name.lowercased()
        return items.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// Every value of `name` that is not empty, in the order they came.
    func all(_ name: String) -> [String] {
        let name = name.lowercased()
        return items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// The query as it was sent, with `name` set to `value` and everything else kept.
    func replacing(_ name: String, with value: Int) -> String {
        var kept = raw.split(separator: "&").filter { part in
            let sent = part.prefix { $0 != "=" }.percentDecoded(plusIsSpace: true)
            return sent?.lowercased() != name
        }.map(String.init)
        kept.append("\(name)=\(value)")
        return kept.joined(separator: "&")
    }
}
