/// A statement, made of literals only: nothing that was sent can become SQL.
///
/// The dialect is what SQLite and PostgreSQL share; parameters are `?1`, `?2` …, and a value that may be null
/// in a comparison is cast. Compose with `+`; both sides are literals too.
public struct SQL: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String

    public init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    private init(text: String) {
        self.text = text
    }

    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(text: left.text + right.text)
    }

    /// The statement with `other` wherever `mark` stands: for tables that are alike but for their names.
    public func replacing(_ mark: StaticString, with other: SQL) -> SQL {
        SQL(text: text.replacing(mark.description, with: other.text))
    }
}
