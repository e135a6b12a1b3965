import Books
import FrontDoor
import Store
import StoreSQLite

/// What a look at all files of an installation found.
public struct Verification: Sendable {
    /// Control and the books that were read.
    public internal(set) var filesRead = 0
    /// The first thing wrong in each file that has one, in their order.
    public internal(set) var complaints: [Complaint] = []

    public struct Complaint: Hashable, Sendable, CustomStringConvertible {
        /// `control.sqlite` or `books/7.sqlite`.
        public let file: String
        /// In the engine's words.
        public let what: String

        public var description: String { "\(file): \(what)" }
    }
}

extension Installation {
    /// Reads every file of the installation, tables against indexes and references against rows, beside
    /// whatever else goes on.
    /// - Parameter business: only this one's book, and control.
    /// - Throws: `FrontDoorError.noSuchBusiness`. A file that can't be read is a complaint.
    public func verify(business: Int64? = nil) async throws -> Verification {
        try await turns.alone {
            var verification = Verification()
            verification.note(BackupManifest.control, await firstComplaint(of: folder.control))
            let businesses =
                if let business { [try await frontDoor.business(id: business)] } else {
                    try await frontDoor.businesses()
                }
            for business in businesses where business.state == .live {
                let complaint = await firstComplaint(ofBook: business.id)
                verification.note(BackupManifest.book(business.id), complaint)
            }
            return verification
        }
    }

    /// What the books themselves find is asked only of a file that the engine can read.
    private func firstComplaint(ofBook business: Int64) async -> String? {
        if let complaint = await firstComplaint(of: folder.book(business)) { return complaint }
        do {
            return try await bookshelf.withBook(business) { try await $0.firstComplaint() }
        } catch {
            return complaint(of: error)
        }
    }

    private func firstComplaint(of database: String) async -> String? {
        guard Files.exists(database) else { return "the file is missing" }
        guard !Files.isMissingOrEmpty(database) else { return "the file is empty" }
        do {
            return try await offThread { try DatabaseFile(path: database).firstComplaint() }
        } catch {
            return complaint(of: error)
        }
    }

    private func complaint(of error: any Error) -> String {
        switch error {
        case StoreError.damaged(let what): what
        case StoreError.unavailable(let what): "can't be read (\(what))"
        default: "can't be read (\(error))"
        }
    }
}

extension Verification {
    fileprivate mutating func note(_ file: String, _ complaint: String?) {
        filesRead += 1
        guard let complaint else { return }
        // The engine writes a heading on a line of its own.
        let lines = complaint.split(separator: "\n").filter { $0 != "*** in database main ***" }
        complaints.append(Complaint(file: file, what: lines.joined(separator: " ")))
    }
}
