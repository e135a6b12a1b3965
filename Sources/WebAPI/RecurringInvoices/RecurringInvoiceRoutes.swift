import Bookkeeping
import Books
import WebCore

/// `/recurringinvoices`, and those of one customer.
enum RecurringInvoiceRoutes {
    static let all: [Route] = [
        Route(
            .get, "/recurringinvoices", .needs(.viewInvoice),
            described(RouteContract("The recurring invoices, by pages.")).parameter(customer.contract),
            use: list),
        Route(
            .get, "/customers/{code}/recurringinvoices", .needs(.viewCustomer),
            described(
                Party.customer.byCode(RouteContract("The recurring invoices of one customer, by pages."))),
            use: listOfCustomer),
        Route(
            .post, "/recurringinvoices", .needs(.createInvoice),
            RouteContract(
                """
                A new recurring invoice. It posts nothing; what a StartDate in the past owes is made at the next run.
                """
            )
            .takes(.table(RecurringInvoiceWire.schema))
            .answers(.created, "The template.", .table(RecurringInvoiceWire.schema), location: true)
            .refuses(BookkeepingError.numberTaken(.recurringInvoice, 3)),
            use: create),
        Route(
            .get, "/recurringinvoices/{number}", .needs(.viewInvoice),
            numbered(RouteContract("One recurring invoice in full."))
                .answers(.ok, "The template.", .table(RecurringInvoiceWire.schema)),
            use: read),
        Route(
            .put, "/recurringinvoices/{number}", .needs(.editInvoice),
            numbered(
                RouteContract(
                    """
                    Changes a recurring invoice: what is left out goes back to its default, but for number, currency \
                    and rate. Dates that it has gone through are not gone through again; one that was Disabled goes on \
                    with today.
                    """)
            )
            .takes(.table(RecurringInvoiceWire.schema))
            .answers(.ok, "The template.", .table(RecurringInvoiceWire.schema))
            .answers(
                .created, "The template, under its new number.", .table(RecurringInvoiceWire.schema),
                location: true
            )
            .refuses(BookkeepingError.numberTaken(.recurringInvoice, 3))
            .matched(),
            use: change),
        Route(
            .delete, "/recurringinvoices/{number}", .needs(.deleteInvoice),
            numbered(RouteContract("Deletes a recurring invoice; invoices made from it stay."))
                .answers(.noContent, "Deleted.")
                .matched(),
            use: delete),
    ]

    private static func numbered(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("number", .integer(min: 1, max: nil), "3", "The template's number.")
            .refuses(BookkeepingError.documentUnknown(.recurringInvoice, "3"))
    }

    // MARK: Lists

    private static func described(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(order.contract).parameter(sort.contract).parameter(frequency.contract)
            .parameter(project.contract)
            .answers(.ok, "One page.", .page(RecurringInvoiceRowWire.shape.schema))
    }

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let sort = QueryParameter<RecurringInvoiceFilter.Sort>.choice(
        "sortby",
        zip(
            [
                "Number", "NextDue", "CustomerName", "CustomerReference", "Description", "Expiry",
                "GrossAmount",
                "VATAmount", "NetAmount", "Project",
            ], RecurringInvoiceFilter.Sort.allCases
        ).enumerated().map { (name: $1.0, number: $0, value: $1.1) }, absent: .number,
        "By name or number; templates that are equal in it stand by number.")
    private static let frequency = QueryParameter<Frequency.Kind?>.choice(
        "filterby",
        [(name: "All", number: 0, value: nil)]
            + Frequency.Kind.allCases.enumerated().map { (name: $1.rawValue, number: $0 + 1, value: $1) },
        absent: nil, "Those of one frequency.")
    private static let customer = QueryParameter<String?>.text(
        "customercode", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)
    private static let project = QueryParameter<Int>.integer(
        "projectnumber", min: 0, absent: 0, "Those of one project; 0 for all.")

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        var filter = filter(&reader, page)
        filter.customerCode = reader.read(customer)
        try reader.finish()
        return try await answer(call, page, filter)
    }

    @Sendable private static func listOfCustomer(_ call: Call) async throws -> Answer {
        let code = try call.pathText("code")
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        var filter = filter(&reader, page)
        try reader.finish()
        filter.customerCode = code
        return try await answer(call, page, filter, customer: code)
    }

    private static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> RecurringInvoiceFilter {
        var filter = RecurringInvoiceFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.isDescending = reader.read(order)
        filter.sort = reader.read(sort)
        filter.frequency = reader.read(frequency)
        let number = reader.read(project)
        filter.project = number == 0 ? nil : Int64(number)
        return filter
    }

    /// - Parameter code: of a customer who has to be there.
    private static func answer(
        _ call: Call, _ page: PageRequest, _ filter: RecurringInvoiceFilter, customer code: String? = nil
    ) async throws -> Answer {
        let today = call.today
        return try await call.reading { transaction, writer in
            if let code { _ = try transaction.customer(code, on: today) }
            let found = try transaction.recurringInvoicePage(filter)
            writer.page(page, total: Int(found.total), amount: found.amount, found.rows) {
                RecurringInvoiceRowWire.shape.write($0, to: &$1)
            }
        }
    }

    // MARK: One

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(RecurringInvoiceWire.self).sent
        try await call.services.frontDoor.noteRecurring(business: call.caller.business)
        return try await call.creating {
            try await $0.create(sent)
        } answer: { full in
            Answer(RecurringInvoiceWire(full), status: .created)
                .at("recurringinvoices", String(full.template.number))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (number, today) = (try number(call), call.today)
        return { Answer(RecurringInvoiceWire(try $0.recurringInvoiceInFull(number: number, on: today))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try number(call)
        let sent = try await call.wire(RecurringInvoiceWire.self).sent
        let (full, isRenumbered) = try await call.changing(shown(call)) {
            try await $0.changeRecurringInvoice(number, to: sent)
        }
        guard isRenumbered else { return Answer(RecurringInvoiceWire(full)) }
        return Answer(RecurringInvoiceWire(full), status: .created)
            .at("recurringinvoices", String(full.template.number))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let number = try number(call)
        try await call.changing(shown(call)) { try await $0.deleteRecurringInvoice(number) }
        return .noContent
    }

    /// - Throws: `BookkeepingError.documentUnknown` for what is no number.
    private static func number(_ call: Call) throws -> Int64 {
        let sent = try call.pathText("number")
        guard let number = Int64(sent) else {
            throw BookkeepingError.documentUnknown(.recurringInvoice, sent.shown())
        }
        return number
    }
}
