import Foundation
import TestSupport
import Testing

/// A disk that takes no more writes while the server runs, and then takes them again.
@Suite struct ReadOnlyDiskTests {
    @Test(.enabled(if: FrozenFiles.arePossible, "needs ext4 and the right to make files immutable"))
    func writesAndSignInsAreRefusedReadsGoOnAndAllIsWellAfterwards() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                var client = Client(server, program)
                try await client.signIn("ines")
                #expect(try await client.call("POST", "/customers", #"{"Name":"Kites"}"#).status == 201)
                client.more = ["-i"]

                let frozen = FrozenFiles(program.folder + "/daybook-data")
                try await frozen.during {
                    for _ in 0..<3 {
                        let refused = [
                            try await client.call("POST", "/customers", #"{"Name":"Sails"}"#),
                            try await client.call("DELETE", "/customers/KITE01"),
                            try await client.call(
                                "POST", "/sessiontoken",
                                #"{"UserName":"ines","Password":"\#(Program.password)"}"#),
                            try await client.call(
                                "POST", "/sessiontoken", #"{"UserName":"ines","Password":"wrong"}"#),
                        ]
                        for answer in refused {
                            #expect(answer.status == 503 && answer.text.contains(#""Error":"Unavailable""#))
                            #expect(answer.text.lowercased().contains("\nretry-after: 5\r"), "\(answer.text)")
                        }
                        let list = try await client.call("GET", "/customers")
                        #expect(list.status == 200 && list.text.contains(#""TotalRecords":1,"#))
                        #expect(list.text.contains("Kites"), "\(list.text)")
                    }
                }

                #expect(try await client.call("POST", "/customers", #"{"Name":"Ropes"}"#).status == 201)
                let list = try await client.call("GET", "/customers")
                #expect(list.text.contains(#""TotalRecords":2,"#) && !list.text.contains("Sails"))
                client.more = []
                // None of the refused ones counted against the account.
                try await client.signIn("ines")
                #expect(try await program.run("verify").code == 0)
            }
        }
    }
}

/// Files that can't be written, whoever has them open: what the system answers then takes the same way through SQLite
/// as that of a disk that became read-only, which can't be had while files are open for writing.
private struct FrozenFiles {
    private let paths: [String]

    /// The data folder at `folder`, and what is in it but the memory that connections share.
    init(_ folder: String) {
        let below = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        paths =
            [folder]
            + below.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix(".sock") }
            .map { "\(folder)/\($0)" }
    }

    func during(_ body: () async throws -> Void) async throws {
        try #require(Self.change("+i", paths))
        defer { _ = Self.change("-i", paths) }
        try await body()
    }

    /// Whether it works here.
    static let arePossible: Bool = {
        let path = NSTemporaryDirectory() + "daybook-frozen-" + UUID().uuidString
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        guard change("+i", [path]) else { return false }
        defer { _ = change("-i", [path]) }
        return pwrite(file, "x", 1, 0) < 0
    }()

    private static func change(_ attribute: String, _ paths: [String]) -> Bool {
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nowhere) }
        let process = try? ChildProcess(
            "/usr/bin/env", ["chattr", attribute] + paths, in: "/", input: nowhere, output: nowhere,
            error: nowhere)
        return process?.endedNow() == 0
    }
}
