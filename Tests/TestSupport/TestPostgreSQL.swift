import Foundation
import Store
import Synchronization

@testable import StorePostgreSQL

/// The PostgreSQL server that the tests may use: `scripts/test` starts a private one and names it in
/// `DAYBOOK_TEST_POSTGRESQL`, as a URL without a database. Each test gets a database of its own.
public enum TestPostgreSQL {
    public static let url = ProcessInfo.processInfo.environment["DAYBOOK_TEST_POSTGRESQL"]

    /// Whether there is a server: tests of PostgreSQL alone are left out without.
    public static var isThere: Bool { url != nil }

    /// Whether tests that run on either engine run on PostgreSQL this time: `DAYBOOK_TEST_ENGINE=postgresql`.
    public static let isChosen =
        isThere && ProcessInfo.processInfo.environment["DAYBOOK_TEST_ENGINE"] == "postgresql"

    /// Runs `body` with the URL of a fresh database, which is gone afterwards.
    ///
    /// - Parameters:
    ///   - template: names what fresh databases of this kind begin with; empty when nil.
    ///   - prepare: makes a template, once for each test run; closes every connection.
    public static func withDatabase<Value>(
        like template: String? = nil,
        prepare: @escaping @Sendable (_ url: String) async throws -> Void = { _ in },
        _ body: (_ url: String) async throws -> Value
    ) async throws -> Value {
        guard let url else { throw StoreError.unavailable("DAYBOOK_TEST_POSTGRESQL is not set") }
        await turns.take()
        do {
            var source = "template1"
            if let template { source = try await templates.named(template, prepare).value }
            let name = "daybook_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
            try await administer(url, "CREATE DATABASE \(name) TEMPLATE \(source)")
            do {
                let value = try await body(named(name, url))
                try await administer(url, "DROP DATABASE \(name) WITH (FORCE)")
                await turns.giveBack()
                return value
            } catch {
                try? await administer(url, "DROP DATABASE \(name) WITH (FORCE)")
                throw error
            }
        } catch {
            await turns.giveBack()
            throw error
        }
    }

    /// Runs a statement as the owner of control's tables, whose program's role may only write rows.
    public static func changeControl(_ sql: SQL, in url: String) throws {
        let connection = try PostgreSQLConnection(url: url, preparation: ["SET search_path = control"])
        defer { connection.close() }
        try connection.command(sql.text)
    }

    /// Few connections: many tests run side by side.
    public static var settings: PostgreSQLDatabase.Settings {
        var settings = PostgreSQLDatabase.Settings()
        settings.connectionsMax = 4
        return settings
    }

    /// The server's own tables know which databases there are; one connection at a time changes that.
    static func administer(_ url: String, _ statement: String) async throws {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            administration.async {
                caller.resume(
                    with: Result {
                        let connection = try PostgreSQLConnection(
                            url: named("postgres", url), preparation: [])
                        defer { connection.close() }
                        try connection.command(statement)
                    })
            }
        }
    }

    /// `url` with the database `name` put in: `postgres:///?host=…` becomes `postgres:///name?host=…`.
    static func named(_ name: String, _ url: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let scheme = parts[0].range(of: "://") else { return url + " dbname=\(name)" }
        let rest = parts[0][scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        let query = parts.count == 2 ? "?" + parts[1] : ""
        return parts[0][..<scheme.upperBound] + authority + "/" + name + query
    }

    private static let administration = DispatchQueue(label: "daybook.test.postgresql")
    /// How many tests have a database at once: a server has only so many connections.
    private static let turns = Turns(10)
    private static let templates = Templates()
}

/// Databases that others are copied from, each made once.
private actor Templates {
    private var made: [String: Task<String, any Error>] = [:]

    func named(
        _ kind: String, _ prepare: @escaping @Sendable (String) async throws -> Void
    ) -> Task<String, any Error> {
        if let task = made[kind] { return task }
        let task = Task {
            guard let url = TestPostgreSQL.url else { throw StoreError.closed }
            let name = "daybook_\(kind)_\(ProcessInfo.processInfo.processIdentifier)"
            try await TestPostgreSQL.administer(url, "CREATE DATABASE \(name)")
            try await prepare(TestPostgreSQL.named(name, url))
            return name
        }
        made[kind] = task
        return task
    }
}
