import WebCore

/// What `JSONReader` promises: it takes JSON within the bounds and nothing else, loses nothing, and names the place of
/// what it refuses.
enum JSONPromises {
    static func check(_ bytes: [UInt8]) throws {
        switch Result(catching: { () throws(WebError) in try JSONReader.read(bytes) }) {
        case .success(let value): try accepted(value, bytes)
        case .failure(let error): try refused(error, bytes)
        }
    }

    private static func accepted(_ value: WireValue, _ bytes: [UInt8]) throws {
        let body = withoutMark(bytes)
        try promise(JSONGrammar.accepts(body), "took what is no JSON")
        try promise(String(validating: body, as: UTF8.self) != nil, "took what is no UTF-8")
        try bounds(value, depth: 0)
        let again = value.json
        let read = try? JSONReader.read(Array(again.utf8))
        try promise(read == value, "did not read \(again), which it wrote, as it was")
    }

    private static func bounds(_ value: WireValue, depth: Int) throws(BrokenPromise) {
        switch value {
        case .null, .flag, .text: break
        case .number(let text):
            let digits = text.utf8.count { (48...57).contains($0) }
            try promise(digits <= JSONReader.numberDigitsMax, "took a number of \(digits) digits")
        case .list(let values):
            try promise(depth < JSONReader.depthMax, "took more levels than it may")
            for value in values { try bounds(value, depth: depth + 1) }
        case .object(let members):
            try promise(depth < JSONReader.depthMax, "took more levels than it may")
            for member in members { try bounds(member.value, depth: depth + 1) }
        }
    }

    private static func refused(_ error: WebError, _ bytes: [UInt8]) throws {
        guard case .invalidRequest(let message) = error else { throw BrokenPromise("refused with \(error)") }
        let place = message.split(separator: " ").suffix(4)
        try promise(
            place.count == 4 && place.first == "line" && message.hasSuffix("."), "named no place: \(message)")
        if message.hasPrefix("The body is not well-formed JSON") {
            let isText = String(validating: bytes, as: UTF8.self) != nil
            try promise(!isText || !JSONGrammar.accepts(withoutMark(bytes)), "refused JSON: \(message)")
        }
    }

    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    }
}
