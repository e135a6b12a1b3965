import Bookkeeping
import Books
import WebCore

/// What passed between the business and its customers: transactions, statistics, statements.
enum CustomerAccountRoutes {
    static let all: [Route] = [
        Route(
            .get, "/customers/{code}/transactions", .needs(.viewCustomer),
            AccountQuery.describe(
                Party.customer.byCode(
                    RouteContract("A customer's invoices, credit notes, quotes and payments, by pages."))
            ).answers(.ok, "One page.", .page(AccountRowWire.shape.schema)),
            use: transactions),
        Route(
            .get, "/customers/{code}/statistics", .needs(.viewCustomer),
            Party.customer.byCode(RouteContract("What a customer's invoices come to, as texts."))
                .answers(.ok, "The figures.", .table(CustomerStatisticsWire.ofOne.schema)),
            use: statistics),
        Route(
            .put, "/customers/{code}/statistics", .needs(.viewCustomer),
            Party.customer.byCode(
                RouteContract("Taken for compatibility: the figures are always those of now.")
            ).answers(.ok, "Nothing was to be done."),
            use: refresh),
        Route(
            .get, "/customers/statistics", .needs(.viewCustomer),
            RouteContract("What all customers' invoices come to, as texts.")
                .answers(.ok, "The figures.", .table(CustomerStatisticsWire.ofAll.schema)),
            use: figures),
        Route(
            .put, "/customers/statistics", .needs(.viewCustomer),
            RouteContract("Taken for compatibility: the figures are always those of now.")
                .answers(.ok, "Nothing was to be done.")
        ) { _ in .done },
        Route(
            .post, "/customers/customerbulkinvoice", .needs(.viewCustomer),
            RouteContract("What the invoices of several customers come to; codes of nobody are left out.")
                .takes(
                    .value(
                        .list(.text(max: nil, min: 1), max: Bounds.codesInCall.upperBound),
                        #"["HARB01","QUAY01"]"#)
                )
                .answers(.ok, "One for each customer.", .list(.table(CustomerInvoicesWire.shape.schema)))
                .repeatable(),
            use: invoices),
        Route(
            .get, "/customerstatementtransaction", .needs(.viewCustomer),
            StatementQuery.describe(RouteContract("A customer's statement as data."))
                .answers(.ok, "The statement.", .table(StatementWire.shape.schema))
                .refuses(BookkeepingError.partyUnknown(.customer, code: "HARB01")),
            use: statement),
    ]

    @Sendable private static func transactions(_ call: Call) async throws -> Answer {
        let code = try call.pathText("code")
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let filter = AccountQuery.filter(&reader, page)
        try reader.finish()
        return try await call.reading { [today = call.today] transaction, writer in
            let found = try transaction.accountPage(ofCustomer: code, filter)
            let rows = found.rows.lazy.map { ShownAccountRow(row: $0, today: today) }
            writer.page(page, total: Int(found.total), amount: found.amount, rows) {
                AccountRowWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func statistics(_ call: Call) async throws -> Answer {
        let (code, today) = (try call.pathText("code"), call.today)
        return try await call.reading { transaction, writer in
            let shown = ShownStatistics(
                customer: try transaction.customer(code, on: today), home: try transaction.homeCurrency())
            CustomerStatisticsWire.ofOne.write(shown, to: &writer)
        }
    }

    @Sendable private static func refresh(_ call: Call) async throws -> Answer {
        let (code, today) = (try call.pathText("code"), call.today)
        return try await call.withBook { book in
            _ = try await book.store.read { try $0.customer(code, on: today) }
            return .done
        }
    }

    @Sendable private static func figures(_ call: Call) async throws -> Answer {
        try await call.reading { [today = call.today] transaction, writer in
            let shown = ShownFigures(
                figures: try transaction.salesFigures(on: today), home: try transaction.homeCurrency())
            CustomerStatisticsWire.ofAll.write(shown, to: &writer)
        }
    }

    @Sendable private static func invoices(_ call: Call) async throws -> Answer {
        let codes = try await call.body().codes()
        return try await call.reading { transaction, writer in
            writer.list(try transaction.invoices(ofCustomers: codes)) {
                CustomerInvoicesWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func statement(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let (code, filter) = StatementQuery.read(&reader, on: call.today)
        try reader.finish()
        return try await call.reading { [today = call.today] transaction, writer in
            let statement = try transaction.statement(ofCustomer: code, filter)
            let customer = try transaction.customer(code, on: today)
            let first = statement.rows.first?.row.date ?? filter.to
            let shown = ShownStatement(
                code: customer.code.text, name: customer.details.name,
                currency: try transaction.homeCurrency(),
                from: filter.from == .first ? first : filter.from, to: filter.to, statement: statement,
                today: today)
            StatementWire.shape.write(shown, to: &writer)
        }
    }
}
