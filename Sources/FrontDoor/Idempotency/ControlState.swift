import Store

extension FrontDoor {
    /// Reads one state of the control tables.
    public func reading<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await store.read(body)
    }

    /// Drops all answers that were kept for repeated requests and have had their time.
    public func tidyKeptAnswers() async throws {
        try await store.tidyKeptAnswers(before: clock.now().advanced(by: .zero - KeptAnswer.keptFor).text)
    }
}
