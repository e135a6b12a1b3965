import FrontDoor
import Installation
import Store
import Testing

@Suite struct RestoreKeptAnswersTests {
    /// What an answer tells of may be from after the backup, so none outlives it.
    @Test func aRestoreKnowsNoKeys() async throws {
        try await withSite { site in
            let archive = site.path + "/backup.tar"
            let other = DataFolder(path: site.path + "/other")
            let answer = KeptAnswer(status: 201, headers: "", body: "{}")
            let business = try await site.withOpen { installation async throws in
                let business = try await installation.addHarbour()
                try await installation.bookshelf.withBook(business) { book in
                    try await book.store.write {
                        try $0.keep(answer, at: "a", mark: "m", now: "2026-03-09", oldest: "2026-03-08")
                    }
                }
                return business
            }
            try await site.withControl {
                try $0.keep(answer, at: "b", mark: "m", now: "2026-03-09", oldest: "2026-03-08")
            }
            try await site.withOpen {
                _ = try await $0.backup(to: archive, includeSecretKey: true, program: "0.1")
                #expect(try await $0.kept(business) == 2)
            }
            _ = try await Installation.restore(archive, into: other, replacing: false, site.settings())
            try await site.withOpen(other) { installation async throws in
                #expect(try await installation.kept(business) == 0)
            }
        }
    }
}

extension Installation {
    /// How many answers control and the business's book keep.
    fileprivate func kept(_ business: Int64) async throws -> Int64 {
        let count: SQL = "SELECT COUNT(*) FROM kept_answer"
        let inControl = try await frontDoor.reading { try $0.first(count) { $0.integer(0) } ?? 0 }
        return try await inControl
            + bookshelf.withBook(business) { book in
                try await book.store.read { try $0.first(count) { $0.integer(0) } ?? 0 }
            }
    }
}
