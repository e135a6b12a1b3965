import Foundation
import Testing

@Suite struct AdminSocketTests {
    @Test func onlyTheOwnerCanReachIt() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { _ in
                let about = try FileManager.default.attributesOfItem(
                    atPath: program.folder + "/daybook-data/admin.sock")
                #expect(about[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test func whatIsNoErrandIsRefusedOrClosedAndTheServerGoesOn() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let path = program.folder + "/daybook-data/admin.sock"
                for sent: [UInt8] in [
                    [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0, 0, 0, 2] + Array("no".utf8),
                    Array("GET / HTTP/1.1\r\n\r\n".utf8),
                ] {
                    let connection = try RawConnection(path: path)
                    connection.send(sent)
                    let answer = String(
                        decoding: try #require(await connection.rest()).dropFirst(4), as: UTF8.self)
                    #expect(answer.contains(#""code":1"#), "\(answer)")
                }
                // Half an errand, and nobody there any more.
                let half = try RawConnection(path: path)
                half.send([0, 0, 1, 0, 1, 2, 3])
                half.finish()
                #expect(await half.rest() != nil)
                // One that says nothing stays open; it keeps nobody else waiting.
                let silent = try RawConnection(path: path)
                #expect(try await program.run("business", "list").code == 0)
                #expect(try await Client(server, program).call("GET", "/customers").status == 401)
                withExtendedLifetime(silent) {}
            }
        }
    }

    @Test func commandsThatServeThemselvesDoNotRunInside() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { _ in
                let connection = try RawConnection(path: program.folder + "/daybook-data/admin.sock")
                let json = Array(#"{"arguments":["serve"],"input":[],"workingFolder":"/"}"#.utf8)
                connection.send([0, 0, 0, UInt8(json.count)] + json)
                let answer = String(
                    decoding: try #require(await connection.rest()).dropFirst(4), as: UTF8.self)
                #expect(answer.contains("does not run inside a server"), "\(answer)")
            }
        }
    }

    @Test func aFolderThatLiesDeepHasOneToo() async throws {
        try await Program.inFolder { program in
            let deep = (1...12).map { "folder-number-\($0)" }.joined(separator: "/")
            try await program.run("business", "add", "Deep Ltd", "--data", deep)
            try await RunningServer.run(program, ["--data", deep]) { server in
                let ran = try await program.run("business", "list", "--data", deep)
                #expect(ran.code == 0 && ran.output.contains("Deep Ltd"))
                #expect(await server.log.line { $0.contains("business list") } != nil)
            }
        }
    }

    @Test func aSocketThatWasLeftBehindIsNoServer() async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program)
            server.signalStop(SIGKILL)
            _ = await server.ended()
            #expect(FileManager.default.fileExists(atPath: program.folder + "/daybook-data/admin.sock"))
            #expect(try await program.run("business", "list").code == 0)
            try await RunningServer.run(program) { _ in
                let ran = try await program.run("business", "list")
                #expect(ran.code == 0)
            }
        }
    }
}
