import Store

extension FrontDoor {
    /// Notes in the security log that a business's books were locked, or opened.
    ///
    /// The book keeps the change itself, with its place in the chain of postings; between the two there is no instant
    /// in common.
    /// - Parameter detail: what the lock is now and what it was.
    /// - Throws: `StoreError`.
    public func noteBookLock(_ detail: String, by caller: Caller, from origin: Origin) async throws {
        try await store.write { [self] transaction in
            try record(
                .bookLockChanged, business: caller.business, detail: detail, from: origin.by(caller),
                in: transaction)
        }
    }
}
