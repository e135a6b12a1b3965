import Bookkeeping
import Books
import WebCore

/// What reports and the dashboard tell of quotes.
enum QuoteReportRoutes {
    static let all: [Route] = [
        Route(
            .get, "/reports/quotes", .needs(.fullAccess),
            RouteContract("The quotes of a time, by date, in home currency.")
                .parameter(from.contract).parameter(to.contract).parameter(customer.contract)
                .parameter(PageRequest.pageParameter.contract)
                .parameter(PageRequest.perPageParameter(absent: 20, sizeName: "pageSize").contract)
                .parameter(PageRequest.skipValidationParameter.contract)
                .answers(.ok, "One page.", .page(QuoteReportRowWire.shape.schema)),
            use: report),
        Route(
            .get, "/dashboard/summary/quotes", .needs(.fullAccess),
            RouteContract(
                "What the quotes of each category come to; those of none last, where there are any."
            )
            .bareList()
            .answers(.ok, "One row for each category.", .list(.table(QuoteSummaryWire.shape.schema))),
            use: summary),
    ]

    private static let from = QueryParameter<CalendarDate?>.date("dateFrom", "Made out on this day or later.")
        .required()
    private static let to = QueryParameter<CalendarDate?>.date("dateTo", "Made out on this day or earlier.")
        .required()
    private static let customer = QueryParameter<String?>.text(
        "customer", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)

    @Sendable private static func report(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: 20, sizeName: "pageSize")
        var filter = QuoteFilter()
        (filter.page, filter.perPage, filter.sort) = (Int64(page.page), Int64(page.perPage), .date)
        (filter.from, filter.to) = (reader.read(from), reader.read(to))
        filter.customerCode = reader.read(customer)
        try reader.finish()
        return try await call.reading { [filter] transaction, writer in
            let found = try transaction.quotePage(filter)
            writer.page(page, total: Int(found.total), amount: found.amount, found.rows) {
                QuoteReportRowWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func summary(_ call: Call) async throws -> Answer {
        try await call.bareList(QuoteSummaryWire.shape) {
            try await call.withBook { book in try await book.store.read { try $0.quoteSummary() } }
        }
    }
}

/// A quote as the report shows it.
enum QuoteReportRowWire {
    static let shape = WireShape<QuoteRow>(
        "QuoteReportRow", element: "Quote",
        [
            .integer("QuoteId", in: Bounds.id, "Given by the server, never twice.", get: { $0.id }).example(
                "412"),
            .text("CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.customerCode })
                .neverNull(),
            .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.customerName })
                .neverNull(),
            .integer("QuoteNumber", "The key in paths.", get: { $0.number }).example("41"),
            .text("CustomerReference", "The customer's order number or such.", get: { $0.reference }),
            .text("DateInfo", "The date as people write it.", get: { $0.date.dayText }).neverNull()
                .example(#""02/04/2026""#),
            .date("QuoteDate", "The day it was made out.", get: { $0.date.wireText }).neverNull(),
            .object("Category", "Number 0 and null for none.", get: { QuoteReportCategoryWire($0.category) })
                .neverNull(),
            .amount("VATTotalAmount", "VAT, home currency.", get: { $0.homeVAT }),
            .amount("TotalAmount", "Gross, home currency.", get: { $0.homeGross }),
        ])
}

/// The category of a quote as the report shows it.
struct QuoteReportCategoryWire: WireTable {
    private var category: DocumentCategory?

    init() {}

    init(_ category: DocumentCategory?) {
        self.category = category
    }

    static let shape = WireShape<QuoteReportCategoryWire>(
        "QuoteReportCategory", element: "Category",
        [
            .integer("Number", "0 for none.", get: { $0.category?.number ?? 0 }),
            .text("Name", max: TextKind.nameMax, "Null for none.", get: { $0.category?.name }),
        ])
}

/// The quotes of one category as the dashboard shows them.
enum QuoteSummaryWire {
    static let shape = WireShape<QuoteSummary>(
        "QuoteSummary",
        [
            .integer("CategoryNumber", "0 for quotes of none.", get: { $0.category }).example("1"),
            .text("CategoryName", max: TextKind.nameMax, "Null for quotes of none.", get: { $0.name })
                .example(#""Sent""#),
            .integer("Count", in: 0...Int64.max, "How many.", get: { $0.count }).example("4"),
            .amount("TotalAmount", "Gross, home currency.", get: { $0.amount }),
        ])
}
