/// A category as a client sent it.
public struct CategoryDraft: Hashable, Sendable {
    /// Which one to change; nil for a new one.
    public var number: Int64?
    public var name: String
    public var iconID: Int64?

    public init(number: Int64? = nil, name: String = "", iconID: Int64? = nil) {
        self.number = number
        self.name = name
        self.iconID = iconID
    }
}

/// A list of categories that is to be added or changed as a whole.
public struct CheckedCategories: Hashable, Sendable {
    /// In the order in which they were sent; at least one.
    let entries: [Entry]

    struct Entry: Hashable, Sendable {
        let number: Int64?
        let name: String
        let icon: CategoryIcon
    }

    /// The drafts with their names tidied and all their bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public init(_ drafts: [CategoryDraft]) throws(BookkeepingError) {
        var check = FieldCheck()
        if drafts.isEmpty { check.refuse("CategoriesList", .empty) }
        if drafts.count > Bounds.entriesMax {
            check.refuse("CategoriesList", .tooManyEntries(max: Bounds.entriesMax))
        }
        var entries: [Entry] = []
        for (place, draft) in drafts.prefix(Bounds.entriesMax).enumerated() {
            let field = "CategoriesList[\(place)]"
            check.number(draft.number, "\(field).Number", in: 1...Bounds.number.upperBound)
            let name = check.requiredText(draft.name, "\(field).Name", max: TextKind.nameMax)
            guard let icon = draft.iconID.flatMap(CategoryIcon.init) else {
                check.refuse("\(field).IconId", .notWhole(CategoryIcon.ids))
                continue
            }
            entries.append(Entry(number: draft.number, name: name, icon: icon))
        }
        let numbers = drafts.compactMap(\.number)
        if Set(numbers).count < numbers.count {
            check.refuse("CategoriesList", "must not name the same Number twice")
        }
        try check.finish()
        self.entries = entries
    }
}
