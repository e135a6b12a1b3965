import Bookkeeping
import Store

extension Book {
    /// Deletes a currency with its rates.
    ///
    /// - Throws: `BookkeepingError.currencyUnknown`, `.inUse` for the home currency and one that a customer or
    ///   supplier uses; then nothing was written.
    public func deleteCurrency(id: Int64) async throws {
        let today = today
        try await store.write { transaction in
            let currency = try transaction.currency(id: id, on: today)
            if currency.isHome { throw BookkeepingError.inUse(by: "the company, as its home currency") }
            if let user = try transaction.userOfCurrency(currency.code) {
                throw BookkeepingError.inUse(by: user)
            }
            try transaction.deleteCurrency(id: id)
        }
    }
}

extension Transaction {
    func deleteCurrency(id: Int64) throws {
        try run("DELETE FROM currency_rate WHERE currency = ?1", id)
        try run("DELETE FROM currency WHERE id = ?1", id)
    }

    /// What stands in the way of a currency's going: `customer HARB01`. Nil when nobody uses it.
    func userOfCurrency(_ code: String) throws -> String? {
        try first(selectCustomer, code) { "customer \($0.text(0))" }
            ?? first(selectSupplier, code) { "supplier \($0.text(0))" }
    }
}

private let selectCustomer: SQL = "SELECT code FROM customer WHERE currency = ?1 ORDER BY id LIMIT 1"
private let selectSupplier: SQL = "SELECT code FROM supplier WHERE currency = ?1 ORDER BY id LIMIT 1"
