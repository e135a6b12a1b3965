import Bookkeeping
import Books
import WebCore

/// `/categories`: the categories of quotes and of purchase orders. Every form reads them; writing is for whoever may
/// do everything.
enum CategoryRoutes {
    static let all: [Route] = [
        Route(
            .get, "/categories/{entity}", .anyToken,
            RouteContract("The categories of quotes or of purchase orders, by number.")
                .pathParameter(
                    "entity", .text(max: nil), #""Quote""#,
                    "Quote or PurchaseOrder, in any case, singular or plural."
                )
                .bareList()
                .answers(.ok, "All of them.", .list(.table(CategoryWire.schema))),
            use: list),
        Route(
            .post, "/categories/list", .needs(.fullAccess),
            RouteContract("Adds all of the categories, or none.")
                .takes(.table(NewCategoryListWire.schema))
                .answers(.created, "Every category of the kind.", .list(.table(CategoryWire.schema)))
                .refuses(BookkeepingError.categoryTaken(name: "Sent", sameIcon: true)),
            use: add),
        Route(
            .put, "/categories/list", .needs(.fullAccess),
            RouteContract("Changes all of the categories by their numbers, or none; the others stay.")
                .takes(.table(CategoryListWire.schema))
                .answers(.ok, "Every category of the kind.", .list(.table(CategoryWire.schema)))
                .refuses(BookkeepingError.categoryTaken(name: "Sent", sameIcon: true)),
            use: change),
        Route(
            .delete, "/categories/{number}", .needs(.fullAccess),
            RouteContract("Deletes a category.")
                .pathParameter("number", .integer(min: 1, max: nil), "2", "The category's number.")
                .parameter(entityType.contract)
                .answers(.noContent, "Deleted.")
                .refuses(BookkeepingError.categoryUnknown("2")),
            use: delete),
    ]

    private static let kinds = FieldFault.notOneOf(CategoryKind.allCases.map(\.rawValue))

    private static let entityType = QueryParameter<CategoryKind?>(
        "entityType", "What the category is for, in any case, singular or plural.",
        .text(max: nil, choices: CategoryKind.allCases.map(\.rawValue)), absent: nil,
        rule: kinds.words + ".", isRequired: true,
        parse: { sent -> CategoryKind?? in CategoryKind(sent: sent).map { .some($0) } })

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        guard let kind = try CategoryKind(sent: call.pathText("entity")) else {
            throw BookkeepingError.invalid([FieldProblem("entity", kinds)])
        }
        return try await call.reading { transaction, writer in
            let categories = isBeyond ? [] : try transaction.categories(kind)
            writer.list(categories) { CategoryWire.shape.write(CategoryWire($0), to: &$1) }
        }
    }

    @Sendable private static func add(_ call: Call) async throws -> Answer {
        let (kind, sent) = try await call.wire(NewCategoryListWire.self).sent
        return try await call.creating {
            try await $0.addCategories(kind, sent)
        } answer: { categories in
            Answer(list: categories.map(CategoryWire.init), CategoryWire.shape, status: .created)
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let (kind, sent) = try await call.wire(CategoryListWire.self).sent
        let categories = try await call.withBook { try await $0.changeCategories(kind, sent) }
        return Answer(list: categories.map(CategoryWire.init), CategoryWire.shape)
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("number")
        var reader = try QueryReader(call.query)
        let kind = reader.read(entityType)
        try reader.finish()
        guard let kind, let number = Int64(sent) else {
            throw BookkeepingError.categoryUnknown(sent.shown())
        }
        try await call.withBook { try await $0.deleteCategory(kind, number) }
        return .noContent
    }
}
