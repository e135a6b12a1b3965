import Store
import Surroundings

extension FrontDoor {
    /// Adds a row to the security log inside `transaction`, so that a step and its row are kept together or
    /// not at all, and before the answer goes out (FD-23).
    ///
    /// Never hand it a password, a letter or a token. Of a name that nobody has, only a piece of its key is
    /// kept: people type their password into the wrong field.
    /// - Parameter business: where it happened, or the home of whose it is; nil: the caller's, where there is one.
    func record(
        _ kind: SecurityEvent, identity: Int64? = nil, username: String? = nil, business: Int64? = nil,
        detail: String? = nil, from origin: Origin, in transaction: any Transaction
    ) throws {
        try transaction.run(
            insertRow, clock.now().text, kind.rawValue, identity, username.map { printable($0, max: 256) },
            business ?? origin.business, origin.actor.map { printable($0, max: 256) },
            origin.address.map { printable($0, max: 64) },
            origin.userAgent.map { printable($0, max: 256) },
            origin.requestID.map { printable($0, max: 100) },
            detail.map { printable($0, max: 500) })
    }
}

extension Origin {
    /// The same origin, with `caller` as the one who did it, unless it is known already, in their business.
    func by(_ caller: Caller) -> Origin {
        var origin = self
        origin.actor = actor ?? caller.username
        origin.business = caller.business
        return origin
    }
}

/// At most `max` scalars of `text`, with what could forge a line or steer a terminal written as `\u{1b}`.
func printable(_ text: String, max: Int) -> String {
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(max) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            printable.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        default:
            if scalar == "\\" { printable.append("\\") }
            printable.append(scalar)
        }
    }
    return String(printable)
}

private let insertRow: SQL = """
    INSERT INTO security_log
        (at, kind, identity, username, business, actor, address, user_agent, request_id, detail)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
