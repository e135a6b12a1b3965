import Mail
import Surroundings

/// The letters that the front door writes. None has a password or a word in it; a link stands on a line of its own.
extension Letter {
    /// To somebody new, who chooses password and word by the link.
    static func activation(
        _ recipient: Recipient, username: String, business: String, link: String, lifetime: Duration
    ) -> Letter {
        Letter(
            to: recipient, subject: "Your user name for \(business)",
            """
            you can sign in to \(business) as soon as you have chosen a password and a memorable word here:

            \(link)

            Your user name is \(username). The link is good once, and for \(lifetime.inWords).
            If you expect no such letter, leave it: without its link nothing happens.
            """)
    }

    /// To somebody who asked for it by user name and e-mail address, or whom somebody else means.
    static func reset(
        _ recipient: Recipient, username: String, withWord: Bool, link: String, lifetime: Duration
    ) -> Letter {
        Letter(
            to: recipient, subject: "Another password for \(username)",
            """
            somebody, probably you, asked for another password\(withWord ? " and memorable word" : "") for the user \
            name \(username). Choose it here:

            \(link)

            The link is good once, and for \(lifetime.inWords).
            If it was not you, leave this letter: all stays as it is.
            """)
    }

    /// To the owner of credentials that were just changed, by whomever.
    static func changed(_ recipient: Recipient, username: String, what: String, at now: Instant) -> Letter {
        Letter(
            to: recipient, subject: "The \(what) of \(username) changed",
            """
            the \(what) of the user name \(username) changed at \(now.text.dropFirst(11).prefix(5)) UTC on \
            \(now.text.prefix(10)).

            If it was you, there is nothing to do. If it was not, ask for another password at once, and tell the \
            administrator of your business.
            """)
    }

    private init(to recipient: Recipient, subject: String, _ text: String) {
        self.init(
            to: recipient.address, name: recipient.name, subject: subject,
            text: "Dear \(recipient.name),\n\n\(text)\n")
    }
}

/// Whom a letter is for.
struct Recipient: Sendable {
    let name: String
    let address: String

    /// Nil without an address: then there is no letter.
    init?(name: String, address: String?) {
        guard let address else { return nil }
        self.name = name
        self.address = address
    }
}

extension Duration {
    /// `7 days`, `24 hours`, `30 minutes`: the largest unit that it is a whole number of, days from two on.
    fileprivate var inWords: String {
        let minutes = milliseconds / 60_000
        let (count, unit) =
            switch minutes {
            case let minutes where minutes >= 48 * 60 && minutes % (24 * 60) == 0:
                (minutes / (24 * 60), "day")
            case let minutes where minutes >= 60 && minutes % 60 == 0: (minutes / 60, "hour")
            default: (minutes, "minute")
            }
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
}
