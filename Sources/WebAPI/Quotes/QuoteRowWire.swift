import Bookkeeping
import Books
import WebCore

/// A quote as lists show it.
enum QuoteRowWire {
    static let shape = WireShape<QuoteRow>(
        "QuoteRow", element: "Quote",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.id }).example("412"),
            .integer("Number", "The key in paths.", get: { $0.number }).example("41"),
            .date("Date", "The day it was made out.", get: { $0.date.wireText }).neverNull(),
            .text("CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.customerCode })
                .neverNull().example(#""HARB01""#),
            .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.customerID }),
            .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.customerName })
                .neverNull(),
            .text("CustomerReference", "The customer's order number or such.", get: { $0.reference }),
            .amount("GrossAmount", "Document currency.", get: { $0.gross }),
            .amount("NetAmount", "Document currency.", get: { $0.net }),
            .amount("VATAmount", "Document currency.", get: { $0.vat }),
            .integer("ProjectNumber", "0 for none.", get: { $0.project?.number ?? 0 }),
            .text("ProjectName", max: TextKind.nameMax, "The project's name.", get: { $0.project?.name }),
            .integer("FileCount", "Attached files.", get: { _ in 0 }),
            .flag("IsEmailSent", "Whether it was e-mailed.", get: { $0.isEmailSent }),
            .object(
                "Category", "Number 0 and nulls for none.", get: { QuoteRowCategoryWire($0.category) }
            ).neverNull(),
        ])
}
