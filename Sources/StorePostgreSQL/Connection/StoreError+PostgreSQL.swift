import CPostgreSQL
import Store

/// What has to follow when a statement failed.
enum Aftermath {
    /// The savepoint is lost, the transaction and the connection are sound: a refusal, a statement over its time.
    case rollBackToSavepoint
    /// The transaction is lost and worth another try: a deadlock, a serialization failure.
    case retry
    /// The transaction is lost, the connection is sound: no room.
    case rollBack
    /// The connection is gone, or its server is going.
    case reconnect

    /// - Parameter state: SQLSTATE, five characters; empty when there is no server to tell one.
    /// - Source: PostgreSQL documentation, Appendix A.
    init(state: String) {
        switch state.prefix(2) {
        case "", "08": self = .reconnect
        case "57": self = state == "57014" ? .rollBackToSavepoint : .reconnect
        // The primary has become a standby, or the URL led to one.
        case "25" where state == "25006": self = .reconnect
        // Whether it was done the server does not know either.
        case "40": self = state == "40003" ? .reconnect : .retry
        case "55" where state == "55P03": self = .retry
        case "53", "58", "XX": self = .rollBack
        default: self = .rollBackToSavepoint
        }
    }
}

extension StoreError {
    /// - Parameters:
    ///   - state: SQLSTATE; empty when there is no server to tell one.
    ///   - message: what the server says; kept only for faults of ours, since elsewhere it may hold a stored value.
    init(state: String, message: @autoclosure () -> String) {
        switch state.prefix(2) {
        case "23": self = .refused(Constraint(state: state))
        case "DB": self = .refused(.trigger)
        case "40" where state == "40003": self = .outcomeUnknown("PostgreSQL 40003")
        case "", "08", "40", "53", "55", "57", "58": self = .unavailable("PostgreSQL \(state)")
        case "25" where state == "25006": self = .unavailable("PostgreSQL takes no writes there (25006)")
        case "XX": self = .damaged("PostgreSQL \(state)")
        case "42" where state == "42501":
            self = .unavailable("the user of PostgreSQL lacks a right: \(Self.firstLine(message()))")
        default: self = .misuse("\(message()) (PostgreSQL \(state))")
        }
    }

    /// `ERROR:  permission denied for …` without its first word.
    private static func firstLine(_ message: String) -> Substring {
        let line = message.prefix { $0 != "\n" }
        return line.hasPrefix("ERROR:") ? line.dropFirst("ERROR:".count).trimmingPrefix { $0 == " " } : line
    }
}

extension StoreError.Constraint {
    init(state: String) {
        switch state {
        case "23502": self = .notNull
        case "23503": self = .foreignKey
        case "23505": self = .unique
        case "23514": self = .check
        default: self = .other
        }
    }
}
