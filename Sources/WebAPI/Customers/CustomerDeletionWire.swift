import Bookkeeping
import Books
import WebCore

/// What the deletion of a customer would do.
enum CustomerDeletionWire {
    static let shape = WireShape<CustomerDeletion>(
        "CustomerDeletion",
        [
            .text("Code", max: TextKind.codeMax, "The code that was asked about.", get: { $0.code })
                .neverNull()
                .example(#""HARB01""#),
            .text("Name", max: TextKind.nameMax, "Null when no customer has the code.", get: { $0.name })
                .example(#""Harbour Joinery Ltd""#),
            .flag("CanDelete", "Whether the customer can go.", get: { $0.obstacle == nil }).example("true"),
            .text("Reason", "What stands in the way.", get: { $0.obstacle.map { ErrorAnswer($0).message } }),
            .integer("Invoices", "Invoices that would go too.", get: { $0.invoices }).example("0"),
            .integer("Quotes", "Quotes that would go too.", get: { $0.quotes }).example("0"),
            .integer(
                "RecurringInvoices", "Recurring invoices that would go too.", get: { $0.recurringInvoices }
            ).example("0"),
            .integer("Payments", "Payments that would be moved.", get: { $0.payments }).example("0"),
        ])
}
