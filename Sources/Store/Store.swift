/// The whole of what the books and the front door ask of a SQL engine.
public protocol Store: Sendable {
    /// Reads one consistent state. SQLite runs `body` inline, PostgreSQL on its own threads.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Commits all that `body` wrote, or nothing when it throws. Returns once it is on disk.
    ///
    /// Writes of one store run one after another, so what `body` reads can't change under it.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Applies the steps that this store has not seen, all in one transaction.
    /// - Throws: `StoreError.damaged` when the store has seen a step this program does not know: it was
    ///   written by a newer one.
    func migrate(_ migrations: [Migration]) async throws

    /// Finishes what is queued, then lets go of the engine. What comes after answers `StoreError.closed`.
    func close() async
}
