import Bookkeeping
import Store

/// What is free of one advance.
public struct Advance: Hashable, Sendable {
    /// The bank transaction's id.
    public let id: Int64
    /// The bank account's id.
    public let account: Int64
    /// Home currency; above zero.
    public let free: Money
    public let date: CalendarDate
    public let comment: String?
}

/// Which page of a party's advances is asked for, in which order.
public struct AdvanceFilter: Sendable {
    public enum Sort: Sendable { case date, amount, comment }

    public var page: Int64 = 1
    public var perPage: Int64 = 10
    public var sort = Sort.date
    public var isDescending = false

    public init() {}

    fileprivate var order: SQL {
        switch (sort, isDescending) {
        case (.date, false): " ORDER BY date, id"
        case (.date, true): " ORDER BY date DESC, id DESC"
        case (.amount, false): " ORDER BY ABS(free), id"
        case (.amount, true): " ORDER BY ABS(free) DESC, id DESC"
        case (.comment, false): " ORDER BY COALESCE(comment, ''), id"
        case (.comment, true): " ORDER BY COALESCE(comment, '') DESC, id DESC"
        }
    }
}

extension Transaction {
    /// A page of the advances of a customer or supplier of which something is free.
    ///
    /// - Returns: how many there are in all, what is free of all of them, and the page.
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func advances(
        of party: Party, _ code: String, _ filter: AdvanceFilter
    ) throws -> (total: Int64, amount: Money, rows: [Advance]) {
        guard let id = try id(of: party, PartyCode(checked: code)) else {
            throw BookkeepingError.partyUnknown(party, code: PartyCode.shown(code))
        }
        let free: SQL = party == .customer ? freeOfCustomer : freeOfSupplier
        let all = try first("SELECT COUNT(*), CAST(COALESCE(SUM(ABS(free)), 0) AS BIGINT)" + free, id) {
            ($0.integer(0), Money(minorUnits: $0.integer(1)))
        }
        let rows = try self.all(
            "SELECT id, account, ABS(free), date, comment" + free + filter.order + " LIMIT ?2 OFFSET ?3", id,
            filter.perPage, (filter.page - 1) * filter.perPage
        ) { row in
            var columns = Columns(row)
            return Advance(
                id: columns.integer(), account: columns.integer(), free: columns.money(),
                date: try columns.date(),
                comment: columns.optionalText())
        }
        return (all?.0 ?? 0, all?.1 ?? .zero, rows)
    }
}

private let freeOfCustomer: SQL = " FROM bank_transaction WHERE customer = ?1 AND free <> 0"
private let freeOfSupplier: SQL = " FROM bank_transaction WHERE supplier = ?1 AND free <> 0"
