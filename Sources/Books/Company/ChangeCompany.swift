import Bookkeeping
import Store

extension Book {
    /// Changes what was sent of the company's details and keeps the rest.
    ///
    /// - Parameter buildsChart: whether the chart is built anew for what the business is then.
    /// - Throws: `BookkeepingError.conflict` when the home currency or the chart can't change, `.invalid` for a company
    ///   registered for VAT without a number; then nothing was written.
    public func changeCompany(
        _ sent: CheckedCompanyChange, buildsChart: Bool = false
    ) async throws -> Company {
        try await store.write { transaction in
            let old = try transaction.company()
            let new = try sent.applied(to: old)
            if new != old { try transaction.write(new) }
            if let code = sent.change.homeCurrency { try transaction.setHomeCurrency(code) }
            if buildsChart { try transaction.rebuildChart(for: new) }
            return try transaction.company()
        }
    }
}
