/// A rule that a field breaks.
public struct InvalidField: Hashable, Sendable {
    /// As on the wire: `FullName`.
    public let field: String
    /// Goes on after the field's name, without a full stop: `must have …`.
    public let reason: String

    public init(_ field: String, _ reason: String) {
        self.field = field
        self.reason = reason
    }
}

/// Collects every field that breaks a rule, so that a caller mends all in one go.
struct InvalidFields {
    private(set) var all: [InvalidField] = []

    mutating func note(_ field: String, _ reason: String) {
        all.append(InvalidField(field, reason))
    }

    /// What `check` gives, or nil when it refused a field, which is noted. Any other error passes through.
    mutating func check<Value, Failure: Error>(
        _ check: () throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        do {
            return try check()
        } catch {
            guard case .invalidField(let field, let reason)? = error as? FrontDoorError else { throw error }
            note(field, reason)
            return nil
        }
    }

    /// The same of a field that has to be sent.
    mutating func required<Sent, Value>(
        _ field: String, _ sent: Sent?, _ check: (Sent) throws -> Value
    ) throws -> Value? {
        guard let sent else {
            note(field, "is required")
            return nil
        }
        return try self.check { try check(sent) }
    }

    /// - Throws: `FrontDoorError.invalidFields`.
    func throwIfAny() throws(FrontDoorError) {
        guard all.isEmpty else { throw .invalidFields(all) }
    }
}
