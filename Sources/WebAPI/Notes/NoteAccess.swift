import Bookkeeping
import FrontDoor
import WebCore

extension RouteAccess {
    /// What reading what a note is about needs.
    static let readsNotes = notes { $0.reading }
    /// What changing what a note is about needs.
    static let writesNotes = notes { $0.writing }

    private static func notes(_ permission: (NotedKind) -> Permission) -> RouteAccess {
        var permissions: [String: Permission] = [:]
        for kind in NotedKind.allCases {
            for name in kind.names { permissions[name] = permission(kind) }
        }
        return .needs(by: "objectType", permissions)
    }
}

extension NotedKind {
    /// - Source: `users.md`, "Which permission a family needs".
    fileprivate var reading: Permission {
        switch self {
        case .customers: .viewCustomer
        case .suppliers, .purchases, .purchaseOrders: .viewReceipt
        case .invoices: .viewInvoice
        case .quotes: .viewQuote
        }
    }

    /// - Source: `users.md`, "Which permission a family needs".
    fileprivate var writing: Permission {
        switch self {
        case .customers: .editCustomer
        case .suppliers, .purchases, .purchaseOrders: .editReceipt
        case .invoices: .editInvoice
        case .quotes: .editQuote
        }
    }
}
