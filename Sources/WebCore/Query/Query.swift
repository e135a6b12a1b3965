/// A request's query, split and decoded once. Names count in any case; of a repeated one the first value counts, but
/// for the parameters that take several.
public struct Query: Sendable {
    /// Decoded, names in lower case, in the order they came.
    package let items: [(name: String, value: String)]
    /// As it was sent, without `?`.
    let raw: Substring

    /// - Throws: `WebError.invalidRequest` when an escape is broken.
    package init(_ raw: Substring) throws(WebError) {
        self.raw = raw
        var items: [(name: String, value: String)] = []
        for part in raw.parts {
            guard let name = part.sentName.percentDecoded(plusIsSpace: true),
                let value = part.sentValue.percentDecoded(plusIsSpace: true)
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
    package func replacing(_ name: String, with value: Int) -> String {
        var kept = raw.parts.filter { part in
            part.sentName.percentDecoded(plusIsSpace: true)?.lowercased() != name
        }.map(String.init)
        kept.append("\(name)=\(value)")
        return kept.joined(separator: "&")
    }
}

/// A query is taken apart by bytes: as characters, an accent behind a sign would be one with it.
extension Substring {
    fileprivate var parts: [Substring] {
        utf8.split(separator: UInt8(ascii: "&")).map(Substring.init)
    }

    /// What stands before the first `=`.
    fileprivate var sentName: Substring {
        Substring(utf8.prefix { $0 != UInt8(ascii: "=") })
    }

    fileprivate var sentValue: Substring {
        Substring(utf8.drop { $0 != UInt8(ascii: "=") }.dropFirst())
    }
}
