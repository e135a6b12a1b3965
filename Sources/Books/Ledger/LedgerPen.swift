import Surroundings

/// Who writes to the ledger, and when: what a posting tells of its making.
public struct LedgerPen: Hashable, Sendable {
    /// The user's id; 0 for the program itself.
    public let author: Int64
    /// ISO 8601, UTC.
    let instant: String

    init(author: Int64, _ moment: Moment) {
        self.author = author
        instant = moment.instant
    }
}

extension Book {
    /// What this book's commands write to the ledger with now.
    public var pen: LedgerPen { LedgerPen(author: author, moment) }

    /// The same book, whose commands are written down as this user's.
    ///
    /// - Parameter author: the user's id.
    public func written(by author: Int64) -> Book {
        Book(store: store, clock: clock, randomness: randomness, origin: origin, author: author)
    }
}
