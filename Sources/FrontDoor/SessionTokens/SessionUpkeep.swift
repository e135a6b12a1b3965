import Logging
import Store
import Surroundings

extension FrontDoor {
    /// How many sessions are answered from memory now.
    public var cachedSessionCount: Int { sessions.count }

    /// Takes up where the process before left off: door time is never below its highest mark.
    func openSessions() async throws {
        let mark = try await store.read { try $0.setting(highestMark) }
        guard let mark else { return }
        guard let reached = Instant(text: mark) else {
            throw StoreError.damaged("the clock's mark is no instant")
        }
        doorClock.reach(reached)
    }

    /// Writes the last uses since the batch before, rounded down to the second, and the clock's highest mark,
    /// in one transaction; called every `lastUseEvery` (FD-8).
    /// - Throws: `StoreError`; the uses stay noted for the next batch.
    public func flushLastUse() async throws {
        let taken = TakenUses()
        do {
            try await store.write { [self] transaction in
                let uses = sessions.takeNoted()
                taken.add(uses)
                for use in uses {
                    let milliseconds = use.lastUsed.load(ordering: .acquiring)
                    let at = Instant(milliseconds: milliseconds - milliseconds % 1_000).text
                    try transaction.run(raiseLastUse, use.hash.hex, at)
                    try transaction.run(raiseMembershipUse, use.business, use.identity, at)
                }
                let now = doorClock.now().text
                if try transaction.setting(highestMark).map({ $0 < now }) ?? true {
                    try transaction.set(highestMark, to: now)
                }
            }
        } catch {
            sessions.wrote(taken.uses, succeeded: false)
            throw error
        }
        sessions.wrote(taken.uses, succeeded: true)
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

let highestMark = "wall-clock-highest"

private let raiseLastUse: SQL = "UPDATE session SET last_used_at = ?2 WHERE hash = ?1 AND last_used_at < ?2"
private let raiseMembershipUse: SQL = """
    UPDATE membership SET last_used_at = ?3
    WHERE business = ?1 AND identity = ?2 AND (last_used_at IS NULL OR last_used_at < ?3)
    """
