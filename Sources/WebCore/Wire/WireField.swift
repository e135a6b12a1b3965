/// One member of a wire table: its name, kind and bounds, one line of meaning, how to get and set it.
///
/// A field without `write` is write-only, one without `read` read-only. Closures, not key paths: half the time.
public struct WireField<Owner>: Sendable {
    @usableFromInline typealias Write = @Sendable (Owner, inout WireWriter) -> Void
    /// Reads what was sent; the text is the field's path, for what is wrong with it.
    @usableFromInline typealias Read = @Sendable (inout Owner, WireValue, inout WireProblems, String) -> Void

    public let name: String
    public let meaning: String
    public private(set) var schema: FieldSchema
    let write: Write?
    let read: Read?
    public private(set) var isRequired = false
    /// Older names that are read too.
    public private(set) var aliases: [String] = []
    /// The newer member that this one copies, in lower case.
    private(set) var newer: String?
    /// A value for the contract's examples, as JSON text.
    public private(set) var example: String?

    @usableFromInline
    init(_ name: String, _ meaning: String, _ schema: FieldSchema, write: Write?, read: Read?) {
        self.name = name
        self.meaning = meaning
        self.schema = schema
        self.write = write
        self.read = read
    }

    public var isReadable: Bool { write != nil }
    public var isWritable: Bool { read != nil }

    /// Refused when it is left out or null.
    public func required() -> WireField {
        var field = self
        field.isRequired = true
        return field
    }

    /// Read under these names too, as older clients send them.
    public func also(_ aliases: String...) -> WireField {
        var field = self
        field.aliases = aliases
        return field
    }

    /// An older name of the member `newer`: written beside it, and read only where the newer one was not sent at all,
    /// so that who sends back what they read with one member changed is understood.
    public func older(than newer: String) -> WireField {
        var field = self
        field.newer = newer.lowercased()
        return field
    }

    /// Never null in an answer, though it may be left out when it is sent.
    public func neverNull() -> WireField {
        var field = self
        if case .optional(let schema) = schema { field.schema = schema }
        return field
    }

    /// Shown in the contract; JSON text.
    public func example(_ json: String) -> WireField {
        var field = self
        field.example = json
        return field
    }
}

/// What a member can hold, for the contract.
public indirect enum FieldSchema: Sendable {
    case text(max: Int?, min: Int = 0, choices: [String] = [])
    /// A date or an instant as the documentation writes them.
    case date
    case guid
    case integer(min: Int64?, max: Int64?)
    case number(min: String?, max: String?)
    case flag
    /// Whatever JSON has.
    case anything
    case list(FieldSchema, max: Int?)
    /// One of a few names, answered so; taken by its name or its number.
    case named([NumberedName])
    /// Another table, by its schema.
    case table(@Sendable () -> TableSchema)
    case optional(FieldSchema)
}

/// A case of what is answered by name and taken by name or number.
public struct NumberedName: Hashable, Sendable {
    public let name: String
    public let number: Int64

    public init(_ name: String, _ number: Int64) {
        self.name = name
        self.number = number
    }
}
