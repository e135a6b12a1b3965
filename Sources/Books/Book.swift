import Bookkeeping
import Store
import Surroundings

/// Everything one business owns: its customers and, later, its documents and ledger.
///
/// Each command and query is a method in a file of its own. A query is also a function on `Transaction`, so
/// that what it gives can be encoded within the read that found it.
public final class Book: Sendable {
    /// For reading and encoding in one: `book.store.read { try $0.customer(code) }`.
    public let store: any Store
    let clock: any Timekeeper
    let randomness: any Randomness
    let permalinkKey: String

    /// - Parameters:
    ///   - store: of this book alone; `migrate` before the first command.
    ///   - permalinkKey: the eight hexadecimal digits that the business's permalinks begin with (FD-27).
    public init(
        store: any Store, clock: any Timekeeper, randomness: any Randomness, permalinkKey: String
    ) {
        self.store = store
        self.permalinkKey = permalinkKey
        self.clock = clock
        self.randomness = randomness
    }

    /// Finishes what is queued and lets go of the store; what comes after answers `StoreError.closed`.
    public func close() async {
        await store.close()
    }

    var moment: Moment { Moment(clock.now()) }
}

/// When a row was written: the instant, and the day it was in the United Kingdom, by which lists filter.
struct Moment: Sendable {
    let instant: String
    let day: String

    init(_ now: Instant) {
        instant = now.text
        day = CalendarDate(inUKAtMilliseconds: now.milliseconds).text
    }
}
