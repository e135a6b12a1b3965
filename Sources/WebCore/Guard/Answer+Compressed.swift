import HTTPTypes
import Hummingbird

extension Answer {
    /// Makes it what `request` may have: compressed where its client takes that and it is long enough to pay.
    ///
    /// Never for answers with secrets: from the lengths of answers that hold a secret beside what somebody else chose,
    /// the secret can be told (BREACH, CVE-2013-3587).
    mutating func compress(for request: Request) {
        guard body.count >= Self.compressedFrom || status == .notModified else { return }
        headers.append(.varyByEncoding)
        guard !body.isEmpty, let accepted = request.headers.value(of: .acceptEncoding),
            Self.takesGzip(accepted), let compressed = Gzip.compress(body)
        else { return }
        body = compressed
        headers.append(.gzip)
        if let tag = headers[.eTag] { headers[.eTag] = "\(tag.dropLast())\(EntityTag.compressed)\"" }
    }

    /// Bytes of a body. What is shorter fits into one packet as it is.
    static let compressedFrom = 1_024

    /// Whether gzip is wanted at least as much as the answer as it is.
    /// - Source: RFC 9110, section 12.5.3.
    static func takesGzip(_ accepted: String) -> Bool {
        let ranges = accepted[...].partedOutsideQuotes(by: ",").compactMap(WeightedName.init)
        func weight(_ names: Substring...) -> Int? {
            ranges.filter { names.contains($0.name) }.map(\.weight).max()
        }
        let others = weight("*") ?? 0
        let gzip = weight("gzip", "x-gzip") ?? others
        return gzip > 0 && gzip >= weight("identity") ?? others
    }
}

extension HTTPField {
    fileprivate static let gzip = HTTPField(name: .contentEncoding, value: "gzip")
    fileprivate static let varyByEncoding = HTTPField(name: .vary, value: "Accept-Encoding")
}
