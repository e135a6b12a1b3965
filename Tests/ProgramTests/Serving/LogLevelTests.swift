import Foundation
import Testing

@Suite struct LogLevelTests {
    @Test(arguments: ["debug", "trace"])
    func aTalkativeLogIsStillLinesThatCanBeRead(level: String) async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program, ["--log-level", level])
            #expect(try await Client(server, program).call("GET", "/customers").status == 401)
            #expect(await server.stop() == 0)
            #expect(server.log.lines.contains { $0.contains("refused") })
            let longest = server.log.lines.max { $0.utf8.count < $1.utf8.count } ?? ""
            #expect(longest.utf8.count < 1_000, "\(longest.prefix(300))")
        }
    }
}
