import Bookkeeping
import Books
import WebCore

/// `/reports/business/stockoverview`: what is in stock, and what it is worth.
enum StockReportRoutes {
    static let all: [Route] = [
        Route(
            .get, "/reports/business/stockoverview", .needs(.fullAccess),
            RouteContract("Everything whose stock is kept; nothing while stock management is off.")
                .parameter(ordersOnly.contract).parameter(alertsOnly.contract).parameter(
                    excludeOrdered.contract
                )
                .answers(.ok, "The report.", .table(StockOverviewWire.schema)),
            use: overview)
    ]

    private static let ordersOnly = QueryParameter<Bool?>.flag(
        "ordersOnly", "true: only what is still to come."
    ).required()
    private static let alertsOnly = QueryParameter<Bool?>.flag(
        "alertsOnly", "true: only what is below its AlertLevel."
    ).required()
    private static let excludeOrdered = QueryParameter<Bool?>.flag(
        "excludeOrdered", "true: of what is below its AlertLevel, not what comes lifts to it."
    ).required()

    @Sendable private static func overview(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        var filter = StockFilter()
        filter.isPendingOnly = reader.read(ordersOnly) ?? false
        filter.isLowOnly = reader.read(alertsOnly) ?? false
        filter.leavesOutOrdered = reader.read(excludeOrdered) ?? false
        try reader.finish()
        return try await call.withBook { [filter] book in
            Answer(StockOverviewWire(try await book.store.read { try $0.stockOverview(filter) }))
        }
    }
}
