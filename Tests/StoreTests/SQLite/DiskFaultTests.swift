import Foundation
import Store
import StoreSQLite
import Testing

/// A disk that is full, read-only, or fails to sync: each for real, below SQLite.
@Suite struct DiskFaultTests {
    @Test(.enabled(if: canMount, "needs the right to mount a small file system"))
    func aFullDiskRefusesWritesThenServesAgainWithoutReopening() async throws {
        try await withMount(size: "2m") { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.beginNotes()
            try await store.addNote(1)
            let room = String(repeating: "x", count: 200_000)
            var answered: [Int64] = [1]
            var refusal: (any Error)?
            for number in 2...40 where refusal == nil {
                do {
                    try await store.addNote(number, room)
                    answered.append(Int64(number))
                } catch {
                    refusal = error
                }
            }
            #expect(refusal as? StoreError == .unavailable("database or disk is full (SQLite 13)"))
            #expect(try await store.noteNumbers() == answered)
            await #expect(throws: StoreError.self) { try await store.addNote(50, room) }
            #expect(run("mount", "-o", "remount,size=16m", folder))
            try await store.addNote(60, room)
            #expect(try await store.noteNumbers() == answered + [60])
            #expect(try DatabaseFile(path: store.path).firstComplaint() == nil)
            await store.close()
        }
    }

    @Test(.enabled(if: canMount, "needs the right to mount a small file system"))
    func aReadOnlyDiskIsNotOpened() async throws {
        try await withMount(size: "2m") { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.beginNotes()
            await store.close()
            #expect(run("mount", "-o", "remount,ro", folder))
            #expect(throws: StoreError.self) { try SQLiteStore(path: folder + "/test.sqlite") }
            #expect(throws: StoreError.self) { try SQLiteStore(path: folder + "/other.sqlite") }
            #expect(run("mount", "-o", "remount,rw", folder))
            let again = try SQLiteStore(path: folder + "/test.sqlite")
            try await again.addNote(1)
            await again.close()
        }
    }

    @Test func aSyncThatFailsIsAnsweredAsAFailureAndTheFileIsOpenedAgain() async throws {
        try await withStore { store in
            try await store.addNote(1)
            FailingSyncs.begin(store.path + "-wal")
            await #expect(throws: StoreError.outcomeUnknown("disk I/O error (SQLite 1034)")) {
                try await store.addNote(2)
            }
            await #expect(throws: StoreError.self) { try await store.addNote(3) }
            FailingSyncs.end(store.path + "-wal")
            // Whether 2 is there is the disk's to say; what was answered is, and nothing by halves.
            let afterwards = try await store.noteNumbers()
            #expect(afterwards == [1] || afterwards == [1, 2])
            try await store.addNote(4)
            #expect(try await store.noteNumbers() == afterwards + [4])
            #expect(try DatabaseFile(path: store.path).firstComplaint() == nil)
        }
    }

    @Test func aWholeBatchFailsTogetherWhenItsSyncDoes() async throws {
        try await withStore { store in
            FailingSyncs.begin(store.path + "-wal")
            let failures = await withTaskGroup { group in
                for number in 1...50 {
                    group.addTask {
                        do {
                            try await store.addNote(number)
                            return 0
                        } catch {
                            return 1
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            FailingSyncs.end(store.path + "-wal")
            #expect(failures == 50)
            try await store.addNote(51)
        }
    }

    @Test func readsGoOnOnceTheDiskIsWellAgain() async throws {
        try await withStore { store in
            try await store.addNote(1)
            FailingSyncs.begin(store.path + "-wal")
            await #expect(throws: StoreError.self) { try await store.addNote(2) }
            FailingSyncs.end(store.path + "-wal")
            #expect(try await store.noteNumbers().first == 1)
        }
    }

    @Test func aFileThatIsNoDatabaseIsDamaged() async throws {
        try await withFolder { folder in
            let path = folder + "/test.sqlite"
            try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.damaged("file is not a database (SQLite 26)")) {
                try SQLiteStore(path: path)
            }
        }
    }

    @Test func aDamagedPageIsFoundByTheCheck() async throws {
        try await withFolder { folder in
            let path = folder + "/test.sqlite"
            let store = try SQLiteStore(path: path)
            try await store.beginNotes()
            for number in 1...2_000 where number.isMultiple(of: 20) {
                try await store.write { transaction in
                    for each in number - 19...number { _ = try transaction.insert(insertNote, each, "words") }
                }
            }
            await store.close()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            let size = try file.seekToEnd()
            try file.seek(toOffset: size - 4_096 * 3)
            try file.write(contentsOf: Data(repeating: 0x5a, count: 4_096 * 2))
            try file.close()
            let again = try SQLiteStore(path: path)
            #expect(try DatabaseFile(path: again.path).firstComplaint() != nil)
            await again.close()
        }
    }
}

private func withMount(size: String, _ body: (String) async throws -> Void) async throws {
    try await withFolder { folder in
        try #require(run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", folder))
        defer { _ = run("umount", "-l", folder) }
        try await body(folder)
    }
}
