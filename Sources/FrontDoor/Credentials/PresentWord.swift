import Mail
import Store

// What is asked of the present memorable word when credentials change.
extension FrontDoor {
    /// Whether `word` is the present one, in any case; compared without early exit.
    func present(word: String, of identity: Identity) throws -> Bool {
        guard let sealed = identity.sealedWord else { return false }
        let present = Array(try secrets.open(sealed, of: identity.id).utf8)
        let sent = Array(word.lowercased().utf8)
        var difference = UInt8(present.count == sent.count ? 0 : 1)
        for place in present.indices {
            difference |= present[place] ^ (sent.indices.contains(place) ? sent[place] : 0)
        }
        return difference == 0
    }

    /// A new password must not have the word in it that stays. Saying so tells something of the word, and counts like
    /// wrong letters.
    func refuseWordWithin(
        _ password: ChosenSecret, of identity: Identity, from origin: Origin, in transaction: any Transaction
    ) throws -> InvalidField? {
        guard let sealed = identity.sealedWord else { return nil }
        let word = try secrets.open(sealed, of: identity.id)
        guard password.text.composed.lowercased().contains(word) else { return nil }
        try countWrongWord(of: identity, from: origin, in: transaction)
        return InvalidField(password.field, "must not contain the memorable word")
    }

    func countWrongWord(
        of identity: Identity, from origin: Origin, in transaction: any Transaction
    ) throws {
        let name = secrets.nameKey(forUsername: FoldedName.key(identity.username))
        try countWrongLetters(
            of: name, identity: identity.id, username: identity.username, from: origin, in: transaction)
    }

    /// The letter that tells a user of what changed; nil without an address.
    func changeLetter(
        to identity: Identity, password: Bool, word: Bool, in transaction: any Transaction
    ) throws -> Letter? {
        let what =
            switch (password, word) {
            case (true, true): "password and memorable word"
            case (true, false): "password"
            default: "memorable word"
            }
        return try transaction.recipient(identity.id).map {
            .changed($0, username: identity.username, what: what, at: clock.now())
        }
    }
}

extension Transaction {
    /// Whom letters to an identity are for; nil without an address.
    func recipient(_ identity: Int64) throws -> Recipient? {
        try first(nameAndEmail, identity) { Recipient(name: $0.text(0), address: $0.optionalText(1)) } ?? nil
    }
}

private let nameAndEmail: SQL = "SELECT full_name, email FROM identity WHERE id = ?1"
