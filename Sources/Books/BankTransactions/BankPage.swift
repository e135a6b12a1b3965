import Bookkeeping
import Store

/// Which lines of a bank account are asked for, in which order.
public struct BankFilter: Sendable {
    public enum Sort: Sendable { case date, paidIn, paidOut, kind, comment, name }

    public var page: Int64 = 1
    public var perPage: Int64 = 10
    public var sort = Sort.date
    public var isDescending = false
    /// Both ends belong to it; nil for no end.
    public var from: CalendarDate?
    public var to: CalendarDate?
    /// Nil for all kinds.
    public var kinds: Set<BankRow.Kind>?
    public var isReconciled: Bool?
    public var withFeedMatched = true
    /// In comment, name and amount; nil for any.
    public var searchText: String?

    public init() {}
}

/// One page of a bank account's lines.
public struct BankPage: Sendable {
    /// Lines on all pages.
    public let total: Int64
    /// What they come to.
    public let amount: Money
    /// On the account before the first day asked for, and at the end of the last, whatever else is asked for.
    public let opening: Money
    public let closing: Money
    public let rows: [BankRow]
}

extension Transaction {
    /// A page of a bank account's lines, with the running balance of the account in each.
    ///
    /// - Throws: `BookkeepingError.unknown`.
    public func bankPage(of account: Int64, _ filter: BankFilter) throws -> BankPage {
        let nominal = try bankAccount(account).nominal
        var found: [BankRow] = []
        let folded = filter.searchText?.caseFolded
        try query(
            bankRows + selectRows + filter.order,
            [
                .integer(account), .integer(nominal), .text((filter.from ?? .first).text),
                .text((filter.to ?? .last).text),
            ]
        ) { row in
            var columns = Columns(row)
            let row = try BankRow(&columns)
            if filter.admits(row), folded.map(row.contains) ?? true { found.append(row) }
            return true
        }
        let start = Int((filter.page - 1) * filter.perPage)
        var rows = Array(found.dropFirst(start).prefix(Int(filter.perPage)))
        try readTransactions(into: &rows, of: account)
        return BankPage(
            total: Int64(found.count), amount: try found.lazy.map(\.amount).total(),
            opening: try balance(of: nominal, before: filter.from ?? .first),
            closing: try balance(of: nominal, through: filter.to ?? .last), rows: rows)
    }

    /// One statement for all that have more to tell.
    private func readTransactions(into rows: inout [BankRow], of account: Int64) throws {
        let ids = rows.filter { $0.kind == .transaction || $0.kind == .transferFromOther }.map(\.id)
        guard !ids.isEmpty else { return }
        var transactions: [Int64: BankTransaction] = [:]
        try query(
            PickedIDs.table + selectBankTransaction + " JOIN picked ON picked.id = bank_transaction.id",
            PickedIDs(ids).parameters
        ) { row in
            let transaction = try BankTransaction(row: row)
            transactions[transaction.id] = transaction
            return true
        }
        let names = try Dictionary(uniqueKeysWithValues: bankAccounts().map { ($0.id, $0.details.name) })
        for place in rows.indices
        where rows[place].kind == .transaction || rows[place].kind == .transferFromOther {
            guard let transaction = transactions[rows[place].id] else { continue }
            rows[place].transaction = SeenBankTransaction(
                transaction: transaction, account: account,
                enteredOn: transaction.account == account ? nil : names[transaction.account])
        }
    }

    private func balance(of nominal: Int64, before day: CalendarDate) throws -> Money {
        try first(sumBefore, nominal, day.text) { Money(minorUnits: $0.integer(0)) } ?? .zero
    }

    private func balance(of nominal: Int64, through day: CalendarDate) throws -> Money {
        try first(sumThrough, nominal, day.text) { Money(minorUnits: $0.integer(0)) } ?? .zero
    }
}

extension BankFilter {
    fileprivate func admits(_ row: BankRow) -> Bool {
        if let kinds, !kinds.contains(row.kind) { return false }
        if let isReconciled, (row.reconciliation != 0) != isReconciled { return false }
        return withFeedMatched || row.feed == 0
    }

    /// Lines that are equal in what they are sorted by stand by date and id.
    fileprivate var order: SQL {
        switch (sort, isDescending) {
        case (.date, false): " ORDER BY date, id, kind"
        case (.date, true): " ORDER BY date DESC, id DESC, kind DESC"
        case (.paidIn, false): " ORDER BY CASE WHEN amount > 0 THEN amount ELSE 0 END, date, id, kind"
        case (.paidIn, true):
            " ORDER BY CASE WHEN amount > 0 THEN amount ELSE 0 END DESC, date DESC, id DESC, kind DESC"
        case (.paidOut, false): " ORDER BY CASE WHEN amount < 0 THEN -amount ELSE 0 END, date, id, kind"
        case (.paidOut, true):
            " ORDER BY CASE WHEN amount < 0 THEN -amount ELSE 0 END DESC, date DESC, id DESC, kind DESC"
        case (.kind, false): " ORDER BY kind, date, id"
        case (.kind, true): " ORDER BY kind DESC, date DESC, id DESC"
        case (.comment, false): " ORDER BY COALESCE(comment, ''), date, id, kind"
        case (.comment, true): " ORDER BY COALESCE(comment, '') DESC, date DESC, id DESC, kind DESC"
        case (.name, false): " ORDER BY COALESCE(name, ''), date, id, kind"
        case (.name, true): " ORDER BY COALESCE(name, '') DESC, date DESC, id DESC, kind DESC"
        }
    }
}

private let selectRows: SQL = """
    SELECT kind, id, date, amount, comment, name, number, feed, reconciliation, vat_return, balance FROM bank_row
    WHERE kind >= 0 AND date >= ?3 AND date <= ?4
    """
private let sumBefore: SQL =
    "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM nominal_day WHERE nominal = ?1 AND day < ?2"
private let sumThrough: SQL =
    "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM nominal_day WHERE nominal = ?1 AND day <= ?2"
