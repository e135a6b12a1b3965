import Bookkeeping
import Books
import WebCore

/// What is counted and summed of invoices: e-mails, what is due, what was made.
enum InvoiceCountRoutes {
    static let all: [Route] = [
        Route(
            .get, "/invoices/topdue", .needs(.viewInvoice),
            RouteContract("The ten invoices on which most is owed, the largest sum first.")
                .parameter(customer.contract).parameter(search.contract).bareList()
                .answers(.ok, "Id, number and sum of each.", .list(.table(DueInvoiceWire.shape.schema))),
            use: topDue),
        Route(
            .get, "/invoicecountforsubscriptioncycle", .needs(.viewInvoice),
            RouteContract(
                "How many invoices and credit notes were made since the month began; there is no limit."
            )
            .answers(.ok, "The count, as a bare number.", .value(.integer(min: 0, max: nil), "12")),
            use: madeThisMonth),
        Route(
            .put, "/internal/invoices/{number}/emailcount", .needs(.editInvoice),
            InvoiceRoutes.numbered(RouteContract("Counts one more e-mail of an invoice."))
                .parameter(marksAsSent.contract).answers(.ok, "It is counted; there is no body."),
            use: countEmail),
        Route(
            .put, "/internal/invoices/{number}/emailcount/reset", .needs(.editInvoice),
            InvoiceRoutes.numbered(RouteContract("Sets the count of an invoice's e-mails back to 0."))
                .answers(.ok, "It is 0; there is no body."),
            use: resetEmails),
    ]

    private static let customer = QueryParameter<String?>.text(
        "customercode", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)
    private static let search = QueryParameter<String?>.text(
        "searchText", "Anywhere in number, customer reference and customer name."
    ).example(#""harbour""#)
    private static let marksAsSent = QueryParameter<Bool?>.flag(
        "updateMarkAsSentDate", "true: today is noted as the day on which it was sent, too.")

    @Sendable private static func topDue(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let customer = reader.read(customer)
        let text = reader.read(search)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            let found =
                isBeyond ? [] : try transaction.topDueInvoices(ofCustomer: customer, containing: text)
            writer.list(found) { DueInvoiceWire.shape.write($0, to: &$1) }
        }
    }

    @Sendable private static func madeThisMonth(_ call: Call) async throws -> Answer {
        try await call.showing { [today = call.today] in
            Answer(number: try $0.invoicesMade(since: today.firstOfMonth))
        }
    }

    @Sendable private static func countEmail(_ call: Call) async throws -> Answer {
        let number = try call.invoiceNumber
        var reader = try QueryReader(call.query)
        let marksAsSent = reader.read(marksAsSent) ?? false
        try reader.finish()
        try await call.withBook { try await $0.countEmail(ofInvoice: number, marksAsSent: marksAsSent) }
        return .done
    }

    @Sendable private static func resetEmails(_ call: Call) async throws -> Answer {
        let number = try call.invoiceNumber
        try await call.withBook { try await $0.resetEmails(ofInvoice: number) }
        return .done
    }
}

/// An invoice on which something is owed.
enum DueInvoiceWire {
    static let shape = WireShape<DueInvoice>(
        "DueInvoice",
        [
            .integer("Id", in: Bounds.id, "The invoice's Id.", get: { $0.id }).example("88120"),
            .integer("Number", "The key in paths.", get: { $0.number }).example("326"),
            .amount("DueAmount", "What is owed, home currency.", get: { $0.due }).example("1338.8000"),
        ])
}
