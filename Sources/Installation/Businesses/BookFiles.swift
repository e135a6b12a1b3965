import Store
import StoreSQLite
import Synchronization

/// The files of the books: opened only when they were made, and never again once they are to go.
final class BookFiles: Sendable {
    private let folder: DataFolder
    private let leaving = Mutex<Set<Int64>>([])

    init(folder: DataFolder) {
        self.folder = folder
    }

    /// Makes the empty file of a new book. Again: nothing happens.
    func create(_ business: Int64) async throws {
        guard Files.isMissingOrEmpty(folder.book(business)) else { return }
        let store = try SQLiteStore(path: folder.book(business))
        await store.close()
    }

    /// - Throws: `StoreError.damaged` when the file is missing or without a byte: an empty book in its place
    ///   would hide the loss.
    @Sendable func open(_ business: Int64) async throws -> any Store {
        guard !leaving.withLock({ $0.contains(business) }) else { throw StoreError.closed }
        let path = folder.book(business)
        guard !Files.isMissingOrEmpty(path) else {
            throw StoreError.damaged("the book of business \(business) is missing or empty")
        }
        // A page of fifty customers with their contacts and addresses lies on some 260 pages of the file: with less
        // than they take, each list of a large book would be read from the system anew.
        return try SQLiteStore(path: path, readersMax: 2, cacheKiB: 1_280)
    }

    /// From now on the book is opened no more.
    func leave(_ business: Int64) {
        leaving.withLock { _ = $0.insert(business) }
    }

    /// Deletes the files of a closed book.
    func remove(_ business: Int64) throws {
        try folder.removeDatabase(folder.book(business))
    }
}
