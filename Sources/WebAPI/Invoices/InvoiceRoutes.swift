import Bookkeeping
import Books
import WebCore

/// `/invoices`: invoices and credit notes.
enum InvoiceRoutes {
    static let all: [Route] = [
        Route(
            .get, "/invoices", .needs(.viewInvoice),
            InvoiceListQuery.describe(RouteContract("The invoices and credit notes, by pages."))
                .answers(.ok, "One page.", .page(InvoiceRowWire.shape.schema)),
            use: list),
        Route(
            .post, "/invoices", .needs(.createInvoice),
            refusals(
                RouteContract(
                    "A new invoice, or a credit note where its total is negative. It is posted at once.")
            )
            .takes(.table(InvoiceWire.schema))
            .answers(.created, "The invoice.", .table(InvoiceWire.schema), location: true),
            use: create),
        Route(
            .get, "/invoices/{number}", .needs(.viewInvoice),
            numbered(RouteContract("One invoice in full."))
                .answers(.ok, "The invoice.", .table(InvoiceWire.schema)),
            use: read),
        Route(
            .put, "/invoices/{number}", .needs(.editInvoice),
            refusals(
                numbered(
                    RouteContract(
                        """
                        Changes an invoice with its lines and payments: what is left out goes back to its default, but \
                        for number, date, customer, currency and rate. What it posted is reversed and posted anew.
                        """))
            )
            .takes(.table(InvoiceWire.schema))
            .answers(.ok, "The invoice.", .table(InvoiceWire.schema))
            .answers(
                .created, "The invoice, under its new number.", .table(InvoiceWire.schema), location: true
            )
            .refuses(
                BookkeepingError.conflict(
                    "Its customer can't change while it has payments; remove them first.")
            )
            .matched(),
            use: change),
        Route(
            .delete, "/invoices/{number}", .needs(.deleteInvoice),
            numbered(RouteContract("Deletes an invoice with its payments; what it posted is reversed."))
                .answers(.noContent, "Deleted.")
                .refuses(BookkeepingError.dateLocked(until: .never))
                .refuses(BookkeepingError.inUse(by: "the batch payment 7: change that first"))
                .matched(),
            use: delete),
    ]

    /// A contract with the number in the path, and with what is said when no invoice has it.
    static func numbered(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("number", .integer(min: 1, max: nil), "326", "The invoice's number.")
            .refuses(BookkeepingError.documentUnknown(.invoice, "326"))
    }

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract
            .refuses(BookkeepingError.numberTaken(.invoice, 326))
            .refuses(BookkeepingError.dateLocked(until: .never))
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let filter = InvoiceListQuery.filter(&reader, page)
        try reader.finish()
        return try await call.reading { [today = call.today] transaction, writer in
            let found = try transaction.invoicePage(filter, on: today)
            writer.page(page, total: Int(found.total), amount: found.amount, found.rows) {
                InvoiceRowWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(InvoiceWire.self).sent
        return try await call.creating {
            try await $0.create(sent)
        } answer: { full in
            Answer(InvoiceWire(full), status: .created).at("invoices", String(full.invoice.number))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    /// What the path of a call shows.
    static func shown(_ call: Call) throws -> Call.Shown {
        let (number, today) = (try call.invoiceNumber, call.today)
        return { Answer(InvoiceWire(try $0.invoiceInFull(number: number, on: today))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try call.invoiceNumber
        let sent = try await call.wire(InvoiceWire.self).sent
        let (full, isRenumbered) = try await call.changing(shown(call)) {
            try await $0.changeInvoice(number, to: sent)
        }
        guard isRenumbered else { return Answer(InvoiceWire(full)) }
        return Answer(InvoiceWire(full), status: .created).at("invoices", String(full.invoice.number))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let number = try call.invoiceNumber
        try await call.changing(shown(call)) { try await $0.deleteInvoice(number) }
        return .noContent
    }
}

extension Call {
    /// - Throws: `BookkeepingError.documentUnknown` for what is no number.
    var invoiceNumber: Int64 {
        get throws {
            let sent = try pathText("number")
            guard let number = Int64(sent) else {
                throw BookkeepingError.documentUnknown(.invoice, sent.shown())
            }
            return number
        }
    }
}
