/// An answer that is kept for the next request with the same idempotency key, beside what the request wrote.
public struct KeptAnswer: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// `Name: value`, one a line.
    public let headers: String
    public let body: String

    public init(status: Int, headers: String, body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// How long an answer is kept.
    public static let keptFor: Duration = .seconds(24 * 60 * 60)

    /// The table, for the history of whatever store takes writes of requests. `place` stands for who asked what under
    /// which key, `mark` for the body that was sent; neither can be read back. Instants are texts in UTC.
    public static let table: [SQL] = [
        """
        CREATE TABLE kept_answer (
            place TEXT PRIMARY KEY,
            mark TEXT NOT NULL,
            kept_at TEXT NOT NULL,
            status BIGINT NOT NULL,
            headers TEXT NOT NULL,
            body TEXT NOT NULL
        )
        """,
        "CREATE INDEX kept_answer_by_time ON kept_answer (kept_at)",
    ]
}

extension Transaction {
    /// What is kept at a place, with the mark of the body that it answered; nil for what is older than `oldest`.
    public func keptAnswer(
        at place: String, since oldest: String
    ) throws -> (mark: String, answer: KeptAnswer)? {
        try first(selectKept, place, oldest) { row in
            (
                mark: row.text(0),
                answer: KeptAnswer(
                    status: Int(row.integer(1)), headers: row.text(2), body: row.text(3))
            )
        }
    }

    /// Keeps an answer, and makes room: a few of those older than `oldest` go with each that comes.
    ///
    /// - Parameter mark: of the body that it answers.
    public func keep(
        _ answer: KeptAnswer, at place: String, mark: String, now: String, oldest: String
    ) throws {
        try run(deleteKept, place)
        try dropKeptAnswers(before: oldest, most: 8)
        try run(insertKept, place, mark, now, answer.status, answer.headers, answer.body)
    }

    /// Drops the oldest of the answers from before `oldest`.
    ///
    /// - Parameter most: how many at once.
    /// - Returns: how many went.
    @discardableResult
    public func dropKeptAnswers(before oldest: String, most: Int) throws -> Int {
        try run(deleteOld, oldest, most)
    }
}

extension Store {
    /// Drops all answers from before `oldest`, as many in each transaction as one should take; writes nothing when there
    /// are none.
    public func tidyKeptAnswers(before oldest: String) async throws {
        while try await read({ try $0.exists(selectOld, oldest) }) {
            try await write { _ = try $0.dropKeptAnswers(before: oldest, most: 1_000) }
        }
    }

    /// Drops every kept answer, where what they tell of may not be there, as after a restore. A store from before any
    /// were kept has none.
    public func forgetKeptAnswers() async throws {
        try await write { transaction in
            guard try transaction.exists(selectStep) else { return }
            try transaction.run("DELETE FROM kept_answer")
        }
    }
}

/// The step that made the table, in whatever history it stands.
private let selectStep: SQL = "SELECT 1 FROM migration WHERE name LIKE '% kept answers'"
private let selectKept: SQL = """
    SELECT mark, status, headers, body FROM kept_answer WHERE place = ?1 AND kept_at >= ?2
    """
private let deleteKept: SQL = "DELETE FROM kept_answer WHERE place = ?1"
private let insertKept: SQL = """
    INSERT INTO kept_answer (place, mark, kept_at, status, headers, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
private let selectOld: SQL = "SELECT 1 FROM kept_answer WHERE kept_at < ?1 LIMIT 1"
private let deleteOld: SQL = """
    DELETE FROM kept_answer WHERE place IN
        (SELECT place FROM kept_answer WHERE kept_at < ?1 ORDER BY kept_at LIMIT ?2)
    """
