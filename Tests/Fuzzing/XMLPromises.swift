import Bookkeeping
import WebCore

/// What reading XML promises: whatever it takes stays the same on its way out and in again, and what it refuses it
/// refuses with the place.
enum XMLPromises {
    static func check(_ bytes: [UInt8]) throws {
        let root: XMLElement
        switch Result(catching: { () throws(WebError) in try XMLReader.read(bytes) }) {
        case .success(let element): root = element
        case .failure(let error): return try refused(error)
        }
        let text = String(validating: bytes, as: UTF8.self)
        try promise(text != nil, "took what is no UTF-8")
        for forbidden in ["<!DOCTYPE", "<!ENTITY"] {
            let isThere = text?.contains(forbidden) == true && text?.contains("<!--") == false
            let isQuoted = text?.contains("<![CDATA[") == true
            try promise(!isThere || isQuoted, "took a document type")
        }
        try promise(depth(root) <= XMLReader.depthMax, "took more levels than it may")
        let sample = FieldSchema.table { Sample.schema }
        try roundTrip(root, as: .table(Sample.schema), sample)
        try roundTrip(root, as: .list(.table(Sample.schema)), .list(sample, max: nil))
        try roundTrip(root, as: .value(.anything, "null"), .anything)
    }

    private static func refused(_ error: WebError) throws(BrokenPromise) {
        guard case .invalidRequest(let message) = error else { throw BrokenPromise("refused with \(error)") }
        let place = message.split(separator: " ").suffix(4)
        let isOfAllOfIt = message == "The body must be UTF-8 without bytes of zero."
        try promise(isOfAllOfIt || place.count == 4 && place.first == "line", "named no place: \(message)")
    }

    private static func depth(_ element: XMLElement) -> Int {
        1 + (element.children.map(depth).max() ?? 0)
    }

    /// What was sent, written as an answer and sent again: the second answer has the bytes of the first. What no
    /// table would take is never answered.
    private static func roundTrip(_ root: XMLElement, as body: BodyContract, _ schema: FieldSchema) throws {
        guard let value = try? XMLForm.value(root, as: body), value.fits(schema) else { return }
        let written = try XMLForm.document(Array(value.json.utf8), as: body)
            .orBroken("has no XML for \(value.json)")
        let again: WireValue
        do {
            again = try XMLForm.value(XMLReader.read(written), as: body)
        } catch {
            throw BrokenPromise("refuses its own \(String(decoding: written, as: UTF8.self)): \(error)")
        }
        let rewritten = XMLForm.document(Array(again.json.utf8), as: body)
        try promise(
            rewritten == written,
            "wrote \(String(decoding: rewritten ?? [], as: UTF8.self)) for \(value.json)")
        try promise(again.plain == value.plain, "read \(again.json) for \(value.json)")
    }

    /// A table with a member of every kind.
    private struct Sample: WireTable {
        static let shape = WireShape<Sample>(
            "Sample",
            [
                .text("Code", max: 50, "Text.", get: { _ in nil }, set: { _, _ in }),
                .optionalInteger("Count", "Whole.", get: { _ in nil }, set: { _, _ in }),
                .amount(
                    "Amount", "Money.", get: { _ in Money.zero }, set: { (_: inout Sample, _: Money) in }),
                .flag("IsOpen", "Flag.", get: { _ in false }, set: { _, _ in }),
                .texts("Codes", "Texts.", get: { _ in [] }),
                .anything("More", "Anything.", set: { _, _ in }),
            ])
    }
}

extension WireValue {
    /// Whether it has the kind that the schema says, throughout.
    fileprivate func fits(_ schema: FieldSchema) -> Bool {
        switch (schema, self) {
        case (.optional(let schema), _): fits(schema)
        case (.anything, _), (_, .null): true
        case (.text, .text), (.date, .text), (.guid, .text), (.named, .text), (.flag, .flag): true
        case (.integer, .number), (.number, .number): true
        case (.list(let schema, _), .list(let values)): values.allSatisfy { $0.fits(schema) }
        case (.table(let table), .object(let members)):
            members.allSatisfy { member in
                table().fields.first { $0.name.lowercased() == member.name.lowercased() }
                    .map { member.value.fits($0.schema) } ?? false
            }
        default: false
        }
    }

    /// The value without what XML has no other form for: null is nothing, and empty is empty whatever it is of.
    fileprivate var plain: WireValue {
        switch self {
        case .null, .flag, .number: return self
        case .text(let text):
            return .text(
                String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isCharacter ? $0 : "\u{FFFD}" }))
            )
        case .list(let values):
            let kept = values.filter { $0 != .null }.map(\.plain)
            return kept.isEmpty ? .text("") : .list(kept)
        case .object(let members):
            let kept = members.filter { $0.value != .null }
            return kept.isEmpty
                ? .text("") : .object(kept.map { .init(name: $0.name, value: $0.value.plain) })
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isCharacter: Bool { value != 0xfffe && value != 0xffff }
}

extension Optional {
    fileprivate func orBroken(_ words: @autoclosure () -> String) throws(BrokenPromise) -> Wrapped {
        guard let self else { throw BrokenPromise(words()) }
        return self
    }
}
