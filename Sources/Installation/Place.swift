import FrontDoor
import Store

/// Where the data of an open installation lies. All that differs between a data folder and a database is here.
protocol Place: Sendable {
    /// The front door's tables.
    var control: any Store { get }

    /// The front door over control, with the key that fits what is sealed there (FD-14).
    /// - Throws: `FrontDoorError.otherSecretKey`, `.unusableSecretKey`; `StoreError`.
    func openDoor() async throws -> FrontDoor

    /// Runs `body` while no other process makes, removes or mends a business here.
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value
    /// The same; nothing happens when another process is at it.
    func aloneIfFree(_ body: @Sendable () async throws -> Void) async throws

    /// Makes room for a new book, without its tables. Again: nothing happens.
    func makeBook(_ business: Int64) async throws
    /// - Throws: `StoreError.damaged` when there is none, `.closed` when it is to go.
    func openBook(_ business: Int64) async throws -> any Store
    /// From now on this process opens the book no more.
    func leaveBook(_ business: Int64)
    /// Deletes a closed book. Again: nothing happens.
    func removeBook(_ business: Int64) async throws
    /// Those of `businesses` whose book was never made or is lost.
    func missingBooks(of businesses: [Int64]) async throws -> [Int64]

    /// What control is called in a complaint.
    var controlName: String { get }
    func bookName(_ business: Int64) -> String
    /// The first thing wrong with control as its engine keeps it; nil when all is well.
    func firstComplaintOfControl() async throws -> String?
    /// The same of one book.
    func firstComplaint(ofBook business: Int64) async throws -> String?

    /// Appends control and every live book to `archive`, as SQLite files, each as it was at one moment.
    func addAll(to archive: ArchiveWriter) async throws

    /// Closes control and lets others have the place.
    func close() async
}
