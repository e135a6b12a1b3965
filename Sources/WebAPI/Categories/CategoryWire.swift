import Bookkeeping
import WebCore

/// A category as the calls answer it, and as a change takes it.
struct CategoryWire: CategoryHolder {
    var draft = CategoryDraft()
    private var category: DocumentCategory?

    init() {}

    init(_ category: DocumentCategory) {
        self.category = category
        draft = CategoryDraft(number: category.number, name: category.name, iconID: category.icon.id)
    }

    static let shape = WireShape<CategoryWire>(
        "Category",
        [
            .integer(
                "Number", in: 1...Bounds.number.upperBound,
                "Given by the server, from 1 for each kind, never twice; says which category a change is for.",
                get: { $0.draft.number ?? 0 }, set: { $0.draft.number = $1 }
            ).required().example("2")
        ] + WireField.writable + [
            .text("IconType", "The icon's shape.", get: { $0.category?.icon.shape.rawValue }).neverNull()
                .example(#""flag""#),
            .text("IconColor", "The icon's colour.", get: { $0.category?.icon.colour.rawValue }).neverNull()
                .example(#""green""#),
        ])
}

/// A category that is to be added: it has no number yet.
struct NewCategoryWire: CategoryHolder {
    var draft = CategoryDraft()

    static let shape = WireShape<NewCategoryWire>("NewCategory", WireField.writable)
}

/// A table with what clients write of a category.
protocol CategoryHolder: WireTable {
    var draft: CategoryDraft { get set }
}

extension WireField where Owner: CategoryHolder {
    fileprivate static var writable: [WireField<Owner>] {
        [
            .requiredText(
                "Name", max: TextKind.nameMax,
                "What the category is called; with its icon unique among quotes, alone among purchase orders.",
                get: { $0.draft.name }, set: { $0.draft.name = $1 }
            ).example(#""Sent""#),
            .integer(
                "IconId", in: CategoryIcon.ids, "The icon, of /categoryicons.", get: { $0.draft.iconID ?? 0 },
                set: { $0.draft.iconID = $1 }
            ).required().example("3"),
        ]
    }
}
