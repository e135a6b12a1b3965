import Bookkeeping
import Books
import WebCore

/// What the deletion of a customer or supplier would do.
enum PartyDeletionWire {
    static func shape(of party: Party) -> WireShape<PartyDeletion> {
        switch party {
        case .customer: customers
        case .supplier: suppliers
        }
    }

    private static let customers = WireShape<PartyDeletion>(
        "CustomerDeletion",
        verdict(.customer) + [
            .integer("Invoices", "Invoices that would go too.", get: { $0.documents }).example("0"),
            .integer("Quotes", "Quotes that would go too.", get: { $0.offers }).example("0"),
            .integer("RecurringInvoices", "Recurring invoices that would go too.", get: { $0.recurring })
                .example("0"),
            .integer("Payments", "Payments that would be moved.", get: { $0.payments }).example("0"),
        ])

    private static let suppliers = WireShape<PartyDeletion>(
        "SupplierDeletion",
        verdict(.supplier) + [
            .integer("Purchases", "Purchases that would go too.", get: { $0.documents }).example("0"),
            .integer("PurchaseOrders", "Purchase orders that would go too.", get: { $0.offers }).example("0"),
            .integer("RecurringPurchases", "Recurring purchases that would go too.", get: { $0.recurring })
                .example("0"),
            .integer("Payments", "Payments that would be moved.", get: { $0.payments }).example("0"),
        ])

    private static func verdict(_ party: Party) -> [WireField<PartyDeletion>] {
        [
            .text("Code", max: TextKind.codeMax, "The code that was asked about.", get: { $0.code })
                .neverNull()
                .example(#""\#(party.exampleCodes[0])""#),
            .text(
                "Name", max: TextKind.nameMax, "Null when no \(party.rawValue) has the code.",
                get: { $0.name }
            )
            .example(#""Harbour Joinery Ltd""#),
            .flag("CanDelete", "Whether the \(party.rawValue) can go.", get: { $0.obstacle == nil })
                .example("true"),
            .text("Reason", "What stands in the way.", get: { $0.obstacle.map { ErrorAnswer($0).message } }),
        ]
    }
}
