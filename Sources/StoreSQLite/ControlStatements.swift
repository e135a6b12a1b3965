import class GRDB.Database

/// `BEGIN`, `COMMIT` and their kin, parsed once for each connection.
final class ControlStatements {
    enum Name: Int, CaseIterable {
        case begin, beginImmediate, commit, rollBack, savepoint, release, rollBackToSavepoint

        var sql: String {
            switch self {
            case .begin: "BEGIN"
            case .beginImmediate: "BEGIN IMMEDIATE"
            case .commit: "COMMIT"
            case .rollBack: "ROLLBACK"
            case .savepoint: "SAVEPOINT one"
            case .release: "RELEASE one"
            case .rollBackToSavepoint: "ROLLBACK TO one"
            }
        }
    }

    private var statements: [PreparedStatement]

    init(_ database: Database) throws {
        statements = try Name.allCases.map { try PreparedStatement(database.makeStatement(sql: $0.sql)) }
    }

    /// Nil once forgotten.
    subscript(name: Name) -> PreparedStatement? {
        statements.isEmpty ? nil : statements[name.rawValue]
    }

    func forget() {
        statements = []
    }
}
