import Bookkeeping
import Store

/// What the deletion of a customer would take with it.
public struct CustomerDeletion: Hashable, Sendable {
    /// The customer's own spelling, or as it was sent when no customer has it.
    public let code: String
    public let name: String?
    /// Nil when it can be deleted.
    public let obstacle: BookkeepingError?
    public var invoices: Int64 = 0
    public var quotes: Int64 = 0
    public var recurringInvoices: Int64 = 0
    public var payments: Int64 = 0
}

extension Book {
    /// Tells what deleting these customers would do, and changes nothing. In the order sent, each once.
    public func confirmDeletion(ofCustomers codes: [String]) async throws -> [CustomerDeletion] {
        let codes = codes.uniqueCustomerCodes
        return try await store.read { transaction in
            try codes.map { code in
                let found = try transaction.first(selectName, CustomerCode.key(of: code)) {
                    CustomerDeletion(code: $0.text(0), name: $0.text(1), obstacle: nil)
                }
                let shown = CustomerCode.shown(code)
                return found
                    ?? CustomerDeletion(code: shown, name: nil, obstacle: .customerUnknown(code: shown))
            }
        }
    }
}

private let selectName: SQL = "SELECT code, name FROM customer WHERE code_key = ?1"
