import Foundation
import TestSupport
import Testing

/// nginx in the foreground, with the example file.
enum Nginx {
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
    static func freePort() throws -> UInt16 {
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
