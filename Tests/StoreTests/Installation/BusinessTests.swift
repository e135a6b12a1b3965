import Books
import Foundation
import FrontDoor
import Installation
import Store
import Testing

@Suite struct BusinessTests {
    @Test func aBusinessIsLiveOnceItHasABook() async throws {
        try await withSite { site in
            try await site.withOpen { installation async throws in
                let business = try await installation.addBusiness(
                    name: "Harbour Joinery Ltd", from: .commandLine)
                #expect(business.state == .live)
                #expect(try filePermissions(installation.folder.book(business.id)) == 0o600)
                #expect(try await installation.mark(of: business.id) == nil)
            }
        }
    }

    @Test func whatStoppedWhileItWasMadeIsFinishedAtTheNextStart() async throws {
        try await withSite { site in
            let id = try await site.withOpen { installation async throws in
                try await installation.frontDoor.addBusiness(name: "Half", from: .commandLine).id
            }
            try await site.withOpen { installation async throws in
                #expect(try await installation.frontDoor.business(id: id).state == .live)
                #expect(try await installation.mark(of: id) == nil)
            }
        }
    }

    @Test func whatStoppedWhileItWasRemovedIsFinishedAtTheNextStart() async throws {
        try await withSite { site in
            let id = try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour()
                try await installation.frontDoor.markBusinessRemoving(id: id)
                return id
            }
            try await site.withOpen { installation async throws in
                await #expect(throws: FrontDoorError.noSuchBusiness(id)) {
                    try await installation.frontDoor.business(id: id)
                }
                #expect(try fileNames(installation.folder.books) == [])
            }
        }
    }

    @Test func aRemovedBusinessLeavesNoFileAndItsNumberIsNotGivenAgain() async throws {
        try await withSite { site in
            try await site.withOpen { installation async throws in
                let first = try await installation.addHarbour()
                try await installation.removeBusiness(first, from: .commandLine)
                #expect(try fileNames(installation.folder.books) == [])
                await #expect(throws: FrontDoorError.noSuchBusiness(first)) {
                    try await installation.mark(of: first)
                }
                let second = try await installation.addHarbour()
                #expect(second != first)
                await #expect(throws: FrontDoorError.noSuchBusiness(first)) {
                    try await installation.removeBusiness(first, from: .commandLine)
                }
            }
        }
    }

    @Test func aBookInUseIsNotRemovedUnderItsUser() async throws {
        try await withSite { site in
            try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour()
                try await installation.bookshelf.withBook(id) { book in
                    await #expect(throws: FrontDoorError.self) {
                        try await installation.removeBusiness(id, from: .commandLine)
                    }
                    let total = try await book.store.read {
                        try $0.first("SELECT live FROM list_total") { $0.integer(0) }
                    }
                    #expect(total == 7)
                }
                try await installation.removeBusiness(id, from: .commandLine)
                #expect(try fileNames(installation.folder.books) == [])
            }
        }
    }

    @Test func aMissingBookIsSaidAndNotReplacedByAnEmptyOne() async throws {
        try await withSite { site in
            let (lost, kept) = try await site.withOpen { installation async throws in
                (try await installation.addHarbour("Lost"), try await installation.addHarbour("Kept"))
            }
            try FileManager.default.removeItem(atPath: site.folder.book(lost))
            try await site.withOpen { installation async throws in
                await #expect(throws: StoreError.damaged("the book of business \(lost) is missing or empty"))
                {
                    try await installation.mark(of: lost)
                }
                #expect(try await installation.mark(of: kept) == 7)
                let found = try await installation.verify()
                #expect(found.complaints.map(\.description) == ["books/\(lost).sqlite: the file is missing"])
                #expect(found.filesRead == 3)
            }
        }
    }

    @Test func verifyFindsATotalThatDoesNotAgreeWithItsRows() async throws {
        try await withSite { site in
            try await site.withOpen { installation in
                let id = try await installation.addHarbour()
                _ = try await installation.bookshelf.withBook(id) { book in
                    try await book.store.write {
                        try $0.run(
                            "INSERT INTO list_total (list, live, archived) VALUES ('customers', 1, 0)")
                    }
                }
                let complaints = try await installation.verify().complaints.map(\.description)
                #expect(
                    complaints == [
                        "books/\(id).sqlite: the customer list is noted as 1 and 0 archived, and holds "
                            + "0 and 0 archived"
                    ])
            }
        }
    }

    @Test func verifyNamesTheDamagedFile() async throws {
        try await withSite { site in
            let id = try await site.withOpen { installation async throws in
                let id = try await installation.addHarbour()
                #expect(try await installation.verify().complaints == [])
                return id
            }
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: site.folder.book(id)))
            try file.seek(toOffset: 4_096 * 2)
            try file.write(contentsOf: Data(repeating: 0x5a, count: 4_096))
            try file.close()
            try await site.withOpen { installation async throws in
                #expect(try await installation.verify().complaints.map(\.file) == ["books/\(id).sqlite"])
                #expect(try await installation.verify(business: id).complaints.count == 1)
            }
        }
    }
}
