import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import Testing
import WebCore

@testable import FrontDoor

/// A body can take minutes to come: who is shut out meanwhile must not write with it (FD-9).
@Suite struct SlowBodyTests {
    @Test func fd9_aSessionThatEndsWhileItsBodyComesWritesNothing() async throws {
        try await TestServer.run { server in
            let clerk = try await server.server.user(with: [.createCustomer])
            let answer = try await server.slowly(clerk) {
                _ = try await server.delete("/v2/sessiontoken/\(clerk)")
            }
            #expect(answer.status == .unauthorized && answer.text.contains("InvalidSessionToken"))
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func fd9_aRightThatIsLostWhileItsBodyComesWritesNothing() async throws {
        try await TestServer.run { server in
            let clerk = try await server.server.user(with: [.createCustomer])
            let users = try await server.door.businessUsers(server.server.business)
            let name = try #require(users.last).username
            let answer = try await server.slowly(clerk) {
                try await server.door.changeRole(
                    business: server.server.business, username: name, to: .number(7), from: .commandLine)
            }
            #expect(answer.status == .unauthorized)
            #expect(answer.text.contains("Permission CreateCustomer is required."))
            #expect(try await server.get("/v2/customers").text.contains(#""TotalRecords":0"#))
        }
    }

    @Test func fd4_aLockAndALapseCountForABodyUnderWay() async throws {
        try await TestServer.run { server in
            let clerk = try await server.server.user(with: [.createCustomer])
            let locked = try await server.slowly(clerk) {
                let users = try await server.door.businessUsers(server.server.business)
                for user in users where user.number > 1 {
                    try await server.door.lock(username: user.username, from: .commandLine)
                }
            }
            #expect(locked.text.contains("AccountLocked"))
            let lapsed = try await server.slowly(try #require(server.token)) {
                server.clock.advance(by: .seconds(60))
                try await server.door.renewSubscription(
                    business: server.server.business, package: nil, until: "2026-03-01", from: .commandLine)
            }
            #expect(lapsed.text.contains("SubscriptionExpired"))
        }
    }

    @Test func aBodyThatComesSlowlyIsTakenAllTheSame() async throws {
        try await TestServer.run { server async throws in
            let owner = try #require(server.token)
            #expect(try await server.slowly(owner) {}.status == .created)
        }
    }
}

extension SignedInServer {
    /// Creates a customer by a body in two halves, between which `meanwhile` happens.
    fileprivate func slowly(
        _ token: String, _ meanwhile: @escaping @Sendable () async throws -> Void
    ) async throws -> (status: HTTPResponse.Status, text: String) {
        let halves = Mutex([#"{"Name":"Harbour "#, #"Joinery"}"#])
        let failure = Mutex<(any Error)?>(nil)
        let stream = AsyncStream<ByteBuffer> {
            let (isSecond, half) = halves.withLock { left in
                (left.count == 1, left.isEmpty ? nil : left.removeFirst())
            }
            if isSecond {
                do { try await meanwhile() } catch { failure.withLock { $0 = error } }
            }
            return half.map { ByteBuffer(string: $0) }
        }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "127.0.0.1:8080", path: "/v2/customers",
            headerFields: [.authorization: "KfToken \(token)", .contentType: "application/json"])
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "127.0.0.1", port: 49_152)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let response = try await Guard(server.services).respond(
            to: Request(head: head, body: RequestBody(asyncSequence: stream)),
            context: ConnectionContext(source: .init(channel: channel, logger: logger)))
        if let error = failure.withLock({ $0 }) { throw error }
        let collected = CollectedBody()
        try await response.body.write(collected)
        return (response.status, collected.text)
    }
}
