import Bookkeeping
import Surroundings

/// Who writes, when, and what new things are called: what a command takes into its transaction.
public struct LedgerPen: Sendable {
    /// The user's id; 0 for the program itself.
    public let author: Int64
    /// The day in the United Kingdom.
    public let today: CalendarDate
    /// ISO 8601, UTC.
    let instant: String
    /// A GUID for a permalink, another one each time.
    let newKey: @Sendable () -> String
}

extension Book {
    /// What this book's commands write with now.
    public var pen: LedgerPen {
        let moment = moment
        return LedgerPen(
            author: author, today: today, instant: moment.instant,
            newKey: { [randomness, origin] in randomness.guid(beginning: origin.permalinkKey) })
    }

    /// The same book, whose commands are written down as this user's.
    ///
    /// - Parameter author: the user's id.
    public func written(by author: Int64) -> Book {
        Book(store: store, clock: clock, randomness: randomness, origin: origin, author: author)
    }
}
