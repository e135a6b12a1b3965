import CExpat

/// Reads XML text into elements, within the bounds on what a stranger can send (FD-25): UTF-8, no document type, no
/// entities but XML's own five, no processing instructions.
///
/// By Expat: its time grows with the length of the text alone, where libxml2 takes seconds for one element with as
/// many attributes as fit into a body.
package enum XMLReader {
    package static let depthMax = JSONReader.depthMax

    /// A namespace is passed over; names are read without it.
    ///
    /// - Throws: `WebError.invalidRequest`, which names the place, when `bytes` is not one XML document within the
    ///   bounds.
    package static func read(_ bytes: [UInt8]) throws(WebError) -> XMLElement {
        // Whatever it is told, Expat takes UTF-16 for what it is: all of that has them.
        guard !bytes.contains(0) else {
            throw .invalidRequest("The body must be UTF-8 without bytes of zero.")
        }
        guard let parser = XML_ParserCreateNS("UTF-8", separator) else { throw .unavailable }
        defer { XML_ParserFree(parser) }
        var builder = Builder(parser: parser)
        let isRead = withUnsafeMutablePointer(to: &builder) { builder in
            listen(parser, builder)
            return bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                return XML_Parse(parser, start, CInt(buffer.count), 1) == XML_STATUS_OK
            }
        }
        if isRead, builder.refusal == nil, let root = builder.root { return root }
        let fault = builder.refusal ?? words(of: XML_GetErrorCode(parser))
        let (line, column) = (XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1)
        throw .invalidRequest("\(fault) at line \(line), column \(column).")
    }

    private static func words(of error: XML_Error) -> String {
        switch error {
        case XML_ERROR_UNDEFINED_ENTITY: "The body has an entity that is none of XML's own five"
        case XML_ERROR_UNBOUND_PREFIX: "The body has a prefix without a namespace"
        default: "The body is not well-formed XML"
        }
    }

    private static func listen(_ parser: XML_Parser, _ builder: UnsafeMutablePointer<Builder>) {
        XML_SetUserData(parser, builder)
        XML_SetElementHandler(
            parser, { building($0)?.pointee.start($1, $2) },
            { context, _ in building(context)?.pointee.end() })
        XML_SetCharacterDataHandler(parser) { building($0)?.pointee.add($1, Int($2)) }
        XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
            guard let encoding, String(cString: encoding).lowercased() != "utf-8" else { return }
            building(context)?.pointee.refuse("The body must be UTF-8 and says that it is something else,")
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            building(context)?.pointee.refuse("The body must not have a document type")
        }
        XML_SetProcessingInstructionHandler(parser) { context, _, _ in
            building(context)?.pointee.refuse("The body must not have a processing instruction")
        }
    }
}

/// What stands between a namespace and a name: a line feed, which neither can have.
private let separator: XML_Char = 0x0a

private func building(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Builder>? {
    context?.assumingMemoryBound(to: Builder.self)
}

/// Puts the tree together from the reader's events.
private struct Builder {
    let parser: XML_Parser
    private var open: [XMLElement] = []
    private(set) var root: XMLElement?
    private(set) var refusal: String?

    init(parser: XML_Parser) {
        self.parser = parser
    }

    mutating func start(
        _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard refusal == nil, let name else { return }
        guard open.count < XMLReader.depthMax else {
            return refuse("The body is nested more than \(XMLReader.depthMax) levels deep")
        }
        let whole = String(cString: name)
        let local = whole.utf8.lastIndex(of: UInt8(bitPattern: separator)).map { whole.utf8.index(after: $0) }
        open.append(
            XMLElement(name: String(whole[(local ?? whole.startIndex)...]), isNil: Self.saysNil(attributes)))
    }

    mutating func add(_ start: UnsafePointer<XML_Char>?, _ count: Int) {
        guard refusal == nil, !open.isEmpty else { return }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
    }

    mutating func end() {
        guard refusal == nil, let ended = open.popLast() else { return }
        if open.isEmpty { root = ended } else { open[open.count - 1].children.append(ended) }
    }

    mutating func refuse(_ why: String) {
        guard refusal == nil else { return }
        refusal = why
        XML_StopParser(parser, 0)
    }

    private static let nilAttribute = "http://www.w3.org/2001/XMLSchema-instance\nnil"

    /// Whether there is an `xsi:nil="true"` among the attributes: names and values by turns, and a null pointer.
    private static func saysNil(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> Bool {
        guard var next = attributes else { return false }
        while let name = next[0], let value = next[1] {
            if String(cString: name) == nilAttribute {
                return ["true", "1"].contains(String(cString: value))
            }
            next += 2
        }
        return false
    }
}
