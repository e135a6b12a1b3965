/// The code by which a customer or supplier is known, in URLs too: unique among its like whatever its upper and lower
/// case, shown as given.
public struct PartyCode: Hashable, Sendable {
    /// As it was given, tidied.
    public let text: String

    /// - Throws: `BookkeepingError.invalid` for an empty text, one of more than 50 characters, control
    ///   characters, names of folders and the words that are paths.
    /// - Source: `conventions.md`, "Codes".
    public init(_ text: String, of party: Party) throws(BookkeepingError) {
        var check = FieldCheck()
        let code = check.code(text, of: party)
        try check.finish()
        guard let code else { throw .invalid([FieldProblem("Code", .empty)]) }
        self = code
    }

    /// A code that was checked before, as one that comes out of the tables.
    package init(checked text: String) {
        self.text = text
    }

    /// The form in which two codes are the same, and by which they are found.
    public var key: String { Self.key(of: text) }

    /// The key a code would have, for looking up what may be no code at all.
    public static func key(of text: String) -> String { text.tidied.caseFolded }

    /// As much of a text as a code can be long, for telling of one that nobody has.
    public static func shown(_ text: String) -> String {
        text.shown(max: TextKind.codeMax)
    }
}

extension FieldCheck {
    /// A code as it is to be kept; nil when none was sent, which lets one be made.
    mutating func code(_ sent: String?, of party: Party) -> PartyCode? {
        guard let text = text(sent, "Code", max: TextKind.codeMax) else { return nil }
        let code = PartyCode(checked: text)
        guard code.key != ".", code.key != "..", !party.pathWords.contains(code.key) else {
            refuse("Code", "must not be '\(text)', which is a path of its own")
            return nil
        }
        return code
    }
}
