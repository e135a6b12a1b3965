import Store
import Surroundings

/// A link as it is kept, with the identity that it is for.
struct StoredLink: Sendable {
    let hash: TokenHash
    let identity: Int64
    let username: String
    let fullName: String
    let email: String?
    /// The identity's home (FD-21).
    let businessName: String
    /// Whether there is a password already: a temporary one, or one that is to be reset.
    let hasPassword: Bool
    let sealedWord: String?
    /// Of a reset: whether it gives the memorable word anew. It does too where there is none to keep.
    let withWord: Bool
    let expiresAt: Instant
}

extension Transaction {
    /// The link of that hash, dead or alive; nil when there is none, or its identity is disabled.
    func link(_ hash: TokenHash, _ kind: LinkKind) throws -> StoredLink? {
        try first(linkByHash, hash.hex, kind.rawValue) { row in
            StoredLink(
                hash: hash, identity: row.integer(0), username: row.text(1), fullName: row.text(2),
                email: row.optionalText(3), businessName: row.text(4), hasPassword: !row.isNull(5),
                sealedWord: row.optionalText(6), withWord: row.flag(7) || row.isNull(6),
                expiresAt: try row.instant(8))
        }
    }

    /// Takes a link out of its table: of any number at once, one succeeds.
    /// - Throws: `FrontDoorError.noSuchLink` when it is dead.
    func spend(_ hash: TokenHash, _ kind: LinkKind, at now: Instant) throws {
        guard try run(deleteLink, hash.hex, kind.rawValue, now.text) == 1 else {
            throw FrontDoorError.noSuchLink
        }
    }

    /// Keeps a link; no row when there is no such identity.
    func insert(
        _ token: LinkToken, _ kind: LinkKind, of identity: Int64, withWord: Bool = false,
        until expiry: Instant
    ) throws {
        try run(insertLink, token.hash.hex, kind.rawValue, expiry.text, withWord, identity)
    }

    /// Makes an identity's links of one kind worthless.
    func dropLinks(_ kind: LinkKind, of identity: Int64) throws {
        try run(deleteLinks, identity, kind.rawValue)
    }
}

extension FrontDoor {
    /// The live link whose secret is `token`.
    /// - Throws: `.tooManyFailures`; `.noSuchLink` for anything else, which counts as a failure of the address
    ///   (FD-20); `StoreError`.
    func liveLink(_ token: String, _ kind: LinkKind, from origin: Origin) async throws -> StoredLink {
        try requireOpen(to: origin)
        let now = doorClock.now()
        if let hash = TokenHash(token: token),
            let link = try await store.read({ try $0.link(hash, kind) }), link.expiresAt >= now
        {
            return link
        }
        try await refuseLink(from: origin)
        throw FrontDoorError.noSuchLink
    }

    private func refuseLink(from origin: Origin) async throws {
        let closes = throttle.note(failureFrom: origin.address, at: clock.uptime())
        try await store.write { [self] transaction in
            if closes { try record(.addressThrottled, from: origin, in: transaction) }
            try recordTokenRefusal(.linkRefused, from: origin, in: transaction)
        }
    }
}

private let linkByHash: SQL = """
    SELECT i.id, i.username, i.full_name, i.email, b.name, i.password_hash, i.word_sealed, l.with_word,
        l.expires_at
    FROM credential_link l
    JOIN identity i ON i.id = l.identity AND i.disabled = 0
    JOIN business b ON b.id = i.home_business
    WHERE l.hash = ?1 AND l.kind = ?2
    """
private let deleteLink: SQL =
    "DELETE FROM credential_link WHERE hash = ?1 AND kind = ?2 AND expires_at >= ?3"
private let deleteLinks: SQL = "DELETE FROM credential_link WHERE identity = ?1 AND kind = ?2"
private let insertLink: SQL = """
    INSERT INTO credential_link (hash, identity, kind, expires_at, with_word)
    SELECT ?1, id, ?2, ?3, ?4 FROM identity WHERE id = ?5
    """
