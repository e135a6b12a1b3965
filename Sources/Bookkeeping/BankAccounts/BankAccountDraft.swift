/// A bank account as a client sent it: to be made, or to take another's place.
public struct BankAccountDraft: Hashable, Sendable {
    public var details = BankAccountDetails()
    /// Of its nominal; nil or 0 for the next one, on a change for the one that it has.
    public var code: Int64?
    public var isDefault = false

    /// What a nominal's code may be.
    public static let codes: ClosedRange<Int64> = 1...99_999_999

    public init() {}

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedBankAccountDraft {
        var check = FieldCheck()
        var draft = self
        draft.details.name = check.requiredText(details.name, "AccountName", max: TextKind.nameMax)
        if code == 0 { draft.code = nil }
        check.number(draft.code, "Code", in: Self.codes)
        if details.isLocked, details.lockedUntil == nil {
            check.refuse("TransactionLockDate", "is required where TransactionLockEnabled is true")
        }
        if isDefault, details.isArchived {
            check.refuse("IsArchived", "must be false for the default account")
        }
        draft.details.note = check.text(details.note, "Note", max: TextKind.linesMax, kind: .lines)
        draft.details.period = check.text(details.period, "Period")
        if BankIcon(rawValue: details.icon) == nil { check.refuse("IconId", "must be the Id of a bank icon") }
        try check.finish()
        return CheckedBankAccountDraft(draft: draft)
    }
}

/// A draft that keeps to every rule that needs no book: only `BankAccountDraft.checked()` makes one.
public struct CheckedBankAccountDraft: Hashable, Sendable {
    public let draft: BankAccountDraft

    fileprivate init(draft: BankAccountDraft) {
        self.draft = draft
    }
}
