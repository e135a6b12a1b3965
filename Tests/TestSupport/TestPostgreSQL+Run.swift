@testable import StorePostgreSQL

extension TestPostgreSQL {
    /// Runs a statement as who owns the database at `url`, as an operator with a tool of their own could. It blocks.
    public static func run(_ statement: String, in url: String) throws {
        let connection = try PostgreSQLConnection(url: url, preparation: [])
        defer { connection.close() }
        try connection.command(statement)
    }

    /// The name and the URL of a database beside the one at `url`, for who makes and drops it.
    public static func sibling(of url: String, _ suffix: String) -> (name: String, url: String) {
        let end = url.split(separator: "?", maxSplits: 1)[0]
        let name = "\(end.split(separator: "/").last ?? "")_\(suffix)"
        return (name, named(name, url))
    }

    /// Has the server let nobody into the database at `url` any more and throw out who is there, or lets them in again.
    public static func setAway(_ isAway: Bool, _ url: String) async throws {
        let name = url.split(separator: "?", maxSplits: 1)[0].split(separator: "/").last ?? ""
        try await administer(url, "ALTER DATABASE \(name) ALLOW_CONNECTIONS \(!isAway)")
        guard isAway else { return }
        try await administer(
            url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }
}
