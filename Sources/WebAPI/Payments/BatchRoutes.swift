import Bookkeeping
import Books
import WebCore

/// `/{objectType}/bulk/payments`: one sum of money for several documents.
enum BatchRoutes {
    private static let batches = "/{objectType}/bulk/payments"
    private static let batch = batches + "/{number}"

    static let all: [Route] = [
        Route(
            .post, batches, .writesPayments,
            refusals(
                RouteContract("One payment for several invoices, as one sum of money on the bank account.")
            )
            .takes(.table(BatchWire.schema))
            .answers(.ok, "The batch.", .table(BatchWire.schema))
            .refuses(BookkeepingError.numberTaken(.invoiceBatch, 7)),
            use: create),
        Route(
            .get, batch, .readsPayments,
            numbered(RouteContract("One batch payment.")).answers(
                .ok, "The batch.", .table(BatchWire.schema)),
            use: read),
        Route(
            .put, batch, .writesPayments,
            refusals(
                numbered(
                    RouteContract(
                        """
                        Changes a batch: invoices that are not named any more lose its payment; number, date, account \
                        and method stay when they are left out.
                        """))
            )
            .takes(.table(BatchWire.schema))
            .answers(.ok, "The batch.", .table(BatchWire.schema))
            .refuses(BookkeepingError.numberTaken(.invoiceBatch, 7))
            .matched(),
            use: change),
        Route(
            .delete, batch, .writesPayments,
            refusals(numbered(RouteContract("Deletes a batch with all its payments.")))
                .answers(.ok, "Deleted.")
                .matched(),
            use: delete),
    ]

    private static func numbered(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("number", .integer(min: 1, max: nil), "7", "The batch's number.")
            .refuses(BookkeepingError.documentUnknown(.invoiceBatch, "7"))
    }

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract.paidObject()
            .refuses(BookkeepingError.dateLocked(until: .never))
            .refuses(WebError.notImplemented("POST /purchases/bulk/payments"))
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        try call.requireInvoices()
        let sent = try await call.wire(BatchWire.self).sent
        return try await call.creating {
            try await $0.createBatch(ofInvoices: sent)
        } answer: {
            Answer(BatchWire($0))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        try call.requireInvoices()
        let number = try number(call)
        return { Answer(BatchWire(try $0.batch(ofInvoices: number))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let (shown, number) = (try shown(call), try number(call))
        let sent = try await call.wire(BatchWire.self).sent
        return Answer(
            BatchWire(
                try await call.changing(shown) { try await $0.changeBatch(ofInvoices: number, to: sent) }))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let (shown, number) = (try shown(call), try number(call))
        try await call.changing(shown) { try await $0.deleteBatch(ofInvoices: number) }
        return .done
    }

    /// - Throws: `BookkeepingError.documentUnknown` for what is no number.
    private static func number(_ call: Call) throws -> Int64 {
        guard let number = try call.pathNumber("number") else {
            throw BookkeepingError.documentUnknown(.invoiceBatch, try call.pathText("number").shown())
        }
        return number
    }
}
