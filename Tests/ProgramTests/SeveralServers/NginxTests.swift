import Foundation
import TestSupport
import Testing

/// The example of docs/scaling.md, as it stands but for its ports.
@Suite(.enabled(if: TestPostgreSQL.isThere && Nginx.isThere), .serialized)
struct NginxTests {
    @Test func behindTheExampleAnyProcessAnswersAndOneMayGo() async throws {
        try await FourServers.run(["--trusted-proxies", "127.0.0.1"]) { four in
            let servers = four.servers
            try await Nginx.run(in: four.program.folder, before: servers.prefix(2).map(\.port)) { url in
                var client = Client(url: url, folder: four.program.folder)
                try await client.signIn("ines")
                let created = try await client.call("POST", "/customers", #"{"Code":"A/B 1","Name":"Quay"}"#)
                #expect(created.status == 201, "\(created.text)")
                // What is percent-encoded goes on as it came.
                #expect(try await client.call("GET", "/customers/A%2FB%201").status == 200)
                let large = four.program.folder + "/large.json"
                try #"{"Name":"\#(String(repeating: "x", count: 1_100_000))"}"#
                    .write(toFile: large, atomically: true, encoding: .utf8)
                let refused = try await client.call("POST", "/customers", "@" + large)
                #expect(refused["Error"] as? String == "PayloadTooLarge")

                // One stops, in the midst of calls: nobody notices.
                let calls = Task { [client] in
                    var statuses: Set<Int> = []
                    for _ in 0..<60 { statuses.insert(try await client.call("GET", "/customers").status) }
                    return statuses
                }
                await servers[0].stop()
                #expect(try await calls.value == [200])
            }
        }
    }
}

/// nginx in the foreground, with the example file.
private enum Nginx {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx")

    static func run(
        in folder: String, before ports: [UInt16], _ body: (_ url: String) async throws -> Void
    ) async throws {
        let port = try freePort()
        var example = try String(
            contentsOfFile: repository + "/packaging/nginx.conf", encoding: .utf8)
        for (line, number) in zip(["127.0.0.1:8081", "127.0.0.1:8082"], ports) {
            try #require(example.contains(line))
            example = example.replacing(line, with: "127.0.0.1:\(number)")
        }
        try #require(example.contains("listen 127.0.0.1:8080;"))
        example = example.replacing("listen 127.0.0.1:8080;", with: "listen 127.0.0.1:\(port);")
        try example.write(toFile: folder + "/daybook.conf", atomically: true, encoding: .utf8)
        let whole = """
            daemon off;
            worker_processes 1;
            pid \(folder)/nginx.pid;
            error_log \(folder)/nginx.log;
            events {}
            http {
                access_log off;
                client_body_temp_path \(folder)/bodies;
                proxy_temp_path \(folder)/answers;
                fastcgi_temp_path \(folder)/fastcgi;
                uwsgi_temp_path \(folder)/uwsgi;
                scgi_temp_path \(folder)/scgi;
                include \(folder)/daybook.conf;
            }
            """
        try whole.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nowhere) }
        let process = try ChildProcess(
            "/usr/sbin/nginx", ["-c", folder + "/nginx.conf", "-e", folder + "/nginx.log"], in: folder,
            input: nowhere, output: nowhere, error: nowhere)
        let url = "http://127.0.0.1:\(port)/v2"
        do {
            try await untilItListens(url, in: folder)
            try await body(url)
        } catch {
            process.signal(SIGTERM)
            _ = await process.ended()
            throw error
        }
        process.signal(SIGTERM)
        _ = await process.ended()
    }

    private static func untilItListens(_ url: String, in folder: String) async throws {
        let ran = try await ChildProcess.run(
            "/usr/bin/curl",
            ["-sS", "--retry", "20", "--retry-delay", "1", "--retry-connrefused", "-o", "/dev/null", url],
            in: folder)
        try #require(ran.code == 0, "\(ran.error)")
    }

    /// One that nobody has now.
    private static func freePort() throws -> UInt16 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(socket, name, length) == 0 && getsockname(socket, name, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        return UInt16(bigEndian: address.sin_port)
    }

    private static let repository = #filePath.components(separatedBy: "/Tests/ProgramTests/")[0]
}
