import Store
import Surroundings
import Synchronization

/// The books that are open: opened when first asked for, and closed when others were used more lately.
///
/// A book stays open as long as anyone uses it, so more than the bound can be open for a while. Each book is
/// opened once however many ask, and never while its last closing goes on.
public final class Bookshelf: Sendable {
    /// Opens the store of a business's book and tells what it was made with; called for one business at a time.
    public typealias Opening =
        @Sendable (_ business: Int64) async throws -> (store: any Store, origin: BookOrigin)

    private let booksMax: Int
    private let clock: any Timekeeper
    private let randomness: any Randomness
    private let open: Opening
    private let shelf = Mutex(Shelf())

    /// - Parameter booksMax: how many books stay open though nobody uses them; at least one.
    public init(
        booksMax: Int, clock: any Timekeeper, randomness: any Randomness, open: @escaping Opening
    ) {
        self.booksMax = max(1, booksMax)
        self.clock = clock
        self.randomness = randomness
        self.open = open
    }

    /// How many books are open now, used or not: for the metrics.
    public var openCount: Int { shelf.withLock { $0.open.count } }

    /// Runs `body` with a business's book, which stays open until it ends. Migrates the book when it was not
    /// open.
    ///
    /// - Throws: what opening throws, `StoreError.closed` after `close`, and what `body` throws.
    public func withBook<Value>(_ business: Int64, _ body: (Book) async throws -> Value) async throws -> Value
    {
        let book = try await take(business)
        defer { giveBack(business) }
        return try await body(book)
    }

    /// Drops from the books that are open the answers that were kept for repeated requests and have had their time.
    /// Called hourly.
    ///
    /// - Returns: what each business's book threw that could not; the others are done all the same.
    public func tidyKeptAnswers() async -> [Int64: any Error] {
        var failures: [Int64: any Error] = [:]
        for (business, place) in shelf.withLock({ $0.open }) {
            do {
                try await place.book.tidyKeptAnswers()
            } catch StoreError.closed {
                continue
            } catch {
                failures[business] = error
            }
        }
        return failures
    }

    /// The same for one business, whose book is shut again where nobody had it open: what others use stays.
    ///
    /// - Throws: as `withBook`.
    public func tidyKeptAnswers(of business: Int64) async throws {
        let wasOpen = shelf.withLock { $0.open[business] != nil || $0.opening[business] != nil }
        try await withBook(business) { try await $0.tidyKeptAnswers() }
        if !wasOpen { _ = await close(business) }
    }

    /// Closes a book, so that its file can be removed or replaced.
    ///
    /// - Returns: false when someone uses it; then it stays open.
    public func close(_ business: Int64) async -> Bool {
        let (isFree, closing) = shelf.withLock { shelf in
            guard shelf.opening[business] == nil, shelf.open[business]?.users ?? 0 == 0 else {
                return (false, nil as Task<Void, Never>?)
            }
            if shelf.open[business] != nil { close(business, in: &shelf) }
            return (true, shelf.closing[business])
        }
        await closing?.value
        return isFree
    }

    /// Closes every book, used or not: their stores finish what is queued. Nothing opens after it.
    public func close() async {
        let (opening, closing) = shelf.withLock { shelf in
            shelf.isShut = true
            for business in shelf.open.keys { close(business, in: &shelf) }
            return (shelf.opening.values.map(\.book), Array(shelf.closing.values))
        }
        for task in closing { await task.value }
        for task in opening { _ = await task.result }
        // Books whose opening ended after the shutting close themselves.
        for task in shelf.withLock({ Array($0.closing.values) }) { await task.value }
    }

    private func take(_ business: Int64) async throws -> Book {
        while true {
            switch shelf.withLock({ take(business, from: &$0) }) {
            case .open(let book): return book
            case .opening(let task): return try await task.value
            case .closing(let task): await task.value
            case .shut: throw StoreError.closed
            }
        }
    }

    private func take(_ business: Int64, from shelf: inout Shelf) -> Taken {
        guard !shelf.isShut else { return .shut }
        if let place = shelf.open[business] {
            shelf.uses += 1
            shelf.open[business]?.users += 1
            shelf.open[business]?.lastUse = shelf.uses
            return .open(place.book)
        }
        if let closing = shelf.closing[business] { return .closing(closing) }
        if let opening = shelf.opening[business] {
            shelf.opening[business]?.waiting += 1
            return .opening(opening.book)
        }
        let task = Task { try await self.opened(business) }
        shelf.opening[business] = Opened(book: task, waiting: 1)
        return .opening(task)
    }

    /// Opens and migrates, then puts the book in its place with all who waited as its users.
    private func opened(_ business: Int64) async throws -> Book {
        do {
            let (store, origin) = try await open(business)
            let book = Book(store: store, clock: clock, randomness: randomness, origin: origin)
            do {
                try await book.migrate()
            } catch {
                await book.close()
                throw error
            }
            shelf.withLock { shelf in
                let waiting = shelf.opening.removeValue(forKey: business)?.waiting ?? 0
                shelf.uses += 1
                shelf.open[business] = Place(book: book, users: waiting, lastUse: shelf.uses)
                if shelf.isShut { close(business, in: &shelf) } else { makeRoom(in: &shelf) }
            }
            return book
        } catch {
            shelf.withLock { _ = $0.opening.removeValue(forKey: business) }
            throw error
        }
    }

    private func giveBack(_ business: Int64) {
        shelf.withLock { shelf in
            shelf.open[business]?.users -= 1
            makeRoom(in: &shelf)
        }
    }

    /// Closes what nobody uses, the longest unused first, until the bound is kept.
    private func makeRoom(in shelf: inout Shelf) {
        while shelf.open.count > booksMax {
            let idle = shelf.open.filter { $0.value.users == 0 }
            guard let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
            close(oldest.key, in: &shelf)
        }
    }

    private func close(_ business: Int64, in shelf: inout Shelf) {
        guard let place = shelf.open.removeValue(forKey: business) else { return }
        shelf.closing[business] = Task {
            await place.book.close()
            self.shelf.withLock { _ = $0.closing.removeValue(forKey: business) }
        }
    }
}

private struct Shelf: Sendable {
    var open: [Int64: Place] = [:]
    var opening: [Int64: Opened] = [:]
    var closing: [Int64: Task<Void, Never>] = [:]
    /// Counts up with each use: a clock for what was used last.
    var uses: UInt64 = 0
    var isShut = false
}

private struct Place: Sendable {
    let book: Book
    var users: Int
    var lastUse: UInt64
}

/// A book that is being opened, and how many will have it then.
private struct Opened: Sendable {
    let book: Task<Book, any Error>
    var waiting: Int
}

private enum Taken: Sendable {
    case open(Book)
    case opening(Task<Book, any Error>)
    case closing(Task<Void, Never>)
    case shut
}
