/// A word on invoices that a business may put another one in the place of; the raw value is its name on the wire.
///
/// - Source: `settings.md`, Invoices.
public enum InvoiceLabel: String, CaseIterable, Sendable {
    case account = "AccountName"
    case creditNote = "CreditNoteName"
    case invoice = "InvoiceName"
    case date = "InvoiceDateName"
    case dueDate = "DueDateName"
    case customerReference = "CustomerReferenceName"
    case total = "TotalName"
    case number = "InvoiceNumberName"
    case invoiceTotal = "InvoiceTotalName"
    case net = "NetAmountName"
    case quantity = "QuantityName"
    case rate = "RateName"
    case description = "DescriptionName"

    public var usual: String {
        switch self {
        case .account: "Account"
        case .creditNote: "Credit Note"
        case .invoice: "Invoice"
        case .date: "Invoice Date"
        case .dueDate: "Due Date"
        case .customerReference: "Your Reference"
        case .total: "Total"
        case .number: "Invoice Number"
        case .invoiceTotal: "Invoice Total"
        case .net: "Net"
        case .quantity: "Quantity"
        case .rate: "Rate"
        case .description: "Description"
        }
    }
}

/// What invoices and their papers look like.
///
/// - Source: `settings.md`, Invoices.
public struct InvoiceSettings: Hashable, Sendable {
    private var labels: [InvoiceLabel: String] = [:]
    /// The list shows which invoices were mailed.
    public var showsMailed = true
    public var showsReferenceInList = false
    /// Papers leave the column out; amounts still use it.
    public var leavesQuantityOut = false

    public init() {}

    /// A word, or the usual one where it is set to nothing.
    public subscript(label: InvoiceLabel) -> String {
        get { labels[label] ?? label.usual }
        set { labels[label] = newValue.isEmpty ? nil : newValue }
    }

    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func check() throws(BookkeepingError) {
        var check = FieldCheck()
        for label in InvoiceLabel.allCases { check.label(self[label], label.rawValue) }
        try check.finish()
    }
}
