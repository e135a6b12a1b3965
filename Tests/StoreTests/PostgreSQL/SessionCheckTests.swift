import Store
import StorePostgreSQL
import TestSupport
import Testing

@Suite(.enabled(if: TestPostgreSQL.isThere))
struct SessionCheckTests {
    /// No wall would bind it.
    @Test func aSuperuserIsRefused() async throws {
        try await TestPostgreSQL.withDatabase { url async throws in
            let root = url.replacing("daybook@", with: "postgres@", maxReplacements: 1)
            #expect {
                try PostgreSQLDatabase(url: root)
            } throws: { error in
                guard case StoreError.misuse(let reason) = error else { return false }
                return reason.contains("its user postgres is a superuser or has BYPASSRLS")
            }
            await (try PostgreSQLDatabase(url: url)).close()
        }
    }
}
