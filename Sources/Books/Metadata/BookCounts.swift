import Bookkeeping
import Store

/// How much a book holds, archived entries too: figures that are kept, so that to read them is to read a few rows.
public struct BookCounts: Hashable, Sendable {
    public let customers: Int64
    public let suppliers: Int64
    /// Those that are not in use too.
    public let products: Int64
    /// Without those of bank accounts, which are no rows of the list of nominals.
    public let nominals: Int64
    /// Credit notes too.
    public let invoices: Int64
    /// What all bank accounts hold, in home currency.
    public let bankBalance: Money
}

extension Transaction {
    /// - Throws: `StoreError`.
    public func bookCounts() throws -> BookCounts {
        func all(_ list: CountedList) throws -> Int64 {
            let total = try total(of: list)
            return total.live + total.archived
        }
        let nominals = try first("SELECT COUNT(*) FROM nominal WHERE is_bank = 0") { $0.integer(0) }
        let balance = try first(sumOfBanks) { Money(minorUnits: $0.integer(0)) }
        return BookCounts(
            customers: try all(.customers), suppliers: try all(.suppliers), products: try all(.products),
            nominals: nominals ?? 0, invoices: try all(.invoices), bankBalance: balance ?? .zero)
    }
}

private let sumOfBanks: SQL = """
    SELECT CAST(COALESCE(SUM(nominal_month.amount), 0) AS BIGINT)
    FROM nominal JOIN nominal_month ON nominal_month.nominal = nominal.id WHERE nominal.is_bank = 1
    """
