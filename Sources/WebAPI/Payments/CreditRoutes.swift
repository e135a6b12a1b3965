import Bookkeeping
import Books
import WebCore

/// Credits of a customer used on an invoice, payments taken off, bad debts and exchange differences.
enum CreditRoutes {
    static let all: [Route] = [
        Route(
            .get, "/internal/{objectType}/{objectId}/credits", .readsPayments,
            byID(RouteContract("What may be used on an invoice, the oldest first.")).bareList()
                .answers(.ok, "The credits; none for a credit note.", .list(.table(CreditWire.schema))),
            use: list),
        Route(
            .post, "/internal/{objectType}/{objectId}/credits", .writesPayments,
            byID(
                RouteContract(
                    """
                    Uses credits on an invoice in the order in which they are sent, until it is settled; a larger one \
                    keeps its rest.
                    """)
            )
            .takes(.list(.table(CreditWire.schema)))
            .answers(.ok, "What is left to use.", .list(.table(CreditWire.schema)))
            .refuses(BookkeepingError.conflict("Nothing is due on invoice 325."))
            .refuses(BookkeepingError.dateLocked(until: .never)),
            use: useCredits),
        Route(
            .post, "/internal/{objectType}/{number}/payments/{paymentId}/unallocate", .writesPayments,
            RouteContract(
                """
                Takes a payment off an invoice and keeps the money as an advance of the customer; a set-off is undone, \
                an advance is free again.
                """
            )
            .paidObject()
            .pathParameter("number", .integer(min: 1, max: nil), "318", "The invoice's number.")
            .pathParameter("paymentId", .integer(min: 1, max: nil), "71", "The payment's Id.")
            .answers(
                .ok, "The bank transaction's Id; where no money moved the payment's.", .table(IDWire.schema)
            )
            .refuses(BookkeepingError.documentUnknown(.invoice, "318"))
            .refuses(BookkeepingError.unknown("payment", "71 of invoice 318"))
            .refuses(BookkeepingError.locked("The payment of 2026-05-20 is on the VAT return 3."))
            .refuses(
                WebError.notImplemented("POST /internal/purchases/{number}/payments/{paymentId}/unallocate")),
            use: unallocate),
        Route(
            .post, "/internal/invoices/refund/baddebt", .needs(.editInvoice),
            RouteContract("Sets a credit note against an invoice as a bad debt.")
                .takes(.table(BadDebtWire.schema))
                .answers(.ok, "Done.")
                .refuses(
                    BookkeepingError.conflict(
                        """
                        The VAT of invoice 324 on this amount must be that of invoice 318, 20.00: VAT that was never \
                        received is never due.
                        """)),
            use: writeOff),
        Route(
            .post, "/invoices/{number}/settle", .needs(.editInvoice),
            InvoiceRoutes.numbered(
                RouteContract(
                    """
                    Moves what remains due on a foreign invoice to exchange gains and losses, dated the last payment. \
                    Our addition.
                    """)
            )
            .answers(.ok, "The invoice, paid.", .table(InvoiceWire.schema))
            .refuses(BookkeepingError.conflict("Nothing is due on it."))
            .refuses(BookkeepingError.dateLocked(until: .never)),
            use: settle),
    ]

    private static func byID(_ contract: RouteContract) -> RouteContract {
        contract.paidObject()
            .pathParameter(
                "objectId", .integer(min: 1, max: nil), "88120", "The invoice's Id, not its number."
            )
            .refuses(BookkeepingError.documentUnknown(.invoice, "with the Id 88120"))
            .refuses(WebError.notImplemented("GET /internal/purchases/{objectId}/credits"))
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        let id = try objectID(call)
        var reader = try QueryReader(call.query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            let credits = try transaction.credits(forInvoice: id)
            writer.list(isBeyond ? [] : credits) { CreditWire.shape.write(CreditWire($0), to: &$1) }
        }
    }

    @Sendable private static func useCredits(_ call: Call) async throws -> Answer {
        let id = try objectID(call)
        let uses = try await call.body().tables(CreditWire.self).map(\.use)
        return try await call.creating {
            try await $0.useCredits(uses, onInvoice: id)
        } answer: {
            Answer(list: $0.map { CreditWire($0) }, CreditWire.shape)
        }
    }

    @Sendable private static func unallocate(_ call: Call) async throws -> Answer {
        try call.requireInvoices()
        let number = try call.invoiceNumber
        guard let payment = try call.pathNumber("paymentId") else {
            throw BookkeepingError.unknown("payment", try call.pathText("paymentId").shown())
        }
        return try await call.creating {
            try await $0.unallocate(payment: payment, ofInvoice: number)
        } answer: {
            Answer(IDWire(id: $0))
        }
    }

    @Sendable private static func writeOff(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(BadDebtWire.self)
        return try await call.creating {
            try await $0.writeOff(invoice: sent.base, with: sent.credit)
        } answer: {
            .done
        }
    }

    @Sendable private static func settle(_ call: Call) async throws -> Answer {
        let number = try call.invoiceNumber
        return try await call.creating {
            try await $0.settleInvoice(number)
        } answer: {
            Answer(InvoiceWire($0))
        }
    }

    /// - Throws: `BookkeepingError.documentUnknown` for what is no id.
    private static func objectID(_ call: Call) throws -> Int64 {
        try call.requireInvoices()
        guard let id = try call.pathNumber("objectId") else {
            throw BookkeepingError.documentUnknown(
                .invoice, "with the Id \(try call.pathText("objectId").shown())")
        }
        return id
    }
}
