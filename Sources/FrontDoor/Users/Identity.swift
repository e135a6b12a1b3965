import Store

/// What administration needs to know of an identity inside a transaction.
struct Identity {
    let id: Int64
    let username: String
    /// Nil: at home nowhere (`settleHome`).
    let homeBusiness: Int64?
    let passwordHash: String?
    /// Somebody else chose the password, and the user must change it.
    let temporaryPassword: Bool
    /// The same of the word.
    let temporaryWord: Bool
    let sealedWord: String?
    let disabled: Bool
}

extension Transaction {
    /// - Parameter username: in any case.
    /// - Throws: `FrontDoorError.noSuchUser`, `StoreError`.
    func identity(named username: String) throws -> Identity {
        let found = try first(identityByName, FoldedName.key(username)) { row in
            Identity(
                id: row.integer(0), username: row.text(1), homeBusiness: row.optionalInteger(2),
                passwordHash: row.optionalText(3), temporaryPassword: row.flag(4),
                temporaryWord: row.flag(5), sealedWord: row.optionalText(6), disabled: row.flag(7))
        }
        guard let found else { throw FrontDoorError.noSuchUser(username) }
        return found
    }

    /// The names of the businesses that an identity works in.
    func businessNames(ofIdentity identity: Int64) throws -> [String] {
        try all(namesOfBusinesses, identity) { $0.text(0) }
    }

    /// - Throws: `.usernameTaken` when `username` is anybody's user name or e-mail; `.emailTaken` when `email` is
    ///   anybody's (FD-21).
    func requireFree(username: String, email: String?) throws {
        guard try !exists(identityWithKey, FoldedName.key(username)) else {
            throw FrontDoorError.usernameTaken(username)
        }
        if let email { try requireFree(email: email) }
    }

    /// - Parameter identity: whose own user name and present e-mail don't count.
    /// - Throws: `.emailTaken` when `email` is anybody else's user name or e-mail (FD-21).
    func requireFree(email: String, for identity: Int64 = 0) throws {
        guard try !exists(identityWithKey + butFor, FoldedName.key(email), identity) else {
            throw FrontDoorError.emailTaken(email)
        }
    }

    /// - Parameter name: as `PlainText.name` gives it.
    func setFullName(_ name: String, of identity: Int64) throws {
        try run(updateFullName, identity, name)
    }

    /// - Parameter email: as `PlainText.email` gives it, and nobody else's; nil for none.
    func setEmail(_ email: String?, of identity: Int64) throws {
        try run(updateEmail, identity, email, email.map(FoldedName.key))
    }
}

extension FrontDoor {
    /// Ends what an identity has open, in one business or everywhere, with one row of the log; the caller evicts
    /// them from the cache once that is committed (FD-9).
    /// - Parameter kept: one that lives on, of the identity's present generation.
    func endSessions(
        of identity: Identity, business: Int64? = nil, keeping kept: TokenHash? = nil,
        because reason: String, from origin: Origin, in transaction: any Transaction
    ) throws {
        let ended =
            if let business {
                try transaction.run(deleteSessionsInBusiness, identity.id, business)
            } else {
                try transaction.run(deleteSessions, identity.id, kept?.hex ?? "")
            }
        if let kept { try transaction.run(restampSession, identity.id, kept.hex) }
        try tell(.identity(identity.id), in: transaction)
        guard ended > 0 else { return }
        try record(
            .sessionEnded, identity: identity.id, username: identity.username, business: business,
            detail: "\(ended): \(reason)", from: origin, in: transaction)
    }

    /// As `endSessions(of:)`, for all who are in one business.
    func endSessions(
        ofBusiness business: Int64, because reason: String, from origin: Origin,
        in transaction: any Transaction
    ) throws {
        let ended = try transaction.run(deleteSessionsOfBusiness, business)
        try tell(.business(business), in: transaction)
        guard ended > 0 else { return }
        try record(
            .sessionEnded, business: business, detail: "\(ended): \(reason)", from: origin, in: transaction)
    }

    /// Makes an identity's tokens, half-done sign-ins and links worthless (FD-9).
    func revokeTokens(of identity: Int64, in transaction: any Transaction) throws {
        try transaction.run(raiseGeneration, identity)
        try tell(.identity(identity), in: transaction)
        try dropHalfDone(of: identity, in: transaction)
    }

    /// Makes an identity's half-done sign-ins and links worthless; what is open stays open.
    func dropHalfDone(of identity: Int64, in transaction: any Transaction) throws {
        for statement in halfDone { try transaction.run(statement, identity) }
    }
}

/// A column: an identity's home; null for one that is at home nowhere (`settleHome`).
let homeOrNone: SQL = "CASE WHEN at_home = 1 THEN home_business ELSE NULL END"

/// A column: whether an identity's password or memorable word has to be changed before anything else (FD-21).
let hasTemporarySecret: SQL = "CASE WHEN temporary_password = 1 OR temporary_word = 1 THEN 1 ELSE 0 END"

private let identityByName =
    "SELECT id, username, " + homeOrNone + """
        , password_hash, temporary_password, temporary_word, word_sealed, disabled
        FROM identity WHERE username_key = ?1
        """
private let namesOfBusinesses: SQL = """
    SELECT business.name FROM membership JOIN business ON business.id = membership.business
    WHERE membership.identity = ?1 ORDER BY business.id
    """
private let identityWithKey: SQL = "SELECT 1 FROM identity WHERE (username_key = ?1 OR email_key = ?1)"
private let butFor: SQL = " AND id <> ?2"
private let updateFullName: SQL = "UPDATE identity SET full_name = ?2 WHERE id = ?1"
private let updateEmail: SQL = "UPDATE identity SET email = ?2, email_key = ?3 WHERE id = ?1"
private let deleteSessions: SQL = "DELETE FROM session WHERE identity = ?1 AND hash <> ?2"
private let restampSession: SQL = """
    UPDATE session SET generation = (SELECT generation FROM identity WHERE id = ?1)
    WHERE identity = ?1 AND hash = ?2
    """
private let deleteSessionsInBusiness: SQL = "DELETE FROM session WHERE identity = ?1 AND business = ?2"
private let deleteSessionsOfBusiness: SQL = "DELETE FROM session WHERE business = ?1"
private let raiseGeneration: SQL = "UPDATE identity SET generation = generation + 1 WHERE id = ?1"
private let halfDone: [SQL] = [
    "DELETE FROM temporary_token WHERE identity = ?1",
    "DELETE FROM external_token WHERE identity = ?1",
    "DELETE FROM credential_link WHERE identity = ?1",
]
