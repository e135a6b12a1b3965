import Store
import Surroundings

/// A message of the operator to those who use the server: that it will be down on Sunday, that prices change.
///
/// Each user sees it until they say that they have read it.
public struct Alert: Hashable, Sendable {
    /// Never given twice.
    public let id: Int64
    /// Whose users it is for; nil: everyone's.
    public let business: Int64?
    public let title: String
    public let text: String
    public let createdAt: Instant
}

extension Alert {
    /// From the columns `id` to `created_at`.
    init(_ row: any Row) throws {
        self.init(
            id: row.integer(0), business: row.optionalInteger(1), title: row.text(2), text: row.text(3),
            createdAt: try row.instant(4))
    }
}

/// The alerts and who has read them. A reading is of an identity: what somebody read in one business they need not
/// read again in another.
let alertMigrations = [
    Migration(
        "004 alerts",
        [
            """
            CREATE TABLE alert (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                business BIGINT REFERENCES business (id),
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                created_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX alert_of_business ON alert (business, id)",
            """
            CREATE TABLE alert_read (
                alert BIGINT NOT NULL REFERENCES alert (id),
                identity BIGINT NOT NULL REFERENCES identity (id),
                PRIMARY KEY (alert, identity)
            )
            """,
            "CREATE INDEX alert_read_of_identity ON alert_read (identity)",
        ])
]
