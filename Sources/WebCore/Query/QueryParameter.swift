import Bookkeeping

/// One query parameter: its name, what it takes, what it means, and how it is read. The contract shows it.
public struct QueryParameter<Value: Sendable>: Sendable {
    public let name: String
    public let meaning: String
    public let schema: FieldSchema
    public private(set) var isRequired: Bool
    /// A value for the contract, as JSON text; nil: one is made from the schema.
    private var example: String?
    let absent: Value
    /// Nil: not what the parameter takes; `rule` says what would be.
    let parse: @Sendable (String) -> Value?
    let rule: String

    public init(
        _ name: String, _ meaning: String, _ schema: FieldSchema, absent: Value, rule: String,
        isRequired: Bool = false, parse: @escaping @Sendable (String) -> Value?
    ) {
        self.name = name
        self.meaning = meaning
        self.schema = schema
        self.isRequired = isRequired
        self.absent = absent
        self.rule = rule
        self.parse = parse
    }

    /// Refused when it is left out or empty.
    public func required() -> QueryParameter {
        var parameter = self
        parameter.isRequired = true
        return parameter
    }

    /// Shown in the contract; JSON text.
    public func example(_ json: String) -> QueryParameter {
        var parameter = self
        parameter.example = json
        return parameter
    }

    public var contract: ParameterContract {
        ParameterContract(
            name: name, meaning: meaning, schema: schema, isRequired: isRequired, isInPath: false,
            example: example)
    }
}

extension QueryParameter where Value == Int {
    public static func integer(
        _ name: String, min: Int, max: Int = Int(Bounds.number.upperBound), absent: Int, _ meaning: String
    ) -> QueryParameter {
        QueryParameter(
            name, meaning, .integer(min: Int64(min), max: Int64(max)), absent: absent,
            rule: FieldFault.notWhole(Int64(min)...Int64(max)).words + "."
        ) { Int($0).flatMap { (min...max).contains($0) ? $0 : nil } }
    }
}

extension QueryParameter where Value == Bool? {
    /// `true`, `false`, `1`, `0`, in any case.
    public static func flag(_ name: String, _ meaning: String) -> QueryParameter {
        QueryParameter(name, meaning, .flag, absent: nil, rule: "must be true or false.") { sent -> Bool?? in
            switch sent.lowercased() {
            case "true", "1": .some(true)
            case "false", "0": .some(false)
            default: nil
            }
        }
    }
}

extension QueryParameter where Value == CalendarDate? {
    /// A day, in any of the forms in which dates are sent.
    public static func date(_ name: String, _ meaning: String) -> QueryParameter {
        QueryParameter(name, meaning, .date, absent: nil, rule: "must be a date, as 2026-03-09.") {
            sent -> CalendarDate?? in
            guard let date = try? CalendarDate(text: sent) else { return nil }
            return .some(date)
        }.example(#""2026-03-09""#)
    }
}

extension QueryParameter where Value == String? {
    public static func text(
        _ name: String, max: Int = TextKind.lineMax, _ meaning: String
    ) -> QueryParameter {
        QueryParameter(
            name, meaning, .text(max: max), absent: nil,
            rule: "must have no control characters and not more than \(max) characters."
        ) { sent -> String?? in
            guard let text = try? sent.tidied(.line, max: max) else { return nil }
            return .some(text)
        }
    }
}

extension QueryParameter where Value == [String] {
    /// Texts of any form, one for each time that the parameter is sent; read with `readAll`.
    public static func repeated(_ name: String, _ meaning: String) -> QueryParameter {
        QueryParameter(
            name, meaning, .list(.text(max: nil), max: nil), absent: [], rule: "is required.",
            parse: { [$0] })
    }
}

extension QueryParameter {
    /// One of `choices`, by name in any case or by its number, as clients send both.
    public static func choice(
        _ name: String, _ choices: [(name: String, number: Int, value: Value)], absent: Value,
        _ meaning: String
    ) -> QueryParameter {
        let names = choices.map { "\($0.number) or \($0.name)" }
        return QueryParameter(
            name, meaning, .text(max: nil, choices: choices.flatMap { [$0.name, String($0.number)] }),
            absent: absent, rule: FieldFault.notOneOf(names).words + "."
        ) { sent in
            choices.first { $0.name.lowercased() == sent.lowercased() || String($0.number) == sent }?.value
        }
    }
}

/// Reads parameters one after another and tells of all that are wrong at the end.
public struct QueryReader {
    public let query: Query
    private var problems = WireProblems()

    public init(_ query: Query) {
        self.query = query
    }

    public mutating func read<Value>(_ parameter: QueryParameter<Value>) -> Value {
        guard let sent = query[parameter.name] else {
            if parameter.isRequired { problems.note(parameter.name, "is required.") }
            return parameter.absent
        }
        if let value = parameter.parse(sent) { return value }
        problems.note(parameter.name, parameter.rule)
        return parameter.absent
    }

    /// Every value of a parameter that may be repeated.
    public mutating func readAll(_ parameter: QueryParameter<[String]>) -> [String] {
        let sent = query.all(parameter.name)
        if sent.isEmpty, parameter.isRequired { problems.note(parameter.name, "is required.") }
        return sent
    }

    /// Notes what only a parameter's several values show together.
    public mutating func refuse(_ parameter: String, _ fault: FieldFault) {
        problems.note(parameter, fault)
    }

    /// - Throws: `WebError.validation` with every parameter that is missing or wrong.
    public func finish() throws(WebError) {
        try problems.throwIfAny()
    }
}
