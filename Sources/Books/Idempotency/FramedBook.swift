import Store

extension Book {
    /// The same book for one request, whose commands write within `frame`: what it asks and adds is part of each
    /// command's own transaction.
    public func framed(by frame: WriteFrame) -> Book {
        Book(
            store: FramedStore(store, frame), clock: clock, randomness: randomness, origin: origin,
            author: author)
    }

    /// Drops all answers that were kept for repeated requests and have had their time.
    public func tidyKeptAnswers() async throws {
        try await store.tidyKeptAnswers(before: clock.now().advanced(by: .zero - KeptAnswer.keptFor).text)
    }
}
