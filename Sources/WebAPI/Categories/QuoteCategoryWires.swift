import Bookkeeping
import WebCore

/// A category of quotes by itself: to be added, or what is to be changed of one.
struct QuoteCategoryDraftWire: WireTable {
    private(set) var name: String?
    private var ownIcon: Int64?
    private var iconShape: CategoryIcon.Shape?
    private var colour: CategoryIcon.Colour?

    /// By its id, or by its type and colour where that was not sent; a pair that matches no icon selects none.
    var iconID: Int64? {
        ownIcon ?? CategoryIcon.all.first { $0.shape == iconShape && $0.colour == colour }?.id
    }

    /// What was sent for a new one, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`, with the fields as they stand in one category.
    var sent: CheckedCategories {
        get throws(BookkeepingError) {
            do throws(BookkeepingError) {
                return try CheckedCategories([CategoryDraft(name: name ?? "", iconID: iconID)])
            } catch {
                guard case .invalid(let problems) = error else { throw error }
                let path = "CategoriesList[0]."
                throw .invalid(
                    problems.map {
                        FieldProblem(
                            field: $0.field.replacing(path, with: ""),
                            message: $0.message.replacing(path, with: ""))
                    })
            }
        }
    }

    static let shape = WireShape<QuoteCategoryDraftWire>(
        "QuoteCategoryDraft", element: "Category",
        [
            .text(
                "Name", max: TextKind.nameMax,
                "With its icon unique; needed for a new one, kept when left out.",
                get: nil, set: { $0.name = $1 }
            ).example(#""Sent""#),
            .integer(
                "IconId", in: CategoryIcon.ids,
                "The icon, of /categoryicons; needed for a new one, kept when left out.", get: nil,
                set: { $0.ownIcon = $1 }
            ).example("3"),
            .choice(
                "IconType", CategoryIcon.Shape.allCases.map(\.rawValue),
                "With IconColor it selects the icon where IconId is left out.",
                parse: { CategoryIcon.Shape(rawValue: $0.lowercased()) }, get: nil, set: { $0.iconShape = $1 }
            ).example(#""flag""#),
            .choice(
                "IconColor", CategoryIcon.Colour.allCases.map(\.rawValue), "See IconType.",
                parse: { CategoryIcon.Colour(rawValue: $0.lowercased()) }, get: nil, set: { $0.colour = $1 }
            ).example(#""green""#),
        ])
}

/// Categories of quotes that are to be added.
struct NewQuoteCategoriesWire: WireTable {
    private(set) var rows: [NewCategoryWire] = []

    static let shape = WireShape<NewQuoteCategoriesWire>(
        "NewQuoteCategories",
        [.list("CategoriesList", "At least one.", get: nil, set: { $0.rows = $1 }).required()])

    func check(_ problems: inout WireProblems) {
        problems.addRefusals { () throws(BookkeepingError) in try CheckedCategories(rows.map(\.draft)) }
    }
}

/// Categories of quotes that are to be changed.
struct QuoteCategoriesWire: WireTable {
    private(set) var rows: [CategoryWire] = []

    static let shape = WireShape<QuoteCategoriesWire>(
        "QuoteCategories",
        [.list("QuoteCategoryList", "At least one.", get: nil, set: { $0.rows = $1 }).required()])

    func check(_ problems: inout WireProblems) {
        problems.addRefusals { () throws(BookkeepingError) in try CheckedCategories(rows.map(\.draft)) }
    }
}
