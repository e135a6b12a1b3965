import Bookkeeping
import WebCore

/// Categories of one kind that are to be changed, as `PUT /categories/list` takes them.
struct CategoryListWire: CategoryListHolder {
    var kind: CategoryKind?
    var rows: [CategoryWire] = []

    static let shape = WireShape<CategoryListWire>("CategoryList", WireField.categoryList)
}

/// Categories of one kind that are to be added, as `POST /categories/list` takes them.
struct NewCategoryListWire: CategoryListHolder {
    var kind: CategoryKind?
    var rows: [NewCategoryWire] = []

    static let shape = WireShape<NewCategoryListWire>("NewCategoryList", WireField.categoryList)
}

/// A list of categories and the kind that they are of.
protocol CategoryListHolder: WireTable {
    associatedtype Row: CategoryHolder
    /// Nil before it was read.
    var kind: CategoryKind? { get set }
    var rows: [Row] { get set }
}

extension CategoryListHolder {
    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: (kind: CategoryKind, categories: CheckedCategories) {
        get throws(BookkeepingError) {
            guard let kind else { throw .invalid([FieldProblem("EntityType", "is required")]) }
            return (kind, try checkedRows())
        }
    }

    private func checkedRows() throws(BookkeepingError) -> CheckedCategories {
        try CheckedCategories(rows.map(\.draft))
    }

    /// The books' own bounds, so that one answer names every wrong field.
    func check(_ problems: inout WireProblems) {
        if kind == nil, !problems.name("EntityType") { problems.note("EntityType", "is required.") }
        problems.addRefusals(of: checkedRows)
    }
}

extension WireField where Owner: CategoryListHolder {
    fileprivate static var categoryList: [WireField<Owner>] {
        [
            .choice(
                "EntityType", CategoryKind.allCases.map(\.rawValue),
                "What the categories are for, in any case, singular or plural.",
                parse: { CategoryKind(sent: $0) }, get: nil, set: { $0.kind = $1 }
            ).neverNull().required(),
            .list("CategoriesList", "At least one.", get: nil, set: { $0.rows = $1 }).required(),
        ]
    }
}
