import Bookkeeping

/// Who answers at a party, and how they are reached.
struct Reception {
    let kind: PartyKind
    /// Its name, after which its domain is named.
    let firm: String
    /// Nil abroad, where no numbers are known to be free.
    let town: PostTown?
    /// Whose names they have; nil for anybody in the United Kingdom.
    var people: Background?

    /// The main contact, and sometimes another for the books or the site.
    func contacts(_ person: Person, _ dice: Dice) -> [Contact] {
        let domain = kind.mailboxes.isEmpty ? dice.pick(Self.webmail) : Self.domain(firm)
        var main = contact(person, dice)
        main.isPrimary = true
        main.receivesEmails = dice.happens(92)
        main.name = firm
        main.email = address(of: person, at: domain, dice)
        if !kind.mailboxes.isEmpty, dice.happens(55) { main.website = "https://\(domain)" }
        if dice.happens(3) { main.fax = town?.exchange.number(dice) }
        guard dice.happens(kind.isPrivate ? 4 : 17) else { return [main] }
        let others = (0..<(!kind.isPrivate && dice.happens(20) ? 2 : 1)).map { _ in
            let someone = Person(dice, of: people, last: kind.isPrivate ? person.last : nil)
            var other = contact(someone, dice)
            other.receivesEmails = dice.happens(30)
            other.name = "\(someone.first) \(someone.last)"
            other.email = personal(someone, at: domain, dice)
            return other
        }
        return [main] + others
    }

    private func contact(_ person: Person, _ dice: Dice) -> Contact {
        var contact = Contact()
        if kind.isPrivate || dice.happens(20) { contact.title = person.title }
        contact.firstName = person.first
        contact.lastName = person.last
        if let town {
            let hasLandline = dice.happens(kind.isPrivate ? 45 : 88)
            if hasLandline { contact.telephone = town.exchange.number(dice) }
            if !hasLandline || dice.happens(45) { contact.mobile = Exchange.mobile.number(dice) }
        }
        return contact
    }

    private func address(of person: Person, at domain: String, _ dice: Dice) -> String {
        guard !kind.mailboxes.isEmpty, dice.happens(50) else { return personal(person, at: domain, dice) }
        return "\(dice.pick(kind.mailboxes))@\(domain)"
    }

    private func personal(_ person: Person, at domain: String, _ dice: Dice) -> String {
        let (first, last) = (Self.plain(person.first), Self.plain(person.last))
        if kind.mailboxes.isEmpty {
            return "\(first).\(last)\(dice.happens(40) ? dice.digits(2) : "")@\(domain)"
        }
        return "\(dice.pick([first, first, "\(first).\(last)", "\(first.prefix(1)).\(last)"]))@\(domain)"
    }

    /// `Hallett & Sons Roofing Ltd` is `hallett-sons-roofing.example`: a top level that is kept free for examples
    /// (RFC 2606).
    private static func domain(_ firm: String) -> String {
        let parts = firm.split(separator: " ").map { plain(String($0)) }
            .filter { !$0.isEmpty && !silent.contains($0) }
        return parts.prefix(3).joined(separator: "-") + ".example"
    }

    /// The letters and digits of a word, without case and accents.
    private static func plain(_ word: String) -> String {
        String(
            decoding: word.folded.utf8.filter { (97...122).contains($0) || (48...57).contains($0) },
            as: UTF8.self)
    }

    private static let silent = words(
        "ab ag aps as bv co dac gmbh inc kg llc llp ltd of oo pty sa sarl sas sl sp spa srl the z")
    private static let webmail = words(
        "letterbox.example inbox.example post.example seamail.example webpost.example")
}
