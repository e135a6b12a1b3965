import Store
import Surroundings

/// Somebody about to be written, all rules kept but those that only the tables can tell.
struct NewIdentity: Sendable {
    /// Where they are at home (FD-21).
    let business: Int64
    let username: String
    let fullName: String
    let email: String?
    var credentials = NewCredentials()
    /// The credentials must be changed at the first sign-in.
    let temporary: Bool
}

extension FrontDoor {
    /// Writes an identity as part of `transaction`; a membership comes next.
    /// - Returns: its id.
    /// - Throws: `FrontDoorError.usernameTaken`, `.emailTaken`; `StoreError`.
    func insert(_ new: NewIdentity, in transaction: any Transaction) throws -> Int64 {
        try transaction.requireFree(username: new.username, email: new.email)
        let key = FoldedName.key(new.username)
        let signInKey = secrets.nameKey(forUsername: key)
        let id = try transaction.insert(
            insertIdentity, new.username, key, signInKey, new.fullName, new.email,
            new.email.map(FoldedName.key), new.business, new.credentials.passwordHash,
            new.temporary && new.credentials.passwordHash != nil,
            new.temporary && new.credentials.word != nil, clock.now().text)
        if let word = new.credentials.word {
            try transaction.run(updateWord, id, secrets.seal(word, of: id, in: transaction))
        }
        // What strangers tried under this name before it was anybody's must not lock its owner out.
        try transaction.clearSignInCount(signInKey)
        return id
    }
}

let updateWord: SQL = "UPDATE identity SET word_sealed = ?2 WHERE id = ?1"

private let insertIdentity: SQL = """
    INSERT INTO identity
        (username, username_key, sign_in_key, full_name, email, email_key, home_business, password_hash,
        temporary_password, temporary_word, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id
    """
