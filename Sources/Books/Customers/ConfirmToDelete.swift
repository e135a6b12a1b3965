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
    /// Tells what deleting customers would do, and changes nothing. In the order named, each once.
    ///
    /// - Parameter named: each value is a code, or codes with commas between them. Since a code may have commas
    ///   of its own, a value that as a whole is a customer's code means that customer.
    /// - Throws: `BookkeepingError.invalid` when these name no code, or more than one call can.
    public func confirmDeletion(ofCustomers named: [String]) async throws -> [CustomerDeletion] {
        try await store.read { transaction in
            let codes = try transaction.customerCodes(named)
            guard Bounds.codesInCall.contains(codes.count) else {
                throw BookkeepingError.invalid([FieldProblem("customerCodes", codesRule)])
            }
            let found = try transaction.customers(codes, "code, name") {
                CustomerDeletion(code: $0.text(), name: $0.text(), obstacle: nil)
            }
            return zip(codes, found).map { code, found in
                let shown = CustomerCode.shown(code)
                return found
                    ?? CustomerDeletion(code: shown, name: nil, obstacle: .customerUnknown(code: shown))
            }
        }
    }
}

extension Transaction {
    /// The codes that values name, each once.
    fileprivate func customerCodes(_ named: [String]) throws -> [String] {
        let several = named.filter { $0.contains(",") }
        let isWhole = try zip(several, customers(several, "id") { $0.integer() })
            .reduce(into: [String: Bool]()) { $0[$1.0] = $1.1 != nil }
        return named.flatMap { value in
            guard let isWhole = isWhole[value], !isWhole else { return [value] }
            return value.split(separator: ",").map(String.init)
        }.map(\.tidied).filter { !$0.isEmpty }.uniqueCustomerCodes
    }
}

private let codesRule = """
    must name \(Bounds.codesInCall.lowerBound) to \(Bounds.codesInCall.upperBound) customers, with commas between \
    their codes
    """
