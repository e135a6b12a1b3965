/// Every way in which the books refuse. The case carries what mends it; texts for people are made where they
/// are told.
public enum BookkeepingError: Error, Hashable, Sendable {
    /// What was sent can be read but breaks rules: every problem found, in the order of the fields.
    case invalid([FieldProblem])
    /// A sum, product or number passes what 64 bits of its unit can hold.
    case amountOutOfRange
    /// Not a plain or exponent decimal of at most 38 digits; carries what was read.
    case notADecimal(String)
    /// Not a date of the Gregorian calendar from year 1 to 9999; carries what was read.
    case notADate(String)
    /// No customer, or no supplier, has this code.
    case partyUnknown(Party, code: String)
    /// A call that does all or nothing named codes that no customer, or no supplier, has, in the order they were sent.
    case partiesUnknown(Party, codes: [SentCode])
    /// Another customer, or another supplier, has this code, in this or another spelling of upper and lower case.
    case partyCodeTaken(Party, String)
    /// No business source has this name or number; carries what was asked for.
    case sourceUnknown(String)
    /// Another business source has this name, in this or another spelling of upper and lower case.
    case sourceNameTaken(String)
    /// No category of this kind has this number; carries what was asked for.
    case categoryUnknown(String)
    /// Another category of this kind has this name, and this icon too where only both together must differ.
    case categoryTaken(name: String, sameIcon: Bool)
    /// No note of this customer or supplier has this number; carries what was asked for.
    case noteUnknown(String)
    /// The book has no currency with this id; carries what was asked for.
    case currencyUnknown(String)
    /// The book has a currency with this code.
    case currencyTaken(code: String)
    /// It can't go or change while this still refers to it.
    case inUse(by: String)
    /// Its state doesn't allow it; carries the state that is in the way.
    case conflict(String)
    /// A lock covers this date; what is dated later is open.
    case dateLocked(until: CalendarDate)
    /// A document has this number, or had it.
    case numberTaken(NumberSeries, Int64)
    /// No document of this kind has this number; carries what was asked for.
    case documentUnknown(NumberSeries, String)
    /// Nothing of a kind has this key: what it is, as `nominal`, and what was asked for.
    case unknown(String, String)
    /// A key that must be unique is taken: what it is, as `nominal code`, and the key.
    case taken(String, String)
    /// Something holds it, which the sentence tells: a lock of a bank account, a reconciliation, a filed return.
    case locked(String)
    /// Debits less credits are not zero but this.
    case unbalanced(by: Money)
}

/// A code with its place in the list that was sent, from 0.
public struct SentCode: Hashable, Sendable {
    public let place: Int
    public let code: String

    public init(place: Int, _ code: String) {
        self.place = place
        self.code = code
    }
}

/// What is wrong with one field, and what would be right.
public struct FieldProblem: Hashable, Sendable {
    /// As on the wire, with the place in a list: `Name`, `Contacts[0].Email`.
    public let field: String
    /// A whole sentence: `Name must not be empty.`
    public let message: String

    /// - Parameter fault: the rest of the sentence after the field's name: `must not be empty`.
    public init(_ field: String, _ fault: String) {
        self.field = field
        message = "\(field) \(fault)."
    }

    /// - Parameter message: a whole sentence, where it does not start with the field.
    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
