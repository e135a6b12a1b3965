import Bookkeeping
import Store

/// One that a call for many left as it was, and why.
public struct CustomerFailure: Hashable, Sendable {
    /// Nil when no customer has the code.
    public let id: Int64?
    /// As it was sent, as far as a code can be long.
    public let code: String
    public let reason: BookkeepingError
}

extension Book {
    /// Deletes one customer; its id and key are never given again.
    ///
    /// - Throws: `BookkeepingError.customerUnknown`.
    public func deleteCustomer(_ code: String) async throws {
        try await store.write { transaction in
            try transaction.deleteCustomer(code)
        }
    }

    /// Deletes all that can go, in one transaction. A code sent twice counts once.
    ///
    /// - Returns: those that stayed, in the order sent; empty when all went.
    public func deleteCustomers(_ codes: [String]) async throws -> [CustomerFailure] {
        let codes = codes.uniqueCustomerCodes
        return try await store.write { transaction in
            var failures: [CustomerFailure] = []
            for code in codes {
                do {
                    try transaction.deleteCustomer(code)
                } catch let reason as BookkeepingError {
                    // Refusals come before the first row of a customer is written.
                    failures.append(CustomerFailure(id: nil, code: CustomerCode.shown(code), reason: reason))
                }
            }
            return failures
        }
    }
}

extension Transaction {
    fileprivate func deleteCustomer(_ code: String) throws {
        let found = try first(selectForDeletion, CustomerCode.key(of: code)) {
            (id: $0.integer(0), code: CustomerCode(checked: $0.text(1)), isArchived: $0.flag(2))
        }
        guard let found else {
            throw BookkeepingError.customerUnknown(code: CustomerCode.shown(code))
        }
        try run("DELETE FROM customer_contact WHERE customer = ?1", found.id)
        try deleteAddresses(ofCustomer: found.id)
        try deleteFields(ofCustomer: found.id)
        try run("DELETE FROM customer WHERE id = ?1", found.id)
        try freed(found.code)
        var change = ListChange()
        change.count(-1, isArchived: found.isArchived)
        try self.change(.customers, by: change)
    }
}

extension [String] {
    /// Each customer once, in the order and spelling of its first place.
    var uniqueCustomerCodes: [String] {
        var seen: Set<String> = []
        return filter { seen.insert(CustomerCode.key(of: $0)).inserted }
    }
}

private let selectForDeletion: SQL = "SELECT id, code, is_archived FROM customer WHERE code_key = ?1"
