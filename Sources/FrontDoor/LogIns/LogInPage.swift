import Store
import Surroundings

/// Which log-ins a list shows, in which order, and which part of it.
public struct LogInFilter: Hashable, Sendable {
    /// Rows that are equal in it stand in the order of time, and then in that in which they were made.
    public enum Sort: Sendable {
        case date, userName, userType
    }

    /// From 1.
    public var page: Int64 = 1
    public var perPage: Int64 = 10
    public var sort = Sort.date
    /// The ascending order backwards.
    public var isDescending = false
    /// This instant and later.
    public var from: Instant?
    /// Earlier than this instant.
    public var before: Instant?
    /// Anywhere in the user name, whatever its case. Empty is as good as nil.
    public var username: String?
    public var kinds = Set(LogIn.Kind.allCases)

    public init() {}
}

/// One page of the history of log-ins.
public struct LogInPage: Hashable, Sendable {
    /// Rows on all pages.
    public let total: Int64
    public let rows: [LogIn]
}

extension FrontDoor {
    /// A page of who was let into `business`, as far back as the security log is kept.
    /// - Throws: `StoreError`.
    public func logIns(business: Int64, _ filter: LogInFilter) async throws -> LogInPage {
        let (selection, parameters) = filter.selection(business)
        return try await store.read { transaction in
            var total: Int64 = 0
            try transaction.query("SELECT COUNT(*) FROM log_in" + selection, parameters) { row in
                total = row.integer(0)
                return false
            }
            let (before, overflow) = (filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
            guard !overflow, before < total else { return LogInPage(total: total, rows: []) }
            var rows: [LogIn] = []
            try transaction.query(
                selectLogIns + selection + filter.ordering + paging(after: parameters.count),
                parameters + [.integer(filter.perPage), .integer(before)]
            ) { row in
                rows.append(try LogIn(row))
                return true
            }
            return LogInPage(total: total, rows: rows)
        }
    }
}

extension LogInFilter {
    /// ` WHERE …`, and its parameters from `?1` on.
    fileprivate func selection(_ business: Int64) -> (SQL, [SQLValue]) {
        var sql: SQL = " WHERE business = ?1 AND at >= ?2 AND at < ?3"
        var parameters: [SQLValue] = [
            .integer(business), .text(from?.text ?? ""), .text(before?.text ?? afterEveryInstant),
        ]
        if kinds.count == 1, let kind = kinds.first {
            sql = sql + " AND user_type = ?4"
            parameters.append(.text(kind.rawValue))
        } else if kinds.isEmpty {
            sql = sql + " AND 1 = 0"
        }
        let name = FoldedName.key(username ?? "")
        if !name.isEmpty {
            sql =
                sql
                + (parameters.count == 3
                    ? " AND username_key LIKE ?4 ESCAPE '!'" : " AND username_key LIKE ?5 ESCAPE '!'")
            parameters.append(.text(likePattern(containing: name)))
        }
        return (sql, parameters)
    }

    fileprivate var ordering: SQL {
        switch (sort, isDescending) {
        case (.date, false): " ORDER BY at, id"
        case (.date, true): " ORDER BY at DESC, id DESC"
        case (.userName, false): " ORDER BY username_key, at, id"
        case (.userName, true): " ORDER BY username_key DESC, at DESC, id DESC"
        case (.userType, false): " ORDER BY user_type, at, id"
        case (.userType, true): " ORDER BY user_type DESC, at DESC, id DESC"
        }
    }
}

extension LogIn {
    fileprivate init(_ row: any Row) throws {
        guard let kind = Kind(rawValue: row.text(2)) else { throw StoreError.damaged("not a kind of user") }
        self.init(
            at: try row.instant(0), username: row.text(1), kind: kind, address: row.optionalText(3))
    }
}

/// Statements are literals, so the two parameters stand here once for every place they can have.
private func paging(after count: Int) -> SQL {
    switch count {
    case 3: " LIMIT ?4 OFFSET ?5"
    case 4: " LIMIT ?5 OFFSET ?6"
    default: " LIMIT ?6 OFFSET ?7"
    }
}

/// Instants begin with a digit; this is the character after `9`.
private let afterEveryInstant = ":"

private let selectLogIns: SQL = "SELECT at, username, user_type, address FROM log_in"
