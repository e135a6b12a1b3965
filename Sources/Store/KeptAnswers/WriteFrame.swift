/// What a request has done in the transaction of its write: something before it, and something with what it gives.
///
/// Either may throw; then nothing is written. An engine that carries a transaction out anew does both anew.
public struct WriteFrame: Sendable {
    private let before: @Sendable (any Transaction) throws -> Void
    private let after: @Sendable (any Sendable, any Transaction) throws -> Void

    /// Nothing before, nothing after.
    public static let none = WriteFrame()

    public init(
        before: @escaping @Sendable (any Transaction) throws -> Void = { _ in },
        after: @escaping @Sendable (any Sendable, any Transaction) throws -> Void = { _, _ in }
    ) {
        self.before = before
        self.after = after
    }

    /// Called once the writer is known to have the right, and before anything else is asked or written.
    public func begin(in transaction: any Transaction) throws {
        try before(transaction)
    }

    /// Called with what is answered, when all is written.
    public func end(_ value: some Sendable, in transaction: any Transaction) throws {
        try after(value, transaction)
    }
}

/// A store for one request: each of its writes stands in a frame.
public struct FramedStore: Store {
    private let real: any Store
    private let frame: WriteFrame

    public init(_ real: any Store, _ frame: WriteFrame) {
        self.real = real
        self.frame = frame
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await real.read(body)
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await real.write { [frame] transaction in
            try frame.begin(in: transaction)
            let value = try body(transaction)
            try frame.end(value, in: transaction)
            return value
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await real.migrate(migrations)
    }

    public func close() async {
        await real.close()
    }
}
