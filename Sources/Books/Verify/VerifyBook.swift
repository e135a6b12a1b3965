import Bookkeeping
import Store

extension Book {
    /// Reads all of the book and works out anew what must hold, in memory that does not grow with it.
    ///
    /// - Parameter heads: ends of the chain that were noted outside the book: each must be in it.
    /// - Source: `ledger.md`, "What must always hold".
    public func verify(heads: [ChainHead] = []) async throws -> BookVerification {
        try await store.read { transaction in
            var found = BookVerification()
            try transaction.verifyChain(heads, &found)
            try transaction.verifyDocuments(&found)
            try transaction.verifyPayments(&found)
            try transaction.verifyControls(&found)
            try transaction.verifyBankAccounts(&found)
            try transaction.verifyNumbers(&found)
            try transaction.verifyDerived(&found)
            found.complaints.sort { $0.check < $1.check }
            return found
        }
    }
}
