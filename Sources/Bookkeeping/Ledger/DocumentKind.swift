/// What can post. Raw values are kept in the tables and hashed with each posting, so they never change.
///
/// - Source: `ledger.md`, "What each action posts"; payments, settlements, returns and changes of scheme are documents
///   too.
public enum DocumentKind: String, CaseIterable, Sendable {
    /// An invoice or a sales credit note, which share numbers and tables.
    case invoice
    /// A purchase or a supplier's credit note.
    case purchase
    /// Money on one invoice or purchase.
    case payment
    /// One sum of money for several invoices, or several purchases.
    case batchPayment = "batch payment"
    /// A credit set against a document; posts only what value added tax on the cash basis asks for.
    case setOff = "set-off"
    /// What remained of a foreign document, moved to exchange gains and losses.
    case settlement
    case bankTransaction = "bank transaction"
    case transfer
    case journal
    /// A bank account's starting amount.
    case openingBalance = "opening balance"
    /// The advances of a party that is deleted, moved to the nominal for them.
    case advanceMove = "advance move"
    case vatReturn = "VAT return"
    case schemeChange = "scheme change"
}

/// One document, by its kind and id. Numbers may change; ids are never given twice.
public struct DocumentKey: Hashable, Sendable {
    public let kind: DocumentKind
    public let id: Int64

    public init(_ kind: DocumentKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}
