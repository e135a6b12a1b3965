import Books
import FrontDoor
import Store

/// What a look at all of an installation found.
public struct Verification: Sendable {
    /// Control and the books that were read: files in a folder.
    public internal(set) var filesRead = 0
    /// The first thing wrong in each that has one, in their order.
    public internal(set) var complaints: [Complaint] = []

    public struct Complaint: Hashable, Sendable, CustomStringConvertible {
        /// `control.sqlite` or `books/7.sqlite`; in a database `control` or `book 7`.
        public let file: String
        /// In the engine's words.
        public let what: String

        public var description: String { "\(file): \(what)" }
    }
}

extension Installation {
    /// Reads everything in the installation, tables against indexes and references against rows, and kept figures
    /// against what they are of, beside whatever else goes on.
    ///
    /// In a database every row is read, but indexes and references are its server's own affair.
    /// - Parameter business: only this one's book, and control.
    /// - Throws: `FrontDoorError.noSuchBusiness`. What can't be read is a complaint.
    public func verify(business: Int64? = nil) async throws -> Verification {
        try await inTurn {
            var verification = Verification()
            verification.note(
                place.controlName, await complaint { try await place.firstComplaintOfControl() })
            let businesses =
                if let business { [try await frontDoor.business(id: business)] } else {
                    try await frontDoor.businesses()
                }
            for business in businesses where business.state == .live {
                verification.note(place.bookName(business.id), await firstComplaint(ofBook: business.id))
            }
            return verification
        }
    }

    /// What the books themselves find is asked only of one that the engine can read.
    private func firstComplaint(ofBook business: Int64) async -> String? {
        await complaint {
            if let complaint = try await place.firstComplaint(ofBook: business) { return complaint }
            return try await bookshelf.withBook(business) { try await $0.firstComplaint() }
        }
    }

    private func complaint(_ look: () async throws -> String?) async -> String? {
        do {
            return try await look()
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
