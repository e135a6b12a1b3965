import Store
import Synchronization

/// One PostgreSQL database with the tables of control and of all books, shared by every process that names it.
public final class PostgreSQLDatabase: Sendable {
    public struct Settings: Sendable {
        /// Connections for the books, and half as many for control; each process has its own.
        public var connectionsMax = 16
        /// How long one statement may take.
        public var statementTimeout: Duration = .seconds(15)
        /// How long one transaction may take, with all its statements, before it is given up with its connection.
        public var transactionMax: Duration = .seconds(30)
        /// How long a call waits for a connection.
        public var waitMax: Duration = .seconds(5)
        public var waitingMax = 2_048

        public init() {}
    }

    let url: String
    let settings: Settings
    private let controlPool: ConnectionPool
    private let bookPool: ConnectionPool
    /// How many steps each is known to have taken.
    private let migrated = Mutex<[Scope: Int]>([:])

    /// - Parameter url: `postgres://…` or libpq's own `key=value` form.
    /// - Throws: `StoreError.unavailable` when the server can't be reached, `.misuse` when it is no place for
    ///   sessions: a pooler that gives each transaction another connection.
    public init(url: String, settings: Settings = Settings()) throws(StoreError) {
        self.url = url
        self.settings = settings
        try SessionCheck.requireSessions(url)
        let timeout = settings.statementTimeout.milliseconds
        controlPool = Self.pool(url, "control", max(2, settings.connectionsMax / 2), timeout, settings)
        bookPool = Self.pool(url, "book", settings.connectionsMax, timeout, settings)
    }

    private static func pool(
        _ url: String, _ schema: String, _ connectionsMax: Int, _ timeout: Int64, _ settings: Settings
    ) -> ConnectionPool {
        let preparation =
            sessionSettings + [
                "SET statement_timeout = \(timeout)", "SET search_path = \(schema)",
                "SET ROLE \(programRole)", PostgreSQLLock.sharing(.installation),
            ]
        return ConnectionPool(
            connectionsMax: connectionsMax, waitingMax: settings.waitingMax, waitMax: settings.waitMax
        ) { () throws(StoreError) in
            try PostgreSQLConnection(url: url, preparation: preparation)
        }
    }

    /// The tables of the front door.
    public func control() -> PostgreSQLStore {
        PostgreSQLStore(self, .control)
    }

    /// The tables of one business, which sees no other's rows. What was not made, or is removed, is `.closed` to
    /// every write.
    public func book(_ business: Int64) -> PostgreSQLStore {
        PostgreSQLStore(self, .business(business))
    }

    /// The same, and made by the store's `migrate` where it is not there yet.
    public func newBook(_ business: Int64) -> PostgreSQLStore {
        PostgreSQLStore(self, .business(business), isNew: true)
    }

    /// Closes every connection, when what is under way is done.
    public func close() async {
        await controlPool.close()
        await bookPool.close()
    }

    func pool(of scope: Scope) -> ConnectionPool {
        switch scope {
        case .control: controlPool
        case .business: bookPool
        }
    }

    /// Brings the tables up to this program's, once however many processes ask together.
    /// - Parameter making: whether a business is made by it.
    func migrate(_ migrations: [Migration], _ scope: Scope, making: Bool) async throws {
        guard making || migrated.withLock({ $0[scope] }) != migrations.count else { return }
        let url = url
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            migrationQueue.async {
                caller.resume(with: Result { try Migrator.run(migrations, scope, making: making, url: url) })
            }
        }
        migrated.withLock { $0[scope] = migrations.count }
    }
}

extension Duration {
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
