import Bookkeeping

extension WireField {
    /// Another table's object; null when there is none.
    ///
    /// - Parameter emptyIsNull: whether `{}`, or null in every member, means the same as null, whatever the table
    ///   requires.
    @inlinable
    public static func object<Member: WireTable>(
        _ name: String, emptyIsNull: Bool = false, _ meaning: String, get: (@Sendable (Owner) -> Member?)?,
        set: (@Sendable (inout Owner, Member) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .optional(.table { Member.schema }),
            write: get.map { get -> Write in
                { owner, writer in
                    guard let member = get(owner) else { return writer.null() }
                    Member.shape.write(member, to: &writer)
                }
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .object(let members) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    if emptyIsNull, members.allSatisfy({ $0.value == .null }) { return }
                    var member = Member()
                    Member.shape.read(members, into: &member, &problems, path: path + ".")
                    set(&owner, member)
                }
            })
    }

    /// A list of another table's objects, at most `max` of them; nil where it can have any length.
    @inlinable
    public static func list<Element: WireTable>(
        _ name: String, max: Int? = Bounds.entriesMax, _ meaning: String,
        get: (@Sendable (Owner) -> [Element])?,
        set: (@Sendable (inout Owner, [Element]) -> Void)? = nil
    ) -> WireField {
        WireField(
            name, meaning, .list(.table { Element.schema }, max: max),
            write: get.map { get -> Write in
                { owner, writer in
                    writer.list(get(owner)) { Element.shape.write($0, to: &$1) }
                }
            },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .list(let values) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    if let max, values.count > max {
                        return problems.note(path, .tooManyEntries(max: max))
                    }
                    var elements: [Element] = []
                    for (index, value) in values.enumerated() {
                        var element = Element()
                        if case .object(let members) = value {
                            Element.shape.read(
                                members, into: &element, &problems, path: "\(path)[\(index)].")
                        } else {
                            problems.note("\(path)[\(index)]", "has the wrong type.")
                        }
                        // A wrong one keeps its place, so that what the books say of the next names the next.
                        elements.append(element)
                    }
                    set(&owner, elements)
                }
            })
    }
}

extension WireValue {
    /// A body that is itself a list of objects.
    /// - Throws: `WebError.validation` with every wrong field, as `[0].Id`; when it is anything else, empty, or longer
    ///   than one call may be.
    public func tables<Wire: WireTable>(_: Wire.Type) throws(WebError) -> [Wire] {
        let bounds = Bounds.codesInCall
        guard case .list(let values) = self, bounds.contains(values.count) else {
            throw .validation([
                FieldProblem(
                    field: "body",
                    message:
                        "The body must be a list of \(bounds.lowerBound) to \(bounds.upperBound) objects.")
            ])
        }
        var problems = WireProblems()
        var tables: [Wire] = []
        for (index, value) in values.enumerated() {
            var table = Wire()
            if case .object(let members) = value {
                Wire.shape.read(members, into: &table, &problems, path: "[\(index)].")
            } else {
                problems.note("[\(index)]", "has the wrong type.")
            }
            tables.append(table)
        }
        try problems.throwIfAny()
        return tables
    }

    /// A body that is itself a list of codes, as the bulk calls take it.
    /// - Throws: `WebError.validation` when it is anything else, empty, or longer than one call may be.
    public func codes() throws(WebError) -> [String] {
        guard case .list(let values) = self else {
            throw .validation([FieldProblem(field: "body", message: "The body must be a list of codes.")])
        }
        let bounds = Bounds.codesInCall
        guard bounds.contains(values.count) else {
            throw .validation([
                FieldProblem(
                    field: "body",
                    message: "The body must be a list of \(bounds.lowerBound) to \(bounds.upperBound) codes.")
            ])
        }
        var codes: [String] = []
        var problems: [FieldProblem] = []
        for (index, value) in values.enumerated() {
            let code: String? = if case .text(let text) = value { text.tidied } else { nil }
            if let code, !code.isEmpty {
                codes.append(code)
            } else if problems.count < 50 {
                let rule = code == nil ? "as text" : "not empty"
                problems.append(
                    FieldProblem(field: "[\(index)]", message: "Entry \(index) must be a code, \(rule)."))
            }
        }
        guard problems.isEmpty else { throw .validation(problems) }
        return codes
    }

    /// A body that is itself a list of numbers, as the bulk calls of documents take it.
    /// - Throws: `WebError.validation` when it is anything else, empty, or longer than one call may be.
    public func numbers() throws(WebError) -> [Int64] {
        let bounds = Bounds.codesInCall
        guard case .list(let values) = self, bounds.contains(values.count) else {
            throw .validation([
                FieldProblem(
                    field: "body",
                    message:
                        "The body must be a list of \(bounds.lowerBound) to \(bounds.upperBound) numbers.")
            ])
        }
        var problems = WireProblems()
        var numbers: [Int64] = []
        for (index, value) in values.enumerated() {
            if let number = SentNumber.whole(value, in: 0...Int64.max, &problems, "[\(index)]") {
                numbers.append(number)
            }
        }
        try problems.throwIfAny()
        return numbers
    }
}
