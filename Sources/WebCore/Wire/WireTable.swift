import Bookkeeping

/// A resource's shape on the wire, said once: JSON and XML, reading with every wrong field collected, and the
/// contract's schema come from it.
public protocol WireTable: Sendable {
    /// One shape for each type, made once: `static let shape = WireShape<CustomerWire>("Customer", [ … ])`.
    static var shape: WireShape<Self> { get }
    /// All members at their defaults, which is what a member left out means.
    init()
    /// Notes what only the whole body shows, or what the books say of it, after every member was read.
    mutating func check(_ problems: inout WireProblems)
}

extension WireTable {
    public func check(_ problems: inout WireProblems) {}
}

/// The fields of a wire table in their order, ready for writing and reading.
public final class WireShape<Owner>: Sendable {
    public let fields: [WireField<Owner>]
    public let schema: TableSchema
    @usableFromInline let keys: [WireKey]
    @usableFromInline let writes: [WireField<Owner>.Write]
    private let readable: [String: Int]
    private let hasOlderNames: Bool

    /// - Parameters:
    ///   - name: `CustomerRow`: the schema's name in the contract.
    ///   - element: `Customer`: the element's name in XML, where it is no member; `name` where nil.
    public init(_ name: String, element: String? = nil, _ fields: [WireField<Owner>]) {
        self.fields = fields
        keys = fields.filter(\.isReadable).map { WireKey($0.name) }
        writes = fields.compactMap(\.write)
        var readable: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            for name in [field.name] + field.aliases { readable[name.lowercased()] = index }
        }
        self.readable = readable
        schema = TableSchema(
            name, element: element ?? name,
            fields.map {
                .init(
                    name: $0.name, meaning: $0.meaning, schema: $0.schema, isRequired: $0.isRequired,
                    isReadable: $0.isReadable, isWritable: $0.isWritable, example: $0.example)
            }, places: readable)
        hasOlderNames = fields.contains { $0.newer != nil }
    }

    /// Writes every readable member, in the table's order, so that the same values give the same bytes.
    @inlinable
    public func write(_ owner: Owner, to writer: inout WireWriter) {
        writer.open(UInt8(ascii: "{"))
        for index in keys.indices {
            writer.key(keys[index])
            writes[index](owner, &writer)
        }
        writer.close(UInt8(ascii: "}"))
    }

    /// Writes the value of one member, by its name in any case; false when there is none to be read.
    public func write(member name: String, of owner: Owner, to writer: inout WireWriter) -> Bool {
        guard let index = readable[name.lowercased()], let write = fields[index].write else { return false }
        write(owner, &writer)
        return true
    }

    /// Sets the members that were sent, by their names in any case; unknown and read-only ones are ignored, as
    /// clients send back what they read. What is wrong is noted in `problems`, under `path`.
    @usableFromInline
    func read(
        _ members: [WireValue.Member], into owner: inout Owner, _ problems: inout WireProblems, path: String
    ) {
        var given: Set<Int> = []
        let sent = hasOlderNames ? Set(members.map { $0.name.lowercased() }) : []
        for member in members {
            guard let index = readable[member.name.lowercased()], let read = fields[index].read else {
                continue
            }
            let field = fields[index]
            if let newer = field.newer, sent.contains(newer) { continue }
            // Null means the same as leaving the member out.
            if case .null = member.value { continue }
            given.insert(index)
            read(&owner, member.value, &problems, path + field.name)
        }
        for (index, field) in fields.enumerated() where field.isRequired && !given.contains(index) {
            problems.note(path + field.name, "is required.")
        }
    }
}

/// Collects every wrong field of a body, so that a caller mends all in one go.
public struct WireProblems: Sendable {
    public private(set) var all: [FieldProblem] = []
    /// A body can hold as many wrong fields as it has bytes; a caller needs no more than these.
    private static let most = 50

    public init() {}

    /// `rule` goes on after the field's name: `is required.`
    public mutating func note(_ field: String, _ rule: String) {
        guard all.count < Self.most else { return }
        all.append(FieldProblem(field: field, message: "\(field) \(rule)"))
    }

    /// Notes what is wrong in the books' own words.
    public mutating func note(_ field: String, _ fault: FieldFault) {
        note(field, "\(fault.words).")
    }

    /// Whether something is noted of `field` already.
    public func name(_ field: String) -> Bool {
        all.contains { $0.field == field }
    }

    /// Adds what the books found, of fields of which nothing is noted yet, nor of what they stand in.
    public mutating func add(_ found: [FieldProblem]) {
        let noted = all.map(\.field)
        for problem in found where all.count < Self.most {
            let field = problem.field
            let isNoted = noted.contains { $0 == field || field.hasPrefix("\($0).") }
            if !isNoted, !name(field) { all.append(problem) }
        }
    }

    /// Adds what the books refuse when they check what was sent, of fields of which nothing is noted yet.
    /// - Returns: what they checked; nil where they refuse it.
    @discardableResult
    public mutating func addRefusals<Checked>(of check: () throws(BookkeepingError) -> Checked) -> Checked? {
        do throws(BookkeepingError) {
            return try check()
        } catch {
            if case .invalid(let found) = error { add(found) }
            return nil
        }
    }

    public func throwIfAny() throws(WebError) {
        guard all.isEmpty else { throw .validation(all) }
    }
}

extension WireTable {
    /// A table's value from what was sent.
    /// - Throws: `WebError.validation` with every wrong field.
    public init(_ value: WireValue) throws(WebError) {
        guard case .object(let members) = value else {
            throw .validation([FieldProblem(field: "body", message: "The body must be an object.")])
        }
        self.init()
        var problems = WireProblems()
        Self.shape.read(members, into: &self, &problems, path: "")
        check(&problems)
        try problems.throwIfAny()
    }
}
