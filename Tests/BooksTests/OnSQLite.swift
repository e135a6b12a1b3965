import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
    /// For what is how SQLite goes about it: left out where the tests run on PostgreSQL.
    static var onSQLite: Self { .disabled(if: TestPostgreSQL.isChosen, "how SQLite goes about it") }
}
