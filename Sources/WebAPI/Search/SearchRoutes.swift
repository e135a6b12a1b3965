import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `GET /search`: one search over everything that the caller may see.
enum SearchRoutes {
    static let all: [Route] = [
        Route(
            .get, "/search", .anyToken,
            SearchParameters.describe(
                RouteContract(
                    "One search over everything; kinds that the caller may not view are left out.")
            )
            .answers(.ok, "What was found, by kinds.", .table(SearchWire.schema)),
            use: search)
    ]

    @Sendable private static func search(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let text = reader.read(SearchParameters.text)
        let asked = reader.read(SearchParameters.kinds)
        let isExact = reader.read(SearchParameters.isExact) ?? false
        let (from, to) = (reader.read(SearchParameters.from), reader.read(SearchParameters.to))
        let (page, perPage) = (reader.read(SearchParameters.page), reader.read(SearchParameters.perPage))
        let isDescending = reader.read(SearchParameters.order)
        try reader.finish()
        if let from, let to, to < from {
            throw WebError.validation([FieldProblem("enddate", "must not be before startdate")])
        }
        let permissions = try call.caller.permissions
        var query = SearchQuery(text ?? "", in: asked.filter { permissions.allow($0.permission) })
        query.isExact = isExact
        query.page = Int64(page)
        query.perPage = Int64(min(perPage, PageRequest.perPageMax))
        query.isDescending = isDescending
        return try await call.reading { [query] transaction, writer in
            let found = try transaction.finds(of: query)
            SearchWire.shape.write(SearchWire(found: found.map(SearchFindsWire.init)), to: &writer)
        }
    }
}
