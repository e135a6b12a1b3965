import CJSONReader

/// Reads JSON text into a `WireValue`, with every number kept as it was written.
package enum JSONReader {
    /// Bounds on what a stranger can send (FD-25).
    package static let depthMax = 32
    package static let numberDigitsMax = 38

    /// A byte-order mark before it is passed over, as RFC 8259, section 8.1, allows: some tools write one.
    ///
    /// - Throws: `WebError.invalidRequest`, which names the place, when `bytes` is not one JSON value within the
    ///   bounds.
    package static func read(_ bytes: [UInt8]) throws(WebError) -> WireValue {
        var builder = Builder()
        var offset = 0
        var before = ""
        let code = bytes.withUnsafeBytes { whole in
            let buffer = UnsafeRawBufferPointer(rebasing: whole.dropFirst(whole.starts(with: mark) ? 3 : 0))
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let start else { return JSON_MALFORMED }
            let code = withUnsafeMutablePointer(to: &builder) {
                json_read(start, buffer.count, UnsafeMutableRawPointer($0), visit, &offset)
            }
            if code != JSON_WELL_FORMED { before = String(decoding: buffer.prefix(offset), as: UTF8.self) }
            return code
        }
        if let refusal = builder.refusal { throw .invalidRequest(refusal + place(after: before)) }
        if code == JSON_NUMBER_TOO_LARGE {
            throw .invalidRequest("A number is too large" + place(after: before))
        }
        guard code == JSON_WELL_FORMED, let value = builder.finished else {
            throw .invalidRequest("The body is not well-formed JSON" + place(after: before))
        }
        return value
    }

    /// UTF-8's byte-order mark.
    private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// ` at line 2, column 7.`, counted in characters from 1.
    private static func place(after text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return " at line \(lines.count), column \((lines.last?.count ?? 0) + 1)."
    }

    /// Puts the tree together from the reader's events: values and names wait on two stacks until what holds them
    /// ends.
    private struct Builder {
        private struct Open {
            let isList: Bool
            let firstValue: Int
            let firstName: Int
        }

        private var open: [Open] = []
        private var values: [WireValue] = []
        private var names: [String] = []
        private(set) var refusal: String?

        var finished: WireValue? { open.isEmpty ? values.first : nil }

        mutating func add(_ value: WireValue) {
            values.append(value)
        }

        mutating func name(_ name: String) {
            names.append(name)
        }

        mutating func start(list: Bool) -> Bool {
            guard open.count < depthMax else {
                refusal = "The body is nested more than \(depthMax) levels deep"
                return false
            }
            open.append(Open(isList: list, firstValue: values.count, firstName: names.count))
            return true
        }

        mutating func end() {
            guard let ended = open.popLast() else { return }
            let held = values[ended.firstValue...]
            let value: WireValue =
                ended.isList
                ? .list(Array(held))
                : .object(zip(names[ended.firstName...], held).map { .init(name: $0, value: $1) })
            values.removeSubrange(ended.firstValue...)
            names.removeSubrange(ended.firstName...)
            values.append(value)
        }

        /// Half of a surrogate pair, which the reader under this one takes when it is the second half.
        mutating func refuseText() -> Bool {
            refusal = "The body is not well-formed JSON"
            return false
        }

        mutating func number(_ text: String) -> Bool {
            guard text.utf8.count(where: { (48...57).contains($0) }) <= numberDigitsMax else {
                refusal = "A number has more than \(numberDigitsMax) digits"
                return false
            }
            add(.number(text))
            return true
        }
    }

    private static let visit: json_visitor = { context, event, text, count in
        let builder = context.assumingMemoryBound(to: Builder.self)
        func sent() -> String? {
            String(validating: UnsafeRawBufferPointer(start: text, count: count), as: UTF8.self)
        }
        switch event {
        case JSON_NULL: builder.pointee.add(.null)
        case JSON_FALSE: builder.pointee.add(.flag(false))
        case JSON_TRUE: builder.pointee.add(.flag(true))
        case JSON_NUMBER: return sent().map { builder.pointee.number($0) } ?? builder.pointee.refuseText()
        case JSON_STRING:
            guard let text = sent() else { return builder.pointee.refuseText() }
            builder.pointee.add(.text(text))
        case JSON_KEY:
            guard let name = sent() else { return builder.pointee.refuseText() }
            builder.pointee.name(name)
        case JSON_OBJECT_START: return builder.pointee.start(list: false)
        case JSON_ARRAY_START: return builder.pointee.start(list: true)
        default: builder.pointee.end()
        }
        return true
    }
}
