import Foundation
import TestSupport
import Testing

@Suite struct ServeTests {
    @Test func oneLineWhenReadyAndAnEndWithoutComplaint() async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program)
            #expect(server.url.wholeMatch(of: /http:\/\/127\.0\.0\.1:[1-9][0-9]*\/v2/) != nil)
            let client = Client(server, program)
            #expect(try await client.call("GET", "/customers").status == 401)
            let base = server.url.dropLast(3)
            #expect(try await client.call("GET", "\(base)/health/ready").status == 200)
            #expect(await server.stop() == 0)
            #expect(server.output.lines.count == 1)
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data/admin.sock"))
        }
    }

    @Test func aNewFolderIsServed() async throws {
        try await Program.inFolder { program in
            let server = try await RunningServer(program, ["--data", "a/b/c"])
            #expect(await server.stop() == 0)
            #expect(FileManager.default.fileExists(atPath: program.folder + "/a/b/c/control.sqlite"))
        }
    }

    @Test func aSecondServerIsRefusedInOneLine() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let second = try await program.run("serve", "--port", "0")
                #expect(second.code == 1 && second.output.isEmpty)
                #expect(
                    second.errorLines.count == 1 && second.error.contains("in use by process \(server.pid)"))
                #expect(try await Client(server, program).call("GET", "/customers").status == 401)
            }
        }
    }

    @Test func aTakenPortIsRefusedAndTheFolderLetGo() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let other = try await program.run("serve", "--data", "other", "--port", String(server.port))
                let line =
                    "daybook: The server can't listen on 127.0.0.1:\(server.port): Address already in use.\n"
                #expect(other.code == 1 && other.output.isEmpty && other.error == line)
                #expect(try await program.run("business", "list", "--data", "other").code == 0)
            }
        }
    }

    @Test func aTakenMetricsPortKeepsTheServerFromSayingThatItIsReady() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program) { server in
                let other = try await program.run(
                    "serve", "--data", "other", "--port", "0", "--metrics-port", String(server.port))
                #expect(other.code == 1 && other.output.isEmpty)
                #expect(other.error.contains("can't listen on 127.0.0.1:\(server.port)"))
            }
        }
    }

    @Test func aHostThatThereIsNotIsNamed() async throws {
        try await Program.inFolder { program in
            let ran = try await program.run(
                "serve", "--host", "no-such-host.invalid", "--port", "0", "--insecure-http")
            #expect(ran.code == 1 && ran.errorLines.count == 1)
            #expect(ran.error.contains("can't listen on no-such-host.invalid:0: there is no such host"))
        }
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "books.example"])
    func fd25_othersAreNotServedWithoutTLS(host: String) async throws {
        try await Program.inFolder { program in
            let ran = try await program.run("serve", "--host", host, "--port", "0")
            #expect(ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains("--insecure-http"))
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/daybook-data"))
        }
    }

    @Test(arguments: [
        ["--host", "0.0.0.0", "--insecure-http"], ["--host", "localhost"], ["--host", "127.0.0.9"],
    ])
    func fd25_whatIsAllowedIsServed(arguments: [String]) async throws {
        try await Program.inFolder { program in
            let server = try await RunningServer(program, arguments)
            #expect(server.url.hasPrefix("http://\(arguments[1]):"))
            #expect(await server.stop() == 0)
        }
    }

    @Test func tlsIsSpokenWithTheCertificate() async throws {
        try await Program.inFolder { program in
            try await program.makeCertificate("mine")
            try await RunningServer.run(program, ["--tls-certificate", "mine.crt", "--tls-key", "mine.key"]) {
                server in
                #expect(server.url.hasPrefix("https://127.0.0.1:"))
                var client = Client(server, program)
                client.more = ["--cacert", "mine.crt"]
                let answer = try await client.call("GET", "/customers")
                #expect(answer.status == 401)
                client.more += ["--tlsv1.1", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"]
                let old = try await client.call("GET", "/customers")
                #expect(old.status == 0)
            }
        }
    }

    @Test func aCertificateThatDoesNotFitRefusesToStart() async throws {
        try await Program.inFolder { program in
            try await program.makeCertificate("mine")
            try await program.makeCertificate("other")
            for (arguments, names) in [
                (["--tls-certificate", "mine.crt"], "needs tls-key"),
                (["--tls-key", "mine.key"], "needs tls-certificate"),
                (["--tls-certificate", "gone.crt", "--tls-key", "mine.key"], "gone.crt"),
                (["--tls-certificate", "mine.crt", "--tls-key", "mine.crt"], "no private key"),
                (["--tls-certificate", "mine.crt", "--tls-key", "other.key"], "belong together"),
            ] {
                let ran = try await program.run(["serve", "--port", "0"] + arguments)
                #expect(
                    ran.code == 1 && ran.errorLines.count == 1 && ran.error.contains(names), "\(ran.error)")
            }
        }
    }

    @Test func metricsHaveAPortOfTheirOwn() async throws {
        try await Program.withBusiness { program in
            try await RunningServer.run(program, ["--metrics-port", "0"]) { server in
                let client = Client(server, program)
                _ = try await client.call("GET", "/customers/\(UUID().uuidString)")
                _ = try await client.call("GET", "/no/such/\(UUID().uuidString)")
                let line = try #require(await server.log.line { $0.contains("/metrics") })
                let url = try #require(line.split(separator: " ").last.map(String.init))
                #expect(url.hasPrefix("http://127.0.0.1:"))
                let page = try await client.call("GET", url).text
                for sample in [
                    #"daybook_answers_total{route="GET /customers/{code}",status="4xx"} 1"#,
                    #"daybook_answers_total{route="none",status="4xx"} 1"#,
                    #"daybook_answer_seconds_count{route="none"} 1"#, "daybook_open_books 0",
                    "daybook_cached_sessions 0",
                ] {
                    #expect(page.contains(sample), "\(page)")
                }
                #expect(
                    page.contains("process_resident_memory_bytes ") && page.contains("daybook_connections "))
                let base = server.url.dropLast(3)
                #expect(try await client.call("GET", "\(base)/metrics").status == 404)
            }
        }
    }

    @Test func logsAreLinesOfJSONWhenAsked() async throws {
        try await Program.withBusiness { program in
            let server = try await RunningServer(program, ["--log-format", "json"])
            _ = try await Client(server, program).call("GET", "/customers")
            #expect(await server.stop() == 0)
            #expect(server.log.lines.count >= 3)
            for line in server.log.lines {
                let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                #expect(event?["at"] is String && event?["level"] is String && event?["message"] is String)
            }
            #expect(
                server.log.lines.contains {
                    $0.contains(#""route":"GET /customers""#) && $0.contains("request")
                })
        }
    }
}

extension Program {
    func makeCertificate(_ name: String) async throws {
        let made = try await ChildProcess.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2",
                "-subj", "/CN=daybook test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                "\(name).key",
                "-out", "\(name).crt",
            ], in: folder)
        try #require(made.code == 0, "\(made.error)")
    }
}
