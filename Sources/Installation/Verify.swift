import Books
import FrontDoor
import Store

/// What a look at all of an installation found.
public struct Verification: Sendable {
    /// Control and the books that were read: files in a folder.
    public internal(set) var filesRead = 0
    /// Postings and entries that were read.
    public internal(set) var postings: Int64 = 0
    public internal(set) var entries: Int64 = 0
    /// What is wrong in each, in their order: the first thing that the engine finds, and the first of each check of the
    /// ledger.
    public internal(set) var complaints: [Complaint] = []
    /// What is worth telling and not wrong.
    public internal(set) var notes: [String] = []

    public struct Complaint: Hashable, Sendable, CustomStringConvertible, Encodable {
        /// `control.sqlite` or `books/7.sqlite`; in a database `control` or `book 7`.
        public let file: String
        /// The number of the ledger's check; nil for what the engine or a list found.
        public let check: Int?
        /// `invoice 17`, by its id.
        public let document: String?
        /// The posting's place in the chain.
        public let posting: Int64?
        /// In the engine's or the check's words.
        public let what: String

        init(file: String, what: String) {
            self.file = file
            self.what = what
            (check, document, posting) = (nil, nil, nil)
        }

        init(file: String, _ found: Books.Complaint) {
            self.file = file
            (check, document, posting, what) = (found.check, found.document, found.posting, found.what)
        }

        public var description: String {
            guard let check else { return "\(file): \(what)" }
            let place = [document, posting.map { "posting \($0)" }].compactMap(\.self).joined(separator: ", ")
            return "\(file): check \(check)\(place.isEmpty ? "" : " (\(place))"): \(what)"
        }
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
                let name = place.bookName(business.id)
                let complaint = await firstComplaint(ofBook: business.id)
                verification.note(name, complaint)
                if complaint == nil { await verifyLedger(of: business.id, name, &verification) }
            }
            return verification
        }
    }

    /// Works the ledger out anew, with the ends of its chain that were noted in control.
    private func verifyLedger(of business: Int64, _ name: String, _ verification: inout Verification) async {
        do {
            let heads = try await frontDoor.notedHeads(of: business).map {
                ChainHead(place: $0.place, hexadecimal: $0.hash)
            }
            let found = try await bookshelf.withBook(business) { try await $0.verify(heads: heads) }
            verification.postings += found.postings
            verification.entries += found.entries
            verification.complaints += found.complaints.map { Verification.Complaint(file: name, $0) }
            verification.notes += found.notes.map { "\(name): \($0)" }
        } catch {
            verification.complaints.append(Verification.Complaint(file: name, what: complaint(of: error)))
        }
    }

    /// Notes in control where each live book's chain ends, so that a book that is cut short or written anew is noticed.
    public func noteHeads() async throws {
        for business in try await frontDoor.businesses() where business.state == .live {
            let head = try await bookshelf.withBook(business.id) { book in
                try await book.store.read { try $0.chainHead() }
            }
            guard head.place > 0 else { continue }
            try await frontDoor.note(NotedHead(place: head.place, hash: head.hexadecimal), of: business.id)
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
