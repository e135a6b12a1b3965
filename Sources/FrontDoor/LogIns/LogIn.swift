import Store
import Surroundings

/// That somebody was let into a business: one for each session token made, by whatever way (FD-11, FD-22).
///
/// Failures are none of these; they stand in the security log (FD-23).
public struct LogIn: Hashable, Sendable {
    public let at: Instant
    /// As the user was called then.
    public let username: String
    public let kind: Kind
    /// Where the user was: IPv4 or IPv6 text; nil when that can't be told, as on a Unix socket.
    public let address: String?

    /// What the user was to the business then; the raw value is what is stored and told.
    public enum Kind: String, Sendable, CaseIterable {
        case owner = "MasterAdmin"
        case additionalUser = "Subuser"
    }
}

extension FrontDoor {
    /// Adds a row to the history of log-ins, as part of the transaction that makes the session, and counts it.
    func recordLogIn(_ account: Account, from origin: Origin, in transaction: any Transaction) throws {
        let at = clock.now().text
        let kind = account.userNumber == ownerNumber ? LogIn.Kind.owner : .additionalUser
        try transaction.run(
            insertLogIn, account.business, account.identity, account.username,
            FoldedName.key(account.username), kind.rawValue, origin.whole?.text ?? origin.address, at)
        try transaction.run(countLogIn, account.business)
        try transaction.run(noteLogIn, account.business, account.identity, at)
    }

    /// How often anybody was let into a business, since its start; kept as a count, since rows of the history go
    /// after a while.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func logInCount(business: Int64) async throws -> Int64 {
        try await store.read { transaction in
            guard let count = try transaction.first(logInsOfBusiness, business, as: { $0.integer(0) }) else {
                throw FrontDoorError.noSuchBusiness(business)
            }
            return count
        }
    }
}

extension Transaction {
    /// Drops rows that have had their time, which is that of the security log.
    func dropLogIns(before instant: Instant) throws {
        try run(dropOld, instant.text)
    }

    /// The history of a business goes with it.
    func removeLogIns(ofBusiness business: Int64) throws {
        try run(dropOfBusiness, business)
    }
}

private let insertLogIn: SQL = """
    INSERT INTO log_in (business, identity, username, username_key, user_type, address, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
private let countLogIn: SQL = "UPDATE business SET log_ins = log_ins + 1 WHERE id = ?1"
private let noteLogIn: SQL =
    "UPDATE membership SET last_log_in_at = ?3 WHERE business = ?1 AND identity = ?2"
private let logInsOfBusiness: SQL = "SELECT log_ins FROM business WHERE id = ?1"
private let dropOld: SQL = "DELETE FROM log_in WHERE at < ?1"
private let dropOfBusiness: SQL = "DELETE FROM log_in WHERE business = ?1"
