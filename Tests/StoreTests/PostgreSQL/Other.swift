import Dispatch
import Store

@testable import StorePostgreSQL

/// Somebody else at the rows of business 7, as who owns the tables.
///
/// Unchecked: its connection is used on `queue` only, so that who waits for a lock holds no thread of the tests.
final class Other: @unchecked Sendable {
    private let connection: PostgreSQLConnection
    private let queue = DispatchQueue(label: "daybook.test.other")

    init(_ url: String) throws {
        connection = try PostgreSQLConnection(
            url: url,
            preparation: sessionSettings + ["SET search_path = book", "SET daybook.business = '7'"])
    }

    func run(_ statements: String) async throws {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            queue.async {
                caller.resume(with: Result { try self.connection.command(statements) }.map { _ in })
            }
        }
    }

    /// Waits until somebody waits for us, then asks for what they have, and commits once that is ours. Who began to
    /// wait first notices first that it is for ever.
    func meet(_ statement: String) async throws {
        try await run(
            """
            DO $$ BEGIN
                WHILE NOT EXISTS (
                    SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
                ) LOOP PERFORM pg_sleep(0.01); END LOOP;
            END $$
            """)
        try await run(statement)
        try await run("COMMIT")
    }

    func close() { queue.sync { connection.close() } }
}
