import HTTPTypes

/// An old path that is still answered, and will not be for ever: what took its place, and until when.
public struct Deprecation: Sendable, Hashable {
    /// Below `/v2`, with the same parameters in the same order: `/users/{number}`.
    public let successor: String
    /// Seconds since 1970: from when on it is old.
    public let since: Int64
    /// In the form of HTTP, `Thu, 01 Jan 2032 00:00:00 GMT`: from when on it may be gone.
    public let until: String

    public init(by successor: String, since: Int64, until: String) {
        self.successor = successor
        self.since = since
        self.until = until
    }

    /// Adds to an answer that the path is old (RFC 9745), when it ends (RFC 8594), and where to go instead (RFC 5829).
    ///
    /// - Parameter values: of the path's parameters, as they were sent.
    func mark(_ answer: inout Answer, _ values: [Substring]) {
        if let name = HTTPField.Name.deprecation { answer.headers[name] = "@\(since)" }
        if let name = HTTPField.Name.sunset { answer.headers[name] = until }
        if let name = HTTPField.Name.link, let path = path(values) {
            answer.headers[name] = "</v2\(path)>; rel=\"successor-version\""
        }
    }

    /// The successor's path with these values, encoded anew: what was sent could end the link early. Nil where one
    /// can't be decoded.
    private func path(_ values: [Substring]) -> String? {
        var left = values[...]
        var path = ""
        for segment in successor.split(separator: "/") {
            guard segment.hasPrefix("{"), let value = left.popFirst() else {
                path += "/\(segment)"
                continue
            }
            guard let value = value.percentDecoded() else { return nil }
            path += "/\(value.percentEncodedSegment)"
        }
        return path
    }
}

extension HTTPField.Name {
    static let deprecation = HTTPField.Name("Deprecation")
    static let sunset = HTTPField.Name("Sunset")
    static let link = HTTPField.Name("Link")
}
