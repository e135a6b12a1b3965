extension FrontDoor {
    /// Asks the control database for a row, as a probe that wants to know whether sign-in can work.
    /// - Throws: `StoreError` when it can't be read; `FrontDoorError.otherSecretKey` once another process has
    ///   rotated the secret key: this one has to be started with the new one (FD-14).
    public func requireReadable() async throws {
        try await store.read { [secrets] in _ = try secrets.presentKey(in: $0) }
    }
}
