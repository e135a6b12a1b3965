import HTTPTypes
import Store

extension Answer {
    /// A list that does not page, of values that are only answered.
    public init<Value>(
        list: some Sequence<Value>, _ shape: WireShape<Value>, status: HTTPResponse.Status = .ok
    ) {
        var writer = WireWriter()
        writer.list(list) { shape.write($0, to: &$1) }
        self.init(status, json: writer.bytes)
    }
}

extension Call {
    /// One state of the caller's book, as `reading` shows it.
    public typealias BookState = any Transaction

    /// Answers what `body` writes within one read of the caller's book: what it tells belongs to one state, and
    /// nothing is kept in between.
    public func reading(
        _ body: @escaping @Sendable (BookState, inout WireWriter) throws -> Void
    ) async throws -> Answer {
        try await withBook { book in
            let bytes = try await book.store.read { transaction in
                var writer = WireWriter()
                try body(transaction, &writer)
                return writer.bytes
            }
            return Answer(.ok, json: bytes)
        }
    }
}
