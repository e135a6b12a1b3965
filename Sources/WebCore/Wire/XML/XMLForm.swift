/// The XML form of what the wire tables say: elements are named as members are, and what an element holds is what the
/// table says of the member.
///
/// Null is an absent element, an empty text or list an empty one. A list's elements are named after what they are, and
/// what has no name after its kind.
///
/// - Source: `conventions.md`, "XML". No namespace, no attributes.
package enum XMLForm {
    /// The root element of a body and what it holds; nil for what has no XML form.
    static func root(of body: BodyContract) -> (name: String, schema: FieldSchema)? {
        switch body {
        case .table(let table): (table.element, .table { table })
        case .list(.table(let table)): (list(of: table.element), .list(.table { table }, max: nil))
        // Both are the same resource's, and are named alike.
        case .either(let body, _): root(of: body)
        case .page(let row): (page, .table { PageContract.table(of: row) })
        case .pageWith(let figures, let row): (page, .table { PageContract.table(of: row, with: figures) })
        case .value(let schema, _): (name(of: schema), schema)
        case .list, .document, .other: nil
        }
    }

    /// What a value is called that is no member: an entry of a list, or a whole body.
    static func name(of schema: FieldSchema) -> String {
        switch schema {
        case .text, .date, .guid, .anything, .named: "string"
        case .integer: "int"
        case .number: "decimal"
        case .flag: "boolean"
        case .optional(let schema): name(of: schema)
        case .table(let table): table().element
        case .list(let schema, _): list(of: name(of: schema))
        }
    }

    static let page = "Page"

    /// `ArrayOfCustomer`, `ArrayOfString`
    static func list(of element: String) -> String {
        "ArrayOf" + element.prefix(1).uppercased() + element.dropFirst()
    }
}
