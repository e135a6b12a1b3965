import Glibc
import Store

/// How often a transaction is tried that fails because of others.
let triesMax = 5

extension PostgreSQLConnection {
    /// Runs `work`, and again when a deadlock or a serialization failure ended it. It leaves no transaction open when
    /// it throws.
    func retrying<Value, Failure: Error>(
        _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        for tries in 1..<triesMax {
            forgetFailure()
            do throws(Failure) {
                return try work()
            } catch {
                guard isSound, lastFailure == .retry else { throw error }
                pause(after: tries)
            }
        }
        return try work()
    }

    /// Lets the others go first: longer each time, and not as long in every process, or two would meet again and again.
    func pause(after tries: Int) {
        usleep(useconds_t(10_000 << tries) + useconds_t.random(in: 0..<20_000))
    }

    /// Ends the transaction that is open, whatever is owed of it. `lastFailure` stays what it was.
    /// - Returns: whether the connection is as before it.
    func rollBack() -> Bool {
        guard isSound else { return false }
        let state = lastState
        try? settle()
        guard (try? command("ROLLBACK")) != nil else { return false }
        lastState = state
        return true
    }

    /// Whether the first statement of a transaction found that the connection had ended while nobody used it, as after
    /// a restart of the server. One that waited out its time is no such case.
    var isGoneBefore: Bool {
        !isSound && deadline.map { $0 > .now } != false
    }
}
