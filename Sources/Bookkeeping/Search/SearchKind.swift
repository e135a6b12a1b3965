/// What one search over everything looks for, by the number that stands for it on the wire.
///
/// - Source: `reference-data.md`, "Search".
public enum SearchKind: Int64, CaseIterable, Sendable {
    case invoice = 1
    case purchase, bank, journal, invoicePayment, purchasePayment, customer, supplier, quote, bulkPayments,
        expense, trip, purchaseOrder

    /// `PurchaseOrder`: as it is written on the wire.
    public var name: String {
        switch self {
        case .invoice: "Invoice"
        case .purchase: "Purchase"
        case .bank: "Bank"
        case .journal: "Journal"
        case .invoicePayment: "InvoicePayment"
        case .purchasePayment: "PurchasePayment"
        case .customer: "Customer"
        case .supplier: "Supplier"
        case .quote: "Quote"
        case .bulkPayments: "BulkPayments"
        case .expense: "Expense"
        case .trip: "Trip"
        case .purchaseOrder: "PurchaseOrder"
        }
    }
}
