import CJSONReader

extension XMLForm {
    /// A body in its XML form, made from its JSON: member by member, with no tree in between.
    ///
    /// - Returns: nil for a body that has no XML form, or where `json` is none.
    package static func document(_ json: [UInt8], as body: BodyContract) -> [UInt8]? {
        guard let root = root(of: body) else { return nil }
        var transcript = Transcript(root: root)
        let code = json.withUnsafeBytes { buffer in
            var offset = 0
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                return JSON_MALFORMED
            }
            return withUnsafeMutablePointer(to: &transcript) {
                json_read(start, buffer.count, UnsafeMutableRawPointer($0), visit, &offset)
            }
        }
        return code == JSON_WELL_FORMED ? transcript.writer.bytes : nil
    }

    /// Writes elements as the reader of JSON tells of values.
    private struct Transcript {
        private enum Open {
            /// An object, and what is known of its members.
            case object(String, TableSchema?)
            /// A list, and what each of its values is called and holds.
            case list(String, element: String, FieldSchema)
        }

        let root: (name: String, schema: FieldSchema)
        var writer = XMLWriter()
        private var open: [Open] = []
        /// The name of the next value in an object.
        var key = ""

        init(root: (name: String, schema: FieldSchema)) {
            self.root = root
        }

        /// What the next value is called.
        private var name: String {
            switch open.last {
            case .object: key
            case .list(_, let element, _): element
            case nil: root.name
            }
        }

        private var schema: FieldSchema {
            switch open.last {
            case .object(_, let table): table?.field(named: key)?.schema ?? .anything
            case .list(_, _, let schema): schema
            case nil: root.schema
            }
        }

        mutating func startObject() {
            let (name, schema) = (name, schema)
            writer.begin(name)
            open.append(.object(name, schema.table))
        }

        mutating func startList() {
            let (name, schema) = (name, schema)
            writer.begin(name)
            let element = schema.element
            open.append(.list(name, element: XMLForm.name(of: element), element))
        }

        mutating func end() {
            switch open.popLast() {
            case .object(let name, _), .list(let name, _, _): writer.end(name)
            case nil: break
            }
        }

        mutating func value(_ text: UnsafeRawBufferPointer) {
            let name = name
            writer.begin(name)
            writer.text(text)
            writer.end(name)
        }

        mutating func value(_ literal: StaticString) {
            value(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        }
    }

    private static let visit: json_visitor = { context, event, text, count in
        let transcript = context.assumingMemoryBound(to: Transcript.self)
        let sent = UnsafeRawBufferPointer(start: text, count: count)
        switch event {
        case JSON_NULL: break
        case JSON_FALSE: transcript.pointee.value("false")
        case JSON_TRUE: transcript.pointee.value("true")
        case JSON_NUMBER, JSON_STRING: transcript.pointee.value(sent)
        case JSON_KEY: transcript.pointee.key = String(decoding: sent, as: UTF8.self)
        case JSON_OBJECT_START: transcript.pointee.startObject()
        case JSON_ARRAY_START: transcript.pointee.startList()
        default: transcript.pointee.end()
        }
        return true
    }
}

extension FieldSchema {
    /// The table of an object.
    fileprivate var table: TableSchema? {
        switch self {
        case .table(let table): table()
        case .optional(let schema): schema.table
        case .text, .date, .guid, .integer, .number, .flag, .anything, .named, .list: nil
        }
    }

    /// What a list holds.
    fileprivate var element: FieldSchema {
        switch self {
        case .list(let schema, _): schema
        case .optional(let schema): schema.element
        case .text, .date, .guid, .integer, .number, .flag, .anything, .named, .table: .anything
        }
    }
}
