import Bookkeeping
import Books
import WebCore

/// `/quotecategories`: the categories of quotes alone, one at a time or as a list.
enum QuoteCategoryRoutes {
    static let all: [Route] = [
        Route(
            .get, "/quotecategories", .needs(.viewQuote),
            RouteContract("The categories of quotes, by number.").bareList()
                .answers(.ok, "All of them.", .list(.table(CategoryWire.schema))),
            use: list),
        Route(
            .post, "/quotecategories", .needs(.createQuote),
            refusals(RouteContract("A new category of quotes."))
                .takes(.table(QuoteCategoryDraftWire.schema))
                .answers(.created, "The category.", .table(CategoryWire.schema), location: true),
            use: add),
        Route(
            .put, "/quotecategories/{number}", .needs(.editQuote),
            numbered(refusals(RouteContract("Changes a category of quotes; what is left out stays.")))
                .takes(.table(QuoteCategoryDraftWire.schema))
                .answers(.ok, "The category.", .table(CategoryWire.schema)),
            use: change),
        Route(
            .delete, "/quotecategories/{number}", .needs(.deleteQuote),
            numbered(RouteContract("Deletes a category of quotes; its quotes are in none then."))
                .answers(.noContent, "Deleted."),
            use: delete),
        Route(
            .post, "/quotecategories/categorieslist", .needs(.createQuote),
            refusals(RouteContract("Adds all of the categories, or none."))
                .takes(.table(NewQuoteCategoriesWire.schema))
                .answers(.created, "Every category of quotes.", .list(.table(CategoryWire.schema))),
            use: addList),
        Route(
            .put, "/quotecategories/categorieslist", .needs(.editQuote),
            refusals(
                RouteContract("Changes all of the categories by their numbers, or none; the others stay.")
            )
            .takes(.table(QuoteCategoriesWire.schema))
            .answers(.ok, "Every category of quotes.", .list(.table(CategoryWire.schema))),
            use: changeList),
    ]

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract.refuses(BookkeepingError.categoryTaken(name: "Sent", sameIcon: true))
    }

    private static func numbered(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("number", .integer(min: 1, max: nil), "2", "The category's number.")
            .refuses(BookkeepingError.categoryUnknown("2"))
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            let categories = isBeyond ? [] : try transaction.categories(.quote)
            writer.list(categories) { CategoryWire.shape.write(CategoryWire($0), to: &$1) }
        }
    }

    @Sendable private static func add(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(QuoteCategoryDraftWire.self).sent
        return try await call.creating {
            try await $0.addCategories(.quote, sent)
        } answer: { categories in
            guard let made = categories.last else { throw BookkeepingError.categoryUnknown("") }
            return Answer(CategoryWire(made), status: .created).at("quotecategories", String(made.number))
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try number(call)
        let sent = try await call.wire(QuoteCategoryDraftWire.self)
        let category = try await call.withBook {
            try await $0.changeCategory(.quote, number, name: sent.name, iconID: sent.iconID)
        }
        return Answer(CategoryWire(category))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let number = try number(call)
        try await call.withBook { try await $0.deleteCategory(.quote, number) }
        return .noContent
    }

    @Sendable private static func addList(_ call: Call) async throws -> Answer {
        let sent = try CheckedCategories(await call.wire(NewQuoteCategoriesWire.self).rows.map(\.draft))
        return try await call.creating {
            try await $0.addCategories(.quote, sent)
        } answer: { categories in
            Answer(list: categories.map(CategoryWire.init), CategoryWire.shape, status: .created)
        }
    }

    @Sendable private static func changeList(_ call: Call) async throws -> Answer {
        let sent = try CheckedCategories(await call.wire(QuoteCategoriesWire.self).rows.map(\.draft))
        let categories = try await call.withBook { try await $0.changeCategories(.quote, sent) }
        return Answer(list: categories.map(CategoryWire.init), CategoryWire.shape)
    }

    private static func number(_ call: Call) throws -> Int64 {
        let sent = try call.pathText("number")
        guard let number = Int64(sent) else { throw BookkeepingError.categoryUnknown(sent.shown()) }
        return number
    }
}
