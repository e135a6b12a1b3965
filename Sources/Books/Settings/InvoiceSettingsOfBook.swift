import Bookkeeping
import Store

extension InvoiceSettings: SettingFamily {
    public init(_ kept: BookSettings) {
        self.init()
        for label in InvoiceLabel.allCases { self[label] = kept.text(label.setting) ?? "" }
        showsMailed = kept.flag(.invoiceMailedInList, default: showsMailed)
        showsReferenceInList = kept.flag(.invoiceReferenceInList)
        leavesQuantityOut = kept.flag(.invoiceWithoutQuantity)
    }

    public var rows: [(BookSetting, any SettingValue)] {
        InvoiceLabel.allCases.map { ($0.setting, self[$0]) }
            + [
                (.invoiceMailedInList, showsMailed), (.invoiceReferenceInList, showsReferenceInList),
                (.invoiceWithoutQuantity, leavesQuantityOut),
            ]
    }
}

extension InvoiceLabel {
    fileprivate var setting: BookSetting {
        switch self {
        case .account: .labelAccount
        case .creditNote: .labelCreditNote
        case .invoice: .labelInvoice
        case .date: .labelDate
        case .dueDate: .labelDueDate
        case .customerReference: .labelCustomerReference
        case .total: .labelTotal
        case .number: .labelNumber
        case .invoiceTotal: .labelInvoiceTotal
        case .net: .labelNet
        case .quantity: .labelQuantity
        case .rate: .labelRate
        case .description: .labelDescription
        }
    }
}

extension Transaction {
    public func invoiceSettings() throws -> InvoiceSettings { try settings() }
}

extension Book {
    /// Changes what was sent of how invoices look.
    ///
    /// - Throws: `BookkeepingError.invalid`; then nothing was written.
    public func changeInvoiceSettings(_ sent: SettingsChange<InvoiceSettings>) async throws -> InvoiceSettings
    {
        try await change(sent)
    }
}
