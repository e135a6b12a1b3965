import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
    /// For what is about the files of a data folder: left out where the tests run on PostgreSQL.
    static var onFiles: Self { .disabled(if: TestPostgreSQL.isChosen, "about the files of a data folder") }
}
