/// What is numbered through the whole book. A number that was given once is never given again, also when what had it
/// is deleted.
///
/// Raw values are kept in the tables.
///
/// - Source: `reference-data.md`, next numbers; `conventions.md`, "Numbers".
public enum NumberSeries: String, CaseIterable, Sendable {
    case invoice, quote, purchase, project, journal
    case purchaseOrder = "purchase order"
    case recurringInvoice = "recurring invoice"
    case invoiceBatch = "invoice batch"
    case purchaseBatch = "purchase batch"
    case bankTransaction = "bank transaction"
    /// The ids of nominals, which begin where no code is, since bank transactions take either.
    case nominal

    /// The number before the first.
    public var start: Int64 {
        switch self {
        case .nominal: 1_000_000
        case .invoice, .quote, .purchase, .project, .journal, .purchaseOrder, .recurringInvoice,
            .invoiceBatch,
            .purchaseBatch, .bankTransaction:
            0
        }
    }
}
