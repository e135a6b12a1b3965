extension XMLForm {
    /// What was sent as the tree that a wire table reads. The names of the root and of a list's elements don't matter:
    /// they say nothing that the place doesn't.
    ///
    /// - Throws: `WebError.invalidRequest` for a number with more digits than one may have.
    package static func value(_ root: XMLElement, as body: BodyContract) throws(WebError) -> WireValue {
        try value(root, as: self.root(of: body)?.schema ?? .anything)
    }

    private static func value(_ element: XMLElement, as schema: FieldSchema) throws(WebError) -> WireValue {
        if element.isNil { return .null }
        switch schema {
        case .optional(let schema): return try value(element, as: schema)
        case .table(let table):
            guard element.isBlank else { return .text(element.text) }
            return .object(try members(of: element, as: table()))
        case .list(let schema, _):
            guard element.isBlank else { return .text(element.text) }
            return .list(try element.children.map { child throws(WebError) in try value(child, as: schema) })
        case .text, .date, .guid, .named: return element.children.isEmpty ? .text(element.text) : .object([])
        case .integer, .number: return try plain(element, number)
        case .flag: return try plain(element, flag)
        case .anything: return try anything(element)
        }
    }

    /// Members that the table does not know are ignored, as in JSON.
    private static func members(
        of element: XMLElement, as table: TableSchema
    ) throws(WebError) -> [WireValue.Member] {
        var members: [WireValue.Member] = []
        for child in element.children {
            guard let field = table.field(named: child.name) else { continue }
            members.append(.init(name: child.name, value: try value(child, as: field.schema)))
        }
        return members
    }

    /// An empty element says nothing; what can't be read stays text, which the table then refuses by name.
    private static func plain(
        _ element: XMLElement, _ read: (Substring, String) throws(WebError) -> WireValue?
    ) throws(WebError) -> WireValue {
        guard element.children.isEmpty else { return .object([]) }
        let text = element.trimmedText
        return text.isEmpty ? .null : try read(text, element.name) ?? .text(element.text)
    }

    private static func flag(_ text: Substring, _: String) -> WireValue? {
        switch text.lowercased() {
        case "true", "1": .flag(true)
        case "false", "0": .flag(false)
        default: nil
        }
    }

    /// A number as JSON writes them.
    private static func number(_ text: Substring, _ name: String) throws(WebError) -> WireValue? {
        let digits = text.utf8.count { (48...57).contains($0) }
        guard digits <= JSONReader.numberDigitsMax else {
            throw .invalidRequest("\(name) has more than \(JSONReader.numberDigitsMax) digits.")
        }
        guard let value = try? JSONReader.read(Array(text.utf8)), case .number = value else { return nil }
        return value
    }

    /// Without a table elements are members where there are any, and text otherwise.
    private static func anything(_ element: XMLElement) throws(WebError) -> WireValue {
        guard !element.children.isEmpty else { return .text(element.text) }
        var members: [WireValue.Member] = []
        for child in element.children {
            members.append(.init(name: child.name, value: try value(child, as: .anything)))
        }
        return .object(members)
    }
}
