/// A wire table's schema without its type, for the contract and for XML.
public struct TableSchema: Sendable {
    public struct Field: Sendable {
        public let name: String
        public let meaning: String
        public let schema: FieldSchema
        public let isRequired: Bool
        public let isReadable: Bool
        public let isWritable: Bool
        public let example: String?
    }

    /// In the contract.
    public let name: String
    /// In XML, where it is no member: `Customer` of a `CustomerRow` too.
    public let element: String
    public let fields: [Field]
    /// Where a field is, by its names in lower case.
    private let places: [String: Int]

    init(_ name: String, element: String, _ fields: [Field], places: [String: Int]) {
        self.name = name
        self.element = element
        self.fields = fields
        self.places = places
    }

    /// The schema of an object that no wire table writes.
    init(_ name: String, element: String, answers members: [Field]) {
        let places = members.enumerated().map { ($1.name.lowercased(), $0) }
        self.init(name, element: element, members, places: Dictionary(places) { first, _ in first })
    }

    /// The field that `name`, in any case, is a name of.
    func field(named name: String) -> Field? {
        places[name.lowercased()].map { fields[$0] }
    }
}

extension TableSchema.Field {
    /// A member that is only answered.
    init(_ name: String, _ schema: FieldSchema, _ meaning: String, example: String? = nil) {
        self.init(
            name: name, meaning: meaning, schema: schema, isRequired: false, isReadable: true,
            isWritable: false, example: example)
    }
}

extension WireTable {
    public static var schema: TableSchema { shape.schema }
}
