import Bookkeeping
import Books
import WebCore

/// `/accountingperiods`: the financial years. They lock nothing, and nothing has to be closed.
enum AccountingPeriodRoutes {
    static let all: [Route] = [
        Route(
            .get, "/accountingperiods", .needs(.fullAccess),
            RouteContract("The financial years, earliest first.").bareList()
                .answers(.ok, "The periods.", .list(.table(AccountingPeriodWire.schema))),
            use: list),
        Route(
            .post, "/accountingperiods", .needs(.fullAccess),
            RouteContract("Adds the financial year that follows the last one; the first may be any.")
                .takes(.table(AccountingPeriodWire.schema))
                .answers(.created, "The period.", .table(AccountingPeriodWire.schema)),
            use: create),
        Route(
            .delete, "/accountingperiods/{id}", .needs(.fullAccess),
            RouteContract("Deletes a financial year and all later ones.")
                .pathParameter("id", .integer(min: 1, max: nil), "2", "The period's Id.")
                .answers(.noContent, "Deleted.")
                .refuses(BookkeepingError.unknown("accounting period", "2")),
            use: delete),
    ]

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        let today = call.today
        return try await call.bareList(AccountingPeriodWire.shape) {
            try await call.withBook { try await $0.store.read { try $0.accountingPeriods() } }.all
                .map { AccountingPeriodWire($0, today: today) }
        }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let (wire, today) = (try await call.wire(AccountingPeriodWire.self), call.today)
        // Both are required, but an empty text is none.
        let unset = [("StartDate", wire.sentStart), ("EndDate", wire.sentEnd)].filter { $0.1 == nil }
        guard let start = wire.sentStart, let end = wire.sentEnd else {
            throw BookkeepingError.invalid(unset.map { FieldProblem($0.0, .empty) })
        }
        return try await call.creating {
            try await $0.addAccountingPeriod(from: start, to: end)
        } answer: {
            Answer(AccountingPeriodWire($0, today: today), status: .created)
        }
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("id")
        guard let id = Int64(sent) else { throw BookkeepingError.unknown("accounting period", sent.shown()) }
        try await call.withBook { try await $0.deleteAccountingPeriod(id: id) }
        return .noContent
    }
}
