import GRDB
import GRDBSQLite
import Store

/// What has to follow when a statement failed.
enum Aftermath {
    /// That statement alone changed nothing; the transaction goes on.
    case none
    /// The transaction is lost, the connection is sound: a full or read-only disk, another owner's lock.
    case rollBack
    /// What the connection holds can't be relied on: let go of it, open the file again and look at it.
    case reopen

    /// - Parameter code: SQLite's result code, primary or extended.
    init(code: CInt) {
        switch code & 0xff {
        case SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG:
            self = .none
        case SQLITE_BUSY, SQLITE_FULL, SQLITE_INTERRUPT, SQLITE_LOCKED, SQLITE_NOMEM:
            self = .rollBack
        // A write that the system did not take, as of a disk that became read-only: no page that counts has changed.
        // It is the failed sync after which a disk may hold less than it was asked to.
        case SQLITE_IOERR where code >> 8 == ioErrorWrite:
            self = .rollBack
        default:
            self = .reopen
        }
    }
}

extension StoreError {
    /// - Parameters:
    ///   - code: SQLite's result code, extended when it has more to say.
    ///   - message: what the connection says about it; kept only for faults of ours, since nothing else in it
    ///     is sure to hold no stored value.
    init(code: CInt, message: @autoclosure () -> String) {
        let name = "\(String(cString: sqlite3_errstr(code))) (SQLite \(code))"
        switch code & 0xff {
        case SQLITE_CONSTRAINT: self = .refused(Constraint(code: code))
        case SQLITE_MISMATCH: self = .refused(.other)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(name)
        case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG:
            self = .misuse("\(message()) (SQLite \(code))")
        default: self = .unavailable(name)
        }
    }

    /// Any error of the engine's own parts as one of ours.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .unavailable(String(describing: type(of: error)))
        }
    }
}

extension StoreError.Constraint {
    init(code: CInt) {
        // The extended codes are macros of macros that Swift doesn't see: SQLITE_CONSTRAINT | number << 8.
        switch code >> 8 {
        case 1: self = .check
        case 3: self = .foreignKey
        case 5: self = .notNull
        case 6, 8, 10: self = .unique
        case 7: self = .trigger
        default: self = .other
        }
    }
}

/// SQLITE_IOERR_WRITE is a macro of macros that Swift doesn't see: `SQLITE_IOERR | 3 << 8`.
private let ioErrorWrite: CInt = 3
