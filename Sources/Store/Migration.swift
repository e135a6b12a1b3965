/// One step of a schema's history. Never edited once released; a change is a new step.
///
/// A statement that writes rows only changes what is there: a book that is made later never runs it.
public struct Migration: Sendable {
    /// `003 delivery addresses`: unique, and applied in the order of the list.
    public let name: String
    public let statements: [SQL]

    public init(_ name: String, _ statements: [SQL]) {
        self.name = name
        self.statements = statements
    }
}

extension Store {
    /// As `migrate` says, for an engine that takes the statements as they are.
    public func migrateAsWritten(_ migrations: [Migration]) async throws {
        try await write { transaction in
            try transaction.run(
                "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, place BIGINT NOT NULL)")
            let seen = try Set(transaction.all("SELECT name FROM migration") { $0.text(0) })
            let unknown = seen.subtracting(migrations.map(\.name))
            guard unknown.isEmpty else {
                throw StoreError.damaged("written by a newer version (\(unknown.sorted()[0]))")
            }
            for (place, migration) in zip(1..., migrations) where !seen.contains(migration.name) {
                for statement in migration.statements {
                    try transaction.run(statement)
                }
                try transaction.run(
                    "INSERT INTO migration (name, place) VALUES (?1, ?2)", migration.name, place)
            }
        }
    }
}
