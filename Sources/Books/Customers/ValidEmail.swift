import Bookkeeping
import Store

extension Book {
    /// Those of the codes whose customer has an e-mail address that mail could be sent to, in the order sent.
    /// Unknown ones are left out.
    public func customersWithUsableEmail(_ codes: [String]) async throws -> [String] {
        let codes = codes.uniqueCustomerCodes
        return try await store.read { transaction in
            try codes.compactMap { code in
                try transaction.first(selectEmail, CustomerCode.key(of: code)) { row in
                    row.text(1).isUsableEmailAddress ? row.text(0) : nil
                } ?? nil
            }
        }
    }
}

private let selectEmail: SQL = "SELECT code, email FROM customer WHERE code_key = ?1"
