import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import WebCore

/// What no route answers: health, verbs and paths that there are not, and how it is counted.
@Suite struct OutsideRoutesTests {
    @Test(arguments: ["/health/live", "/health/ready"])
    func healthIsOnlyRead(path: String) async throws {
        try await TestServer.withoutSession { server in
            #expect(try await server.ask(.get, path).status == .ok)
            let head = try await server.ask(.head, path)
            #expect(head.status == .ok && head.text.isEmpty)
            for method in [HTTPRequest.Method.post, .put, .delete, .options, .patch] {
                let answer = try await server.ask(method, path)
                #expect(answer.refuses(.methodNotAllowed, "MethodNotAllowed", "This path takes GET, HEAD."))
                #expect(answer.headers[.allow] == "GET, HEAD")
            }
        }
    }

    @Test func aRefusedReadinessCanBeFoundInTheLog() async throws {
        try await TestServer.watched { server, store in
            let (log, name) = (KeptLog(), try #require(HTTPField.Name("X-Request-Id")))
            func ready() async throws -> TestAnswer {
                try await server.ask(.get, "/health/ready", headers: [name: "probe-7"], logger: log.logger)
            }
            #expect(try await ready().status == .ok)
            #expect(log.lines.isEmpty)
            store.fail(at: 1, .fromThenOn)
            let unread = try await ready()
            #expect(unread.status == .serviceUnavailable && unread.text.contains("can't be read"))
            store.heal()
            server.services.stop()
            let stopping = try await ready()
            #expect(
                stopping.refuses(.serviceUnavailable, "Unavailable", "The server is stopping. Try again."))
            #expect(log.lines.count == 2)
            for (answer, line) in zip([unread, stopping], log.lines) {
                #expect(answer.headers[name] == "probe-7")
                #expect(line.hasPrefix("error failed") && line.contains("probe-7"), "\(line)")
            }
        }
    }

    @Test func fd26_noCacheKeepsARefusalOfAVerbThatASecretPathDoesNotTake() async throws {
        try await TestServer.run { server in
            for (path, kept) in [
                ("/v2/sessiontoken", "no-store"), ("/v2/SessionToken/1/nothing", "no-store"),
                ("/v2/users", "no-store"), ("/v2/users/1", "no-store"), ("/v2/user", "no-store"),
                ("/v2/password", "no-store"), ("/v2/password/reset/x/y/z", "no-store"),
                ("/v2/userpermissions", "private, no-cache"), ("/v2/customers", "private, no-cache"),
                ("/v2", "private, no-cache"), ("/users", "private, no-cache"),
            ] {
                let answer = try await server.server.ask(.patch, path, token: server.token)
                #expect([.methodNotAllowed, .notFound].contains(answer.status), "\(path)")
                #expect(answer.headers[values: .cacheControl] == [kept], "\(path)")
            }
        }
    }

    @Test func whatIsOutsideRoutesIsCountedUnderFewNames() async throws {
        var settings = WebSettings()
        settings.corsOrigins = ["https://books.example"]
        try await TestServer.run(settings: settings) { server in
            let counted = CountedAnswers()
            let services = server.server.services.counting(counted)
            var sent = HTTPFields()
            sent[.authorization] = server.token.map { "KfToken \($0)" }
            sent[.origin] = "https://books.example"
            sent[.accessControlRequestMethod] = "GET"
            for (method, path) in [
                (HTTPRequest.Method.get, "/health/live"), (.get, "/health/ready"), (.post, "/health/live"),
                (.get, "/\(UUID())"), (.get, "/v2/\(UUID())"), (.patch, "/v2/customers"),
                (.options, "/v2/customers"), (.get, "/v2/userpermissions"),
            ] {
                let head = HTTPRequest(
                    method: method, scheme: "http", authority: "a", path: path, headerFields: sent)
                _ = try await Guard(services).respond(
                    to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
                    context: ConnectionContext(
                        source: .init(channel: TestServer.connection(), logger: TestServer.silence)))
            }
            #expect(
                counted.all == [
                    "health 200", "health 200", "health 405", "none 404", "none 404", "none 405", "none 204",
                    "GET /userpermissions 200",
                ])
        }
    }
}

extension Services {
    /// The same, heard by `metrics`.
    fileprivate func counting(_ metrics: any RequestMetrics) -> Services {
        Services(
            frontDoor: frontDoor, bookshelf: bookshelf, settings: settings, routes: routes, metrics: metrics)
    }
}

private final class CountedAnswers: RequestMetrics {
    private let answers = Mutex<[String]>([])

    var all: [String] { answers.withLock { $0 } }

    func answered(route: String?, status: Int, after: Duration) {
        answers.withLock { $0.append("\(route ?? "none") \(status)") }
    }
}
