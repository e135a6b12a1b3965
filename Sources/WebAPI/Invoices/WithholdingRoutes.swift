import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/internal/{objectType}/{objectNumber}/withholdingtaxdeduction`: what a customer keeps back for the tax office.
enum WithholdingRoutes {
    static let all: [Route] = [
        Route(
            .post, "/internal/{objectType}/{objectNumber}/withholdingtaxdeduction",
            .needs(
                by: "objectType",
                [
                    "invoice": .editInvoice, "invoices": .editInvoice, "purchase": .editReceipt,
                    "purchases": .editReceipt,
                ]),
            RouteContract(
                """
                Puts the deduction for tax withheld (CIS) on an invoice, as a line of its own. Takes no body. It is not \
                worked out anew when lines change: take its line off and call again.
                """
            )
            .pathParameter(
                "objectType", .text(max: nil), #""invoices""#,
                "invoices or invoice, in any case; purchases are not built yet."
            )
            .pathParameter("objectNumber", .integer(min: 1, max: nil), "319", "The invoice's number.")
            .answers(.ok, "The invoice, with the line.", .table(InvoiceWire.schema))
            .refuses(BookkeepingError.documentUnknown(.invoice, "319"))
            .refuses(
                BookkeepingError.conflict("The deduction is on it already; take its line off to deduct anew.")
            )
            .refuses(BookkeepingError.dateLocked(until: .never))
            .refuses(WebError.notImplemented("Withholding on purchases")),
            use: deduct)
    ]

    @Sendable private static func deduct(_ call: Call) async throws -> Answer {
        guard try call.pathText("objectType").lowercased().hasPrefix("invoice") else {
            throw WebError.notImplemented("Withholding on purchases")
        }
        let sent = try call.pathText("objectNumber")
        guard let number = Int64(sent) else {
            throw BookkeepingError.documentUnknown(.invoice, sent.shown())
        }
        return try await call.creating {
            try await $0.deductWithholding(fromInvoice: number)
        } answer: {
            Answer(InvoiceWire($0))
        }
    }
}
