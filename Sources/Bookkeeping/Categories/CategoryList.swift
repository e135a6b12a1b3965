/// The categories of one kind, and the rules that they keep among themselves.
public struct CategoryList: Hashable, Sendable {
    public let kind: CategoryKind
    /// By their numbers.
    public private(set) var categories: [DocumentCategory]
    /// The highest number ever given; 0 when none was.
    public private(set) var highest: Int64

    /// - Parameter categories: by their numbers.
    public init(_ kind: CategoryKind, _ categories: [DocumentCategory], highest: Int64) {
        self.kind = kind
        self.categories = categories
        self.highest = highest
    }

    /// Adds all of them, each with the next number; numbers that were sent count for nothing.
    ///
    /// - Returns: what is new, in the order sent.
    /// - Throws: `BookkeepingError.categoryTaken`, `.conflict` when the numbers are used up.
    public mutating func add(_ sent: CheckedCategories) throws(BookkeepingError) -> [DocumentCategory] {
        var added: [DocumentCategory] = []
        for entry in sent.entries {
            guard highest < Bounds.number.upperBound else { throw .conflict("The numbers are used up.") }
            highest += 1
            added.append(DocumentCategory(number: highest, name: entry.name, icon: entry.icon))
        }
        categories += added
        try requireDistinct(added)
        return added
    }

    /// Puts each in the place of the one with its number; those that are not named stay.
    ///
    /// - Returns: what was named, in the order sent.
    /// - Throws: `BookkeepingError.invalid` for numbers that no category has, `.categoryTaken`.
    public mutating func change(_ sent: CheckedCategories) throws(BookkeepingError) -> [DocumentCategory] {
        var places: [Int64: Int] = [:]
        for (place, category) in categories.enumerated() { places[category.number] = place }
        var check = FieldCheck()
        var changed: [DocumentCategory] = []
        for (index, entry) in sent.entries.enumerated() {
            guard let number = entry.number, let place = places[number] else {
                check.refuse("CategoriesList[\(index)].Number", "must be the number of a category there is")
                continue
            }
            let category = DocumentCategory(number: number, name: entry.name, icon: entry.icon)
            categories[place] = category
            changed.append(category)
        }
        try check.finish()
        try requireDistinct(changed)
        return changed
    }

    /// - Throws: `BookkeepingError.categoryTaken` for the first of `written` that is like another.
    private func requireDistinct(_ written: [DocumentCategory]) throws(BookkeepingError) {
        var counts: [Mark: Int] = [:]
        for category in categories { counts[mark(of: category), default: 0] += 1 }
        for category in written where counts[mark(of: category), default: 0] > 1 {
            throw .categoryTaken(name: category.name, sameIcon: kind.namesMayRepeat)
        }
    }

    /// What only one category may have.
    private struct Mark: Hashable {
        let key: String
        let icon: Int64?
    }

    private func mark(of category: DocumentCategory) -> Mark {
        Mark(key: category.name.caseFolded, icon: kind.namesMayRepeat ? category.icon.id : nil)
    }
}
