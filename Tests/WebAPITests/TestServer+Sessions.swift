import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Surroundings
import Testing

@testable import FrontDoor
@testable import Installation
@testable import WebCore

extension TestServer {
    /// The same as `send`, without a line for the contract: for what comes by the thousand, or no client would send.
    ///
    /// - Parameter channel: the connection it comes over; nil makes one from 127.0.0.1.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8] = [], token: String? = nil,
        headers: HTTPFields = [:], over channel: NIOAsyncTestingChannel? = nil, logger: Logger? = nil
    ) async throws -> TestAnswer {
        var fields = headers
        if let token { fields[.authorization] = "KfToken \(token)" }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields)
        let response = try await Guard(services).respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))),
            context: ConnectionContext(
                source: .init(channel: try channel ?? Self.connection(), logger: logger ?? Self.silence)))
        let collected = CollectedBody()
        try await response.body.write(collected)
        return TestAnswer(status: response.status, headers: response.headers, text: collected.text)
    }

    /// A connection from 127.0.0.1 that any number of calls of `ask` may share.
    static func connection() throws -> NIOAsyncTestingChannel {
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "127.0.0.1", port: 49_152)
        return channel
    }

    static let silence = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// A call that any session may make and that reads no book.
    func use(_ token: String?) async throws -> TestAnswer {
        try await send(.get, "/v2/userpermissions", token: token)
    }
}

// Signing in, step by step.
extension TestServer {
    func sendCredentials(_ user: TestUser) async throws -> TestAnswer {
        try await send(
            .post, "/v2/sessiontoken",
            Array(#"{"UserName":"\#(user.username)","Password":"\#(user.password)"}"#.utf8))
    }

    /// Answers the letters that `challenge` asks for, rightly.
    func sendLetters(
        _ challenge: TestAnswer, of user: TestUser, keeping: Bool = false
    ) async throws -> TestAnswer {
        let asked = try #require(challenge.object["MemorableWordList"] as? [[String: Any]])
        let letters = try asked.map { letter in
            let position = try #require(letter["Position"] as? Int)
            return #"{"Position":\#(position),"Value":"\#(Array(user.word)[position - 1])"}"#
        }
        let token = try #require(challenge.object["TemporaryToken"] as? String)
        let body = """
            {"TemporaryToken":"\(token)","MemorableWordList":[\(letters.joined(separator: ","))],\
            "KeepUserLoggedIn":\(keeping)}
            """
        return try await send(.put, "/v2/sessiontoken", Array(body.utf8))
    }

    /// A whole sign-in; gives the answer of step 2.
    func enter(_ user: TestUser, keeping: Bool = false) async throws -> TestAnswer {
        try await sendLetters(sendCredentials(user), of: user, keeping: keeping)
    }

    /// The session that a whole sign-in gives.
    func token(of user: TestUser, keeping: Bool = false) async throws -> String {
        try await enter(user, keeping: keeping).sessionToken
    }
}

extension TestAnswer {
    var sessionToken: String {
        get throws { try #require(object["SessionToken"] as? String) }
    }

    /// One of FD-3's answers, to the byte, with the header that goes with it.
    func isRefusal(_ refusal: Refusal) -> Bool {
        status == .unauthorized && headers[.wwwAuthenticate] == "KfToken"
            && headers[.contentType] == "application/json; charset=utf-8" && text == refusal.rawValue
    }
}

/// The answers of FD-3, as they stand in the rule.
enum Refusal: String, CaseIterable {
    case invalidToken = #"{"Error":"InvalidSessionToken","Message":"Session token provided is invalid."}"#
    case locked =
        #"{"Error":"AccountLocked","Message":"User account is locked, please contact administrator."}"#
    case lapsed =
        #"{"Error":"SubscriptionExpired","Message":"User subscription is expired, please contact administrator."}"#
    case noRight = #"{"Error":"PermissionDenied","Message":"Permission EditCustomer is required."}"#
}
