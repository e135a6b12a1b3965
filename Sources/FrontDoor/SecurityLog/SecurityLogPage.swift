import Store
import Surroundings

/// One row of the security log.
public struct SecurityLogRow: Hashable, Sendable {
    public let id: Int64
    public let at: Instant
    /// A `SecurityEvent`'s raw value; text, so that rows of other versions can be read.
    public let kind: String
    public let identity: Int64?
    public let username: String?
    public let business: Int64?
    /// Who did it, where it is not the user: an administrator's user name, or `operator`.
    public let actor: String?
    public let address: String?
    public let userAgent: String?
    public let requestID: String?
    public let detail: String?
}

extension FrontDoor {
    /// The newest rows first.
    /// - Parameters:
    ///   - limit: how many at most; held between 1 and 10,000.
    ///   - before: only rows with a smaller id: the last one of the page before.
    /// - Throws: `StoreError`.
    public func securityLog(limit: Int, before: Int64? = nil) async throws -> [SecurityLogRow] {
        try await store.read { transaction in
            try transaction.all(page, before ?? .max, min(max(limit, 1), 10_000)) { row in
                SecurityLogRow(
                    id: row.integer(0), at: try row.instant(1), kind: row.text(2),
                    identity: row.optionalInteger(3),
                    username: row.optionalText(4), business: row.optionalInteger(5),
                    actor: row.optionalText(6),
                    address: row.optionalText(7), userAgent: row.optionalText(8),
                    requestID: row.optionalText(9),
                    detail: row.optionalText(10))
            }
        }
    }
}

private let page: SQL = """
    SELECT id, at, kind, identity, username, business, actor, address, user_agent, request_id, detail
    FROM security_log WHERE id < ?1 ORDER BY id DESC LIMIT ?2
    """
