import Bookkeeping
import Store
import Surroundings

/// Everything one business owns: its customers and, later, its documents and ledger.
///
/// Each command and query is a method in a file of its own. A query is also a function on `Transaction`, so
/// that what it gives can be encoded within the read that found it.
public final class Book: Sendable {
    /// For reading and encoding in one: `book.store.read { try $0.customer(code, on: day) }`.
    public let store: any Store
    let clock: any Timekeeper
    let randomness: any Randomness
    let origin: BookOrigin
    /// Who writes, as postings keep it: the user's id, 0 for the program itself.
    let author: Int64

    /// - Parameter store: of this book alone; `migrate` before the first command.
    public init(
        store: any Store, clock: any Timekeeper, randomness: any Randomness, origin: BookOrigin,
        author: Int64 = 0
    ) {
        self.store = store
        self.author = author
        self.origin = origin
        self.clock = clock
        self.randomness = randomness
    }

    /// Finishes what is queued and lets go of the store; what comes after answers `StoreError.closed`.
    public func close() async {
        await store.close()
    }

    var moment: Moment { Moment(clock.now()) }

    /// The day it is in the United Kingdom.
    var today: CalendarDate { CalendarDate(inUKAtMilliseconds: clock.now().milliseconds) }
}

/// What a business was made with, and its book with it.
public struct BookOrigin: Hashable, Sendable {
    /// The eight hexadecimal digits that the business's permalinks begin with (FD-27).
    public let permalinkKey: String
    /// ISO 3166-1 alpha-2, in capitals: where the company is until its details say otherwise.
    public let country: String
    /// ISO 4217, in capitals: what the ledger is kept in until the company's details say otherwise.
    public let currency: String

    public init(permalinkKey: String, country: String = "GB", currency: String = "GBP") {
        self.permalinkKey = permalinkKey
        self.country = country
        self.currency = currency
    }
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
