import Store
import StoreSQLite
import Testing

@Suite struct SnapshotTests {
    @Test func aBackupIsOneStateWhileWritesGoOn() async throws {
        try await withStore { store in
            for number in 1...50 { try await store.addPair(number) }
            async let more: Void = {
                for number in 51...150 { try await store.addPair(number) }
            }()
            for copy in 1...5 { try DatabaseFile(path: store.path).copy(to: store.path + ".copy\(copy)") }
            try await more
            for copy in 1...5 {
                let path = store.path + ".copy\(copy)"
                #expect(try filePermissions(path) == 0o600)
                let copied = try SQLiteStore(path: path)
                let numbers = try await copied.noteNumbers()
                #expect(numbers.count >= 100)
                #expect(numbers.filter { $0 < 1_000 }.map { $0 + 1_000 } == numbers.filter { $0 > 1_000 })
                #expect(try DatabaseFile(path: path).firstComplaint() == nil)
                await copied.close()
            }
        }
    }

    @Test func aBackupNeedsNoSecondFile() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder + "/test.sqlite")
            try await store.beginNotes()
            try await store.addNote(1)
            try DatabaseFile(path: store.path).copy(to: folder + "/copy.sqlite")
            await store.close()
            #expect(try fileNames(folder) == ["copy.sqlite", "test.sqlite"])
        }
    }

    @Test func theCheckNamesARowThatRefersToNothing() async throws {
        try await withStore { store in
            #expect(try DatabaseFile(path: store.path).firstComplaint() == nil)
            try await store.write { transaction in
                // As an outside tool would leave it, that does not keep foreign keys.
                try transaction.run("CREATE TABLE loose (writer BIGINT)")
                try transaction.run("INSERT INTO loose (writer) VALUES (99)")
                try transaction.run("PRAGMA writable_schema = ON")
                try transaction.run(
                    """
                    UPDATE sqlite_schema SET sql = 'CREATE TABLE loose (writer BIGINT REFERENCES writer (id))'
                    WHERE name = 'loose'
                    """)
                try transaction.run("PRAGMA writable_schema = RESET")
            }
            #expect(
                try DatabaseFile(path: store.path).firstComplaint()
                    == "loose has a row whose writer is not there")
        }
    }
}

extension Store {
    fileprivate func addPair(_ number: Int) async throws {
        try await write { transaction in
            _ = try transaction.insert(insertNote, number, "left")
            _ = try transaction.insert(insertNote, number + 1_000, "right")
        }
    }
}
