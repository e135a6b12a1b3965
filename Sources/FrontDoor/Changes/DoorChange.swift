/// What one process did that another may hold in memory otherwise.
enum DoorChange: Hashable, Sendable {
    /// A session ended.
    case session(TokenHash)
    /// What the sessions of an identity read: its lock, role, password, memberships.
    case identity(Int64)
    /// What the sessions in a business read: its subscription, settings, state.
    case business(Int64)
    /// Something that this program knows nothing of: a newer one wrote it. All has to be read again.
    case unknown
    /// So many failures of one address (FD-20).
    case failures(address: String, count: Int)
}

extension DoorChange {
    /// As it is stored.
    var row: (kind: String, subject: String, count: Int) {
        switch self {
        case .session(let hash): ("session", hash.hex, 1)
        case .identity(let id): ("identity", String(id), 1)
        case .business(let id): ("business", String(id), 1)
        case .unknown: ("unknown", "", 1)
        case .failures(let address, let count): ("failures", address, count)
        }
    }

    init(kind: String, subject: String, count: Int) {
        switch kind {
        case "session": self = TokenHash(hex: subject).map(Self.session) ?? .unknown
        case "identity": self = Int64(subject).map(Self.identity) ?? .unknown
        case "business": self = Int64(subject).map(Self.business) ?? .unknown
        case "failures": self = .failures(address: subject, count: count)
        default: self = .unknown
        }
    }
}
