extension FieldSchema {
    /// As JSON Schema 2020-12, with one line of meaning.
    ///
    /// - Parameter element: its name in XML, where that is not the one that comes of itself.
    func contract(_ direction: Direction, meaning: String? = nil, element: String? = nil) -> ContractValue {
        var members = schemaMembers(direction)
        if let meaning { members.append(.init(name: "description", value: .text(meaning))) }
        let xml: ContractValue = .object([
            "name": element.map { .text($0) }, "wrapped": isList ? true : nil,
        ])
        if xml != .object([]) { members.append(.init(name: "xml", value: xml)) }
        return .object(members)
    }

    private var isList: Bool {
        switch self {
        case .list: true
        case .optional(let schema): schema.isList
        case .text, .date, .guid, .integer, .number, .flag, .anything, .named, .table: false
        }
    }

    /// Its name in XML where it is an entry of a list; nil for a table, whose own schema has it.
    private var entryElement: String? {
        if case .table = self { nil } else { XMLForm.name(of: self) }
    }

    /// Its name in XML where it is the member `name`: to be said of a table alone, whose own schema has another.
    fileprivate func memberElement(_ name: String) -> String? {
        switch self {
        case .table(let table): table().element == name ? nil : name
        case .optional(let schema): schema.memberElement(name)
        case .text, .date, .guid, .integer, .number, .flag, .anything, .named, .list: nil
        }
    }

    /// Whether a schema is for what comes in or what goes out.
    enum Direction {
        case taken, answered
    }

    private func schemaMembers(_ direction: Direction) -> [ContractValue.Member] {
        switch self {
        case .text(let max, let min, let choices):
            return [
                type("string"),
                min > 0 ? .init(name: "minLength", value: .integer(Int64(min))) : nil,
                max.map { .init(name: "maxLength", value: .integer(Int64($0))) },
                choices.isEmpty ? nil : .init(name: "enum", value: .list(choices.map { .text($0) })),
            ].compactMap { $0 }
        case .date:
            return [type("string"), .init(name: "maxLength", value: .integer(40))]
        case .guid:
            return [type("string"), .init(name: "format", value: "uuid")]
        case .integer(let min, let max):
            return [
                type("integer"), min.map { .init(name: "minimum", value: .integer($0)) },
                max.map { .init(name: "maximum", value: .integer($0)) },
            ].compactMap { $0 }
        case .number(let min, let max):
            return [
                type("number"), min.map { .init(name: "minimum", value: .json($0)) },
                max.map { .init(name: "maximum", value: .json($0)) },
            ].compactMap { $0 }
        case .flag:
            return [type("boolean")]
        case .anything:
            return []
        case .named(let choices):
            let names = choices.map { ContractValue.text($0.name) }
            guard direction == .taken else {
                return [type("string"), .init(name: "enum", value: .list(names))]
            }
            return [.init(name: "enum", value: .list(names + choices.map { .integer($0.number) }))]
        case .list(let element, let max):
            return [
                type("array"),
                .init(name: "items", value: element.contract(direction, element: element.entryElement)),
                max.map { .init(name: "maxItems", value: .integer(Int64($0))) },
            ].compactMap { $0 }
        case .table(let table):
            return [.init(name: "$ref", value: .text(table().reference(direction)))]
        case .optional(let schema):
            return Self.orNull(schema.schemaMembers(direction))
        }
    }

    /// The same schema with null allowed.
    private static func orNull(_ members: [ContractValue.Member]) -> [ContractValue.Member] {
        guard members.contains(where: { $0.name == "type" }) else {
            return [.init(name: "anyOf", value: .list([.object(members), .object(["type": "null"])]))]
        }
        return members.map { member in
            switch (member.name, member.value) {
            case ("type", let type): .init(name: "type", value: .list([type, "null"]))
            case ("enum", .list(let choices)): .init(name: "enum", value: .list(choices + [.json("null")]))
            default: member
            }
        }
    }

    private func type(_ name: String) -> ContractValue.Member {
        .init(name: "type", value: .text(name))
    }

    /// A value that the schema allows, for examples.
    func example(_ direction: Direction) -> ContractValue {
        switch self {
        case .text(_, _, let choices): .text(choices.first ?? "text")
        case .date: "2026-03-09 12:00:00"
        case .guid: "7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa"
        case .integer(let min, _): .integer(max(1, min ?? 1))
        case .number: .json("100.0000")
        case .flag: false
        case .anything: .object([:])
        case .named(let choices): .text(choices.first?.name ?? "text")
        case .list(let element, _): .list([element.example(direction)])
        case .table(let table): table().example(direction)
        case .optional(.table(let table)): table().example(direction)
        case .optional: .json("null")
        }
    }
}

extension TableSchema {
    func name(_ direction: FieldSchema.Direction) -> String {
        switch direction {
        case .taken: name + "Input"
        case .answered: name
        }
    }

    func reference(_ direction: FieldSchema.Direction) -> String {
        "#/components/schemas/\(name(direction))"
    }

    private func fields(_ direction: FieldSchema.Direction) -> [Field] {
        fields.filter { direction == .taken ? $0.isWritable : $0.isReadable }
    }

    /// An answer has every member; what is taken has the required ones and ignores what it does not know.
    func contract(_ direction: FieldSchema.Direction) -> ContractValue {
        let fields = fields(direction)
        let required = fields.filter { direction == .answered || $0.isRequired }.map {
            ContractValue.text($0.name)
        }
        return .object([
            "type": "object",
            "properties": .object(
                fields.map { field in
                    let nullable = direction == .taken && !field.isRequired
                    let schema = nullable ? field.schema.orNullOnce : field.schema
                    return .init(
                        name: field.name,
                        value: schema.contract(
                            direction, meaning: field.meaning, element: schema.memberElement(field.name)))
                }),
            "required": required.isEmpty ? nil : .list(required),
            "additionalProperties": direction == .answered ? false : nil,
            "xml": .object(["name": .text(element)]),
            "examples": .list([example(direction)]),
        ])
    }

    func example(_ direction: FieldSchema.Direction) -> ContractValue {
        .object(
            fields(direction).map { field in
                .init(
                    name: field.name,
                    value: field.example.map { .json($0) } ?? field.schema.example(direction))
            })
    }

    /// This table and those its fields hold.
    func all() -> [TableSchema] {
        [self] + fields.flatMap { $0.schema.tables }
    }
}

extension FieldSchema {
    /// A member that is sent as null counts as left out.
    fileprivate var orNullOnce: FieldSchema {
        if case .optional = self { return self }
        return .optional(self)
    }

    var tables: [TableSchema] {
        switch self {
        case .table(let table): table().all()
        case .list(let schema, _), .optional(let schema): schema.tables
        case .text, .date, .guid, .integer, .number, .flag, .anything, .named: []
        }
    }
}
