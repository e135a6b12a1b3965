import Bookkeeping
import Store

extension Book {
    /// Changes what was sent of the company's details and keeps the rest.
    ///
    /// - Throws: `BookkeepingError.conflict` when the home currency can't change, `.invalid` for a company registered
    ///   for VAT without a number; then nothing was written.
    public func changeCompany(_ sent: CheckedCompanyChange) async throws -> Company {
        try await store.write { transaction in
            let old = try transaction.company()
            let new = try sent.applied(to: old)
            if new != old { try transaction.write(new) }
            if let code = sent.change.homeCurrency { try transaction.setHomeCurrency(code) }
            return try transaction.company()
        }
    }
}
