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
}
