import Bookkeeping
import FrontDoor

extension SearchKind {
    /// What a caller must be allowed to be shown hits of this kind.
    ///
    /// - Source: `users.md`, "Which permission a family needs".
    var permission: Permission {
        switch self {
        case .invoice, .invoicePayment: .viewInvoice
        case .purchase, .purchasePayment, .expense, .purchaseOrder, .supplier: .viewReceipt
        case .customer: .viewCustomer
        case .quote: .viewQuote
        // Payments for many documents can be of sales and of purchases.
        case .bank, .journal, .bulkPayments, .trip: .fullAccess
        }
    }
}
