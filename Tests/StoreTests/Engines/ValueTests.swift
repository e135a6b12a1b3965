import Store
import Testing

@Suite struct ValueTests {
    @Test(arguments: Engine.available)
    func everyValueComesBackAsItWentIn(on engine: Engine) async throws {
        try await engine.withStore { store in
            let values: [SQLValue] = [
                .null, .integer(.min), .integer(.max), .text(""), .text("Zoë 東京 🧾"),
                .blob([]),
                .blob([0, 255, 7]),
            ]
            let back = try await store.read { transaction in
                try values.map { value in
                    try transaction.first("SELECT ?1", value) { row -> SQLValue in
                        switch value {
                        case .null: row.isNull(0) ? .null : .text(row.text(0))
                        case .integer: .integer(row.integer(0))
                        case .text: row.isNull(0) ? .null : .text(row.text(0))
                        case .blob: row.isNull(0) ? .null : .blob(row.blob(0))
                        }
                    }
                }
            }
            #expect(back == values)
        }
    }

    @Test(arguments: Engine.available)
    func nullReadAsAValueIsEmpty(on engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.read { transaction in
                try transaction.query("SELECT NULL", []) { row in
                    #expect(row.isNull(0))
                    #expect(row.integer(0) == 0)
                    #expect(row.text(0) == "")
                    #expect(row.blob(0) == [])
                    #expect(row.optionalText(0) == nil)
                    #expect(row.optionalInteger(0) == nil)
                    return true
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func theSameStatementCanRunInsideItself(on engine: Engine) async throws {
        try await engine.withStore { store in
            let pairs = try await store.read { transaction in
                let two: SQL = "SELECT 1 UNION ALL SELECT 2 ORDER BY 1"
                return try transaction.all(two) { outer in
                    try transaction.all(two) { inner in inner.integer(0) }.map { [outer.integer(0), $0] }
                }
            }
            #expect(pairs == [[[1, 1], [1, 2]], [[2, 1], [2, 2]]])
        }
    }

    @Test(arguments: Engine.available)
    func moreStatementsThanAreKeptStillWork(on engine: Engine) async throws {
        try await engine.withStore { store in
            var sql: SQL = "SELECT 1"
            for sum in 1...300 {
                let statement = sql
                let found = try await store.read { try $0.first(statement) { $0.integer(0) } }
                #expect(found == Int64(sum))
                sql = sql + " + 1"
            }
        }
    }

    @Test(arguments: Engine.available)
    func aParameterTooFewOrTooManyIsAFaultOfOurs(on engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: StoreError.misuse("1 parameters are named and 0 given")) {
                try await store.read { try $0.exists("SELECT ?1") }
            }
            await #expect(throws: StoreError.misuse("1 parameters are named and 2 given")) {
                try await store.read { try $0.exists("SELECT ?1", 1, 2) }
            }
        }
    }
}
