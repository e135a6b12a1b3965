/// A project as a client sent it: to be made, or to take another's place.
public struct ProjectDraft: Hashable, Sendable {
    /// Nil or 0 for the next one, on a change for the one that it has.
    public var number: Int64?
    public var details = ProjectDetails()
    /// Nil for nobody's.
    public var customerCode: String?

    public init() {}

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedProjectDraft {
        var check = FieldCheck()
        var draft = self
        check.number(number, "Number")
        draft.details.name = check.requiredText(details.name, "Name", max: TextKind.nameMax)
        draft.details.reference = check.text(details.reference, "Reference")
        draft.details.description = check.text(
            details.description, "Description", max: TextKind.linesMax, kind: .lines)
        draft.details.note = check.text(details.note, "Note", max: TextKind.linesMax, kind: .lines)
        if let starts = details.startsOn, let ends = details.endsOn, ends < starts {
            check.refuse("EndDate", "must not be before StartDate")
        }
        draft.customerCode = check.text(customerCode, "CustomerCode", max: TextKind.codeMax)
        try check.finish()
        return CheckedProjectDraft(draft: draft)
    }
}

/// A draft that keeps to every rule: only `ProjectDraft.checked()` makes one.
public struct CheckedProjectDraft: Hashable, Sendable {
    public let draft: ProjectDraft

    fileprivate init(draft: ProjectDraft) {
        self.draft = draft
    }
}
