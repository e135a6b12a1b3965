import Bookkeeping
import FrontDoor
import WebCore

extension RouteAccess {
    /// What reading payments of invoices or purchases needs, by the path's `objectType`.
    static let readsPayments = RouteAccess.needs(
        by: "objectType",
        [
            "invoices": .viewInvoice, "invoice": .viewInvoice, "purchases": .viewReceipt,
            "purchase": .viewReceipt,
        ])
    /// What taking and changing them needs.
    static let writesPayments = RouteAccess.needs(
        by: "objectType",
        [
            "invoices": .editInvoice, "invoice": .editInvoice, "purchases": .editReceipt,
            "purchase": .editReceipt,
        ])
}

extension RouteContract {
    /// The kind of document in the path.
    func paidObject() -> RouteContract {
        pathParameter(
            "objectType", .text(max: nil), #""invoices""#,
            "What is paid, in any case, singular or plural: invoices; purchases are not built yet."
        )
    }
}

extension Call {
    /// - Throws: `WebError.notImplemented` for purchases.
    func requireInvoices() throws {
        guard try pathText("objectType").lowercased().hasPrefix("purchase") else { return }
        let path = route.path.replacing("{objectType}", with: "purchases")
        throw WebError.notImplemented("\(route.method.rawValue) \(path)")
    }

    /// A path parameter that is a whole number; nil for any other text.
    func pathNumber(_ name: String) throws -> Int64? {
        Int64(try pathText(name))
    }
}
