import Store

/// The rows of control, or of one business, in a PostgreSQL database.
///
/// Reads are one consistent state each, on a thread of the pool. Writes queue up: one transaction takes all that
/// wait, each in its savepoint, with the head row locked first, so that writes of one store run one after another in
/// all processes.
public final class PostgreSQLStore: Store {
    let database: PostgreSQLDatabase
    let scope: Scope
    private let isNew: Bool
    private let writes: WriteLine

    /// - Parameter isNew: whether `migrate` makes the business.
    init(_ database: PostgreSQLDatabase, _ scope: Scope, isNew: Bool = false) {
        self.database = database
        self.scope = scope
        self.isNew = isNew
        writes = WriteLine(database.pool(of: scope), scope, database.settings)
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let (pool, opening, timeMax) = (
            database.pool(of: scope), scope.beginReading, database.settings.transactionMax
        )
        return try await withCheckedThrowingContinuation { caller in
            pool.add(
                Job(
                    run: { connection in
                        connection.deadline = .now + timeMax
                        let (result, after) = connection.read(opening, body)
                        if after != .goneBefore { caller.resume(with: result) }
                        return after
                    },
                    fail: { caller.resume(throwing: $0) }, waitsSince: .now))
        }
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            writes.add(
                QueuedWrite(
                    run: { transaction in
                        let value = try body(transaction)
                        return { caller.resume(returning: value) }
                    },
                    fail: { caller.resume(throwing: $0) }, waitsSince: .now))
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await database.migrate(migrations, scope, making: isNew)
    }

    public func close() async {
        await writes.close()
    }
}

/// Whose rows a store has.
enum Scope: Hashable, Sendable {
    case control
    case business(Int64)

    var schema: String {
        switch self {
        case .control: "control"
        case .business: "book"
        }
    }

    var ownership: Ownership {
        switch self {
        case .control: .shared
        case .business: .byBusiness
        }
    }

    var beginReading: String { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" + naming }

    /// The lock comes before anything is read, so that the state read is the one left by the write before.
    var beginWriting: String { "BEGIN" + naming + "; SELECT 1 FROM head FOR UPDATE" }

    /// A number, so nothing of a request gets into the text.
    private var naming: String {
        switch self {
        case .control: ""
        case .business(let id): "; SET LOCAL daybook.business = '\(id)'"
        }
    }
}
