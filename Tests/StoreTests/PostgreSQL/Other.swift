import Store
import Testing

@testable import StorePostgreSQL

/// Somebody else at the rows of business 7, as who owns the tables.
final class Other {
    private let connection: PostgreSQLConnection

    init(_ url: String) throws {
        connection = try PostgreSQLConnection(
            url: url,
            preparation: sessionSettings + ["SET search_path = book", "SET daybook.business = '7'"])
    }

    func run(_ statements: String) throws {
        try connection.command(statements)
    }

    /// Waits until somebody waits for us, then asks for what they have, and commits once that is ours. Who began to
    /// wait first notices first that it is for ever.
    func meet(_ statement: String) async throws {
        while try connection.number(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))") == 0
        {
            try await Task.sleep(for: .milliseconds(10))
        }
        try connection.command(statement)
        try connection.command("COMMIT")
    }

    func close() { connection.close() }
}
