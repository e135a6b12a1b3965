import Logging
import Store
import Surroundings

extension FrontDoor {
    /// How many sessions are answered from memory now.
    public var cachedSessionCount: Int { sessions.count }

    /// How many passwords this process has hashed.
    public var passwordHashCount: Int { hashGate.hashesComputed }

    /// Takes up where the process before left off: door time is never below its highest mark.
    func openSessions() async throws {
        guard let mark = try await store.read({ try $0.doorMark() }) else { return }
        doorClock.reach(mark)
    }

    /// Door time is never below the highest mark of any process, and raises it.
    private func takeMark(in transaction: any Transaction) throws {
        if let mark = try transaction.doorMark() { doorClock.reach(mark) }
        try transaction.set(highestMark, to: doorClock.now().text)
    }

    /// Writes the last uses since the batch before, rounded down to the second, and the clock's highest mark,
    /// in one transaction; called every `lastUseEvery` (FD-8).
    /// - Throws: `StoreError`; the uses stay noted for the next batch.
    public func flushLastUse() async throws {
        let taken = TakenUses()
        do {
            try await store.write { [self] transaction in
                // An engine may run this twice before it commits.
                taken.add(sessions.takeNoted())
                for use in taken.uses {
                    let milliseconds = use.lastUsed.load(ordering: .acquiring)
                    let at = Instant(milliseconds: milliseconds - milliseconds % 1_000).text
                    try transaction.run(raiseLastUse, use.hash.hex, at)
                    try transaction.run(raiseMembershipUse, use.business, use.identity, at)
                }
                try takeMark(in: transaction)
                try dropOldChanges(in: transaction)
            }
        } catch {
            sessions.wrote(taken.uses, succeeded: false)
            throw error
        }
        sessions.wrote(taken.uses, succeeded: true)
    }

    /// Writes the uses noted so far before a call goes on whose session another process would take for unused
    /// (`Caller.renew`). Where that fails the call goes on, and the session may end early.
    public func writeUses() async {
        do {
            try await flushLastUse()
        } catch {
            logger.warning("A session's use could not be written at once.", metadata: ["error": "\(error)"])
        }
    }

    /// Sends the letters that wait and writes what is noted. The store is its owner's to close.
    public func close() async {
        await postbox.emptied()
        do {
            try await flushLastUse()
        } catch {
            logger.warning(
                "The last uses of sessions could not be written; some may end early.",
                metadata: ["error": "\(error)"])
        }
    }
}

extension Transaction {
    fileprivate func doorMark() throws -> Instant? {
        guard let mark = try setting(highestMark) else { return nil }
        guard let reached = Instant(text: mark) else {
            throw StoreError.damaged("the clock's mark is no instant")
        }
        return reached
    }
}

private let highestMark = "wall-clock-highest"

private let raiseLastUse: SQL = "UPDATE session SET last_used_at = ?2 WHERE hash = ?1 AND last_used_at < ?2"
private let raiseMembershipUse: SQL = """
    UPDATE membership SET last_used_at = ?3
    WHERE business = ?1 AND identity = ?2 AND (last_used_at IS NULL OR last_used_at < ?3)
    """
