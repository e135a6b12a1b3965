import CPostgreSQL
import Glibc
import Store

extension PostgreSQLConnection {
    /// Waits until what was sent is answered, and no longer than `deadline`: a server that is stuck, or a network that
    /// swallows everything, must not hold a thread for ever.
    /// - Returns: the answer to the last statement sent, or to the first that failed; to be cleared.
    /// - Throws: `StoreError.unavailable`; then the connection is of no more use.
    func lastResult() throws(StoreError) -> OpaquePointer? {
        var last: OpaquePointer?
        while true {
            do throws(StoreError) {
                try awaitAnswer()
            } catch {
                PQclear(last)
                throw error
            }
            guard let next = PQgetResult(handle) else { return last }
            PQclear(last)
            last = next
        }
    }

    private func awaitAnswer() throws(StoreError) {
        while true {
            let flushed = PQflush(handle)
            guard flushed >= 0 else { throw lost("PostgreSQL is gone") }
            if flushed == 0, PQisBusy(handle) == 0 { return }
            try wait(toWrite: flushed == 1)
            guard PQconsumeInput(handle) == 1 else {
                // What the server said before it hung up is still to be read.
                lastSign()
                return
            }
        }
    }

    /// Lets libpq see that the connection has ended, so that it hands out what it has.
    private func lastSign() {
        if PQstatus(handle) != CONNECTION_OK { return }
        isGivenUp = true
    }

    private func wait(toWrite: Bool) throws(StoreError) {
        let events = Int16(POLLIN | (toWrite ? POLLOUT : 0))
        var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        guard descriptor.fd >= 0 else { throw lost("PostgreSQL is gone") }
        while true {
            let left = deadline.map { ContinuousClock.now.duration(to: $0).milliseconds }
            if let left, left <= 0 { throw lost("PostgreSQL did not answer in time") }
            let ready = poll(&descriptor, 1, Int32(clamping: left ?? -1))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw lost("the connection to PostgreSQL failed") }
        }
    }
}
