import Foundation
import FrontDoor
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Surroundings
import Testing
import WebCore

extension TestServer {
    /// Sends a request through the guard as it would come off the wire, and writes the exchange down for the contract.
    ///
    /// - Parameters:
    ///   - path: as on the request line, with `/v2` and query.
    ///   - peer: the address it comes from.
    ///   - loosely: whether the body is deliberately looser than the contract says, though the server takes it.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]? = nil, token: String? = nil,
        headers: HTTPFields = [:], from peer: String = "127.0.0.1", loosely: Bool = false
    ) async throws -> TestAnswer {
        var fields = headers
        if let token { fields[.authorization] = "KfToken \(token)" }
        if let body {
            fields[.contentLength] = String(body.count)
            if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: peer, port: 49_152)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let response = try await Guard(services).respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? []))),
            context: ConnectionContext(source: .init(channel: channel, logger: logger)))
        let collected = CollectedBody()
        try await response.body.write(collected)
        let answer = TestAnswer(status: response.status, headers: response.headers, text: collected.text)
        ExchangeLog.shared.write(
            Exchange(
                method: method.rawValue, path: path, status: answer.status.code,
                requestBody: loosely ? nil : body.map { String(decoding: $0, as: UTF8.self) },
                responseBody: answer.text,
                responseHeaders: Dictionary(
                    answer.headers.map { ($0.name.rawName, $0.value) }, uniquingKeysWith: { $0 + ", " + $1 }),
                contentType: fields[.contentType]))
        return answer
    }

    /// Signs in through the two real calls and gives the session token.
    func signIn(_ user: TestUser) async throws -> String {
        let first = try await send(
            .post, "/v2/sessiontoken",
            Array(#"{"UserName":"\#(user.username)","Password":"\#(user.password)"}"#.utf8))
        #expect(first.status == .created)
        let challenge = try first.object
        let temporary = try #require(challenge["TemporaryToken"] as? String)
        let asked = try #require(challenge["MemorableWordList"] as? [[String: Any]])
        let letters = try asked.map { letter in
            let position = try #require(letter["Position"] as? Int)
            return #"{"Position":\#(position),"Value":"\#(Array(user.word)[position - 1])"}"#
        }
        let answer =
            #"{"TemporaryToken":"\#(temporary)","MemorableWordList":[\#(letters.joined(separator: ","))]}"#
        let second = try await send(.put, "/v2/sessiontoken", Array(answer.utf8))
        #expect(second.status == .ok)
        return try #require(second.object["SessionToken"] as? String)
    }
}

/// The server with a session: what most tests call.
struct SignedInServer: Sendable {
    let server: TestServer
    /// The owner's session, or another's.
    var token: String?

    var clock: ManualTimekeeper { server.clock }

    /// The same server for a new user of Harbour Joinery who has just these permissions.
    func user(with permissions: Permission...) async throws -> SignedInServer {
        try await with(server.user(with: permissions))
    }

    /// The same server for the owner of another business.
    func otherBusiness() async throws -> SignedInServer {
        try await with(server.otherBusiness().token)
    }

    /// The same server for another caller; nil for one without a token.
    func with(_ token: String?) -> SignedInServer {
        SignedInServer(server: server, token: token)
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestAnswer {
        try await server.send(.get, path, token: token, headers: headers)
    }

    func post(
        _ path: String, _ body: String?, headers: HTTPFields = [:], loosely: Bool = false
    ) async throws -> TestAnswer {
        try await server.send(
            .post, path, body.map { Array($0.utf8) }, token: token, headers: headers, loosely: loosely)
    }

    func put(
        _ path: String, _ body: String?, headers: HTTPFields = [:], loosely: Bool = false
    ) async throws -> TestAnswer {
        try await server.send(
            .put, path, body.map { Array($0.utf8) }, token: token, headers: headers, loosely: loosely)
    }

    func delete(_ path: String, _ body: String? = nil, headers: HTTPFields = [:]) async throws -> TestAnswer {
        try await server.send(.delete, path, body.map { Array($0.utf8) }, token: token, headers: headers)
    }
}

/// What came back.
struct TestAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    /// The body as a JSON object.
    var object: [String: Any] {
        get throws {
            try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
    }

    /// Whether it is this refusal, to the byte.
    func refuses(_ status: HTTPResponse.Status, _ code: String, _ message: String) -> Bool {
        self.status == status && text == #"{"Error":"\#(code)","Message":"\#(message)"}"#
    }

    /// Whether it is a 400 that names these fields in this order, and no others.
    func names(_ problems: (field: String, message: String)...) -> Bool {
        let details = problems.map { #"{"Field":"\#($0.field)","Message":"\#($0.message)"}"# }
        let message = problems.map(\.message).joined(separator: " ")
        return status == .badRequest
            && text
                == #"{"Error":"ValidationFailed","Message":"\#(message)","Details":[\#(details.joined(separator: ","))]}"#
    }
}
