import Store
import TestSupport
import Testing

@Suite struct RefusalTests {
    @Test(arguments: [
        (
            "INSERT INTO note (writer, number, words) VALUES (1, 1, 'again')" as SQL,
            StoreError.Constraint.unique
        ),
        ("INSERT INTO writer (id, name) VALUES (1, 'Bo')", .unique),
        ("INSERT INTO note (writer, number, words) VALUES (99, 2, 'whose?')", .foreignKey),
        ("DELETE FROM writer", .foreignKey),
        ("INSERT INTO note (writer, number, words) VALUES (1, 2, NULL)", .notNull),
        ("INSERT INTO note (writer, number, words) VALUES (1, -2, 'below')", .check),
        ("UPDATE note SET words = 'other'", .trigger),
    ])
    func aConstraintSaysItsKindAndChangesNothing(sql: SQL, constraint: StoreError.Constraint) async throws {
        for engine in Engine.available { try await refuses(sql, constraint, on: engine) }
    }

    private func refuses(_ sql: SQL, _ constraint: StoreError.Constraint, on engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.addNote(1)
            await #expect(throws: StoreError.refused(constraint)) {
                try await store.write { transaction in
                    try transaction.run("INSERT INTO note (writer, number, words) VALUES (1, 7, 'with it')")
                    try transaction.run(sql)
                }
            }
            #expect(try await store.noteNumbers() == [1])
        }
    }

    @Test(arguments: Engine.available)
    func aForeignKeyIsAskedEvenWhenOnlyTheFirstReturnedRowIsRead(on engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: StoreError.refused(.foreignKey)) {
                try await store.write { transaction in
                    try transaction.exists(
                        "INSERT INTO note (writer, number, words) VALUES (99, 2, 'whose?') RETURNING id")
                }
            }
            let numbers = try await store.noteNumbers()
            #expect(numbers.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aTransactionIsOfNoUseAfterItsEnd(on engine: Engine) async throws {
        try await engine.withStore { store in
            let kept = Kept()
            try await store.read { kept.transaction = $0 }
            #expect(throws: StoreError.misuse("the transaction has ended")) {
                try kept.transaction?.exists("SELECT 1")
            }
        }
    }

    @Test func aTypeIsKeptToo() async throws {
        try await refuses(
            "INSERT INTO note (id, writer, number, words) VALUES ('x', 1, 2, 'type')", .other, on: .sqlite)
    }

    @Test(arguments: Engine.available)
    func anUnknownMigrationSaysThatANewerProgramWroteIt(on engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.migrate(notes + [Migration("002 later", ["CREATE TABLE later (id BIGINT)"])])
            await #expect(throws: StoreError.damaged("written by a newer version (002 later)")) {
                try await store.migrate(notes)
            }
        }
    }
}

/// Unchecked: this test uses it on one thread at a time.
private final class Kept: @unchecked Sendable {
    var transaction: (any Transaction)?
}
