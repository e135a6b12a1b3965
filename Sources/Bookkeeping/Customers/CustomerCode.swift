/// The code by which a customer is known, in URLs too: unique whatever its upper and lower case, shown as
/// given.
public struct CustomerCode: Hashable, Sendable {
    /// As it was given, tidied.
    public let text: String

    /// What a code may not be: names of folders, and the words that are paths of their own under
    /// `/customers/`.
    ///
    /// - Source: `conventions.md`, "Codes"; `operations.tsv`.
    static let forbiddenKeys: Set<String> = [
        ".", "..", "search", "statistics", "suggestedcode", "confirm-to-delete", "customerbulkinvoice",
        "schedule-statement", "standing-order-mandate",
    ]

    /// - Throws: `BookkeepingError.invalid` for an empty text, one of more than 50 characters, control
    ///   characters and the words that are paths.
    public init(_ text: String) throws(BookkeepingError) {
        var check = FieldCheck()
        let code = check.customerCode(text)
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

    /// As much of a text as a code can be long, for telling of one that no customer has.
    public static func shown(_ text: String) -> String {
        String(text.unicodeScalars.prefix(TextKind.codeMax))
    }
}

extension FieldCheck {
    /// A code as it is to be kept; nil when none was sent, which lets one be made.
    mutating func customerCode(_ sent: String?) -> CustomerCode? {
        guard let text = text(sent, "Code", max: TextKind.codeMax) else { return nil }
        let code = CustomerCode(checked: text)
        guard !CustomerCode.forbiddenKeys.contains(code.key) else {
            refuse("Code", "must not be '\(text)', which is a path of its own")
            return nil
        }
        return code
    }
}
