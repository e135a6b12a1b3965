import Store
import Surroundings

/// A person who signs in: one identity with its memberships.
public struct User: Hashable, Sendable {
    /// The identity's number: the `uid` of external tokens. Never given twice.
    public let id: Int64
    public let username: String
    public let fullName: String
    public let email: String?
    /// Where it was made; only that business's administrators change its credentials (FD-21). Nil: at home nowhere.
    public let homeBusiness: Int64?
    public let disabled: Bool
    /// The password, the word or both must be changed before anything else.
    public let temporaryPassword: Bool
    /// Made without a password, and the activation link is not answered yet.
    public let pending: Bool
    public let locked: Bool
    /// Failed sign-ins in a row.
    public let failures: Int
    public let createdAt: Instant
    /// By business.
    public let memberships: [Membership]
}

/// A person in one business.
public struct Membership: Hashable, Sendable {
    public let business: Int64
    /// From 1, never given twice in a business.
    public let number: Int64
    public let role: Int64
    public let roleName: String
    /// Shown to clients as the account's owner is. What its holder may do is the role's to say.
    public let administrator: Bool
    public let disabled: Bool

    /// The first member of a business owns it.
    public var owner: Bool { number == ownerNumber }
}

let ownerNumber: Int64 = 1

extension FrontDoor {
    /// Those who work in `business`, by their numbers there; all, by id, when it is nil.
    /// - Throws: `FrontDoorError.noSuchBusiness`, `StoreError`.
    public func users(business: Int64? = nil) async throws -> [User] {
        try await store.read { [self] transaction in
            let memberships = Dictionary(
                grouping: try transaction.all(selectMemberships + inOrder) {
                    (identity: $0.integer(0), Membership($0))
                },
                by: \.identity)
            let users: [User]
            if let business {
                _ = try transaction.business(business)
                users = try transaction.all(selectUsers + inBusiness, business) { row in
                    try user(row, memberships[row.integer(0)]?.map(\.1) ?? [])
                }
            } else {
                users = try transaction.all(selectUsers + " ORDER BY identity.id") { row in
                    try user(row, memberships[row.integer(0)]?.map(\.1) ?? [])
                }
            }
            return users
        }
    }

    /// - Parameter username: in any case.
    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    public func user(username: String) async throws -> User {
        try await store.read { [self] in try user(named: username, in: $0) }
    }

    func user(named username: String, in transaction: any Transaction) throws -> User {
        let identity = try transaction.identity(named: username)
        let memberships = try transaction.all(
            selectMemberships + ofIdentity + inOrder, identity.id, as: Membership.init)
        guard
            let user = try transaction.first(
                selectUsers + " WHERE identity.id = ?1", identity.id,
                as: { row in
                    try user(row, memberships)
                })
        else { throw FrontDoorError.noSuchUser(username) }
        return user
    }

    private func user(_ row: any Row, _ memberships: [Membership]) throws -> User {
        let count = SignInCount(failures: Int(row.integer(9)), lockedAt: try row.optionalInstant(8))
        return User(
            id: row.integer(0), username: row.text(1), fullName: row.text(2), email: row.optionalText(3),
            homeBusiness: row.optionalInteger(4), disabled: row.flag(5), temporaryPassword: row.flag(6),
            pending: row.isNull(7), locked: count.isLocked(settings, at: doorClock.now()),
            failures: count.failures,
            createdAt: try row.instant(10), memberships: memberships)
    }
}

extension Membership {
    fileprivate init(_ row: any Row) {
        business = row.integer(1)
        number = row.integer(2)
        role = row.integer(3)
        roleName = row.text(4)
        administrator = row.flag(5)
        disabled = row.flag(6)
    }
}

private let selectUsers =
    "SELECT identity.id, identity.username, identity.full_name, identity.email, " + homeOrNone
    + ", identity.disabled, " + hasTemporarySecret + """
        , identity.password_hash, sign_in_count.locked_at, COALESCE(sign_in_count.failures, 0),
            identity.created_at
        FROM identity LEFT JOIN sign_in_count ON sign_in_count.name_key = identity.sign_in_key
        """
private let inBusiness: SQL = """
     JOIN membership ON membership.identity = identity.id WHERE membership.business = ?1
    ORDER BY membership.number
    """
private let selectMemberships: SQL = """
    SELECT membership.identity, membership.business, membership.number, membership.role, role.name,
        membership.administrator, membership.disabled
    FROM membership JOIN role ON role.business = membership.business AND role.number = membership.role
    """
private let ofIdentity: SQL = " WHERE membership.identity = ?1"
private let inOrder: SQL = " ORDER BY membership.identity, membership.business"
