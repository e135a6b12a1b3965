import Books

extension LedgerLine {
    /// Where the document can be read; empty where its kind has no resource of its own.
    var link: String {
        switch source {
        case .invoice: "/v2/invoices/\(number)"
        case .purchase: "/v2/purchases/\(number)"
        case .journal: "/v2/journals/\(number)"
        case .bank: account == 0 ? "" : "/v2/bankaccounts/\(account)/transactions/\(id)"
        }
    }
}
