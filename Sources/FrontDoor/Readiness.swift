extension FrontDoor {
    /// Asks the control database for a row, as a probe that wants to know whether sign-in can work.
    /// - Throws: `StoreError` when it can't be read.
    public func requireReadable() async throws {
        _ = try await store.read { try $0.exists("SELECT 1 FROM setting LIMIT 1") }
    }
}
