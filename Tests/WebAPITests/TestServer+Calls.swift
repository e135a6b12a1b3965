import Foundation
import FrontDoor
import HTTPTypes
import Hummingbird
import NIOCore
import Surroundings
import Testing
import WebCore

extension TestServer {
    /// Sends a request through the guard, and writes the exchange down for the contract.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]? = nil, token: String? = nil,
        headers: HTTPFields = [:], from peer: String = "127.0.0.1", loosely: Bool = false
    ) async throws -> TestAnswer {
        try await services.send(
            method, path, body, token: token, headers: headers, from: peer, loosely: loosely,
            logger: Self.silence)
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
