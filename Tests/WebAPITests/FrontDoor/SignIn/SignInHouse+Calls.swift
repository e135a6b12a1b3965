import Foundation
import HTTPTypes
import Testing
import WebCore

extension SignInHouse {
    /// Sends a request with a known request id, so that its lines in the log can be told.
    func send(
        _ method: HTTPRequest.Method, _ path: String, bytes body: [UInt8]?, token: String? = nil,
        headers: HTTPFields = [:], from peer: String = here, hasLength: Bool = true, loosely: Bool = false
    ) async throws -> TestAnswer {
        var logger = log.logger()
        logger[metadataKey: "hb.request.id"] = "request-7"
        return try await services.send(
            method, path, body, token: token, headers: headers, from: peer, hasLength: hasLength,
            loosely: loosely, logger: logger)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, token: String? = nil,
        headers: HTTPFields = [:], from peer: String = here, hasLength: Bool = true, loosely: Bool = false
    ) async throws -> TestAnswer {
        try await send(
            method, path, bytes: body.map { Array($0.utf8) }, token: token, headers: headers, from: peer,
            hasLength: hasLength, loosely: loosely)
    }

    // MARK: The two steps

    func stepOne(
        _ username: String = owner.username, _ password: String = owner.password, from peer: String = here,
        headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        try await send(
            .post, "/v2/sessiontoken", credentials(username, password), headers: headers, from: peer)
    }

    /// A right step 1.
    func ask(_ user: TestUser = owner, from peer: String = here) async throws -> Asked {
        let answer = try await stepOne(user.username, user.password, from: peer)
        #expect(answer.status == .created)
        let object = try answer.object
        let letters = try #require(object["MemorableWordList"] as? [[String: Any]])
        return Asked(
            token: try #require(object["TemporaryToken"] as? String),
            positions: try letters.map { try #require($0["Position"] as? Int) }, user: user, answer: answer)
    }

    func stepTwo(
        _ token: String, _ letters: [Letter], keep: Bool? = nil, from peer: String = here
    ) async throws -> TestAnswer {
        let kept = keep.map { #","KeepUserLoggedIn":\#($0)"# } ?? ""
        let list = letters.map { #"{"Position":\#($0.position),"Value":\#(quoted($0.value))}"# }
        let body =
            #"{"TemporaryToken":\#(quoted(token)),"MemorableWordList":[\#(list.joined(separator: ","))]\#(kept)}"#
        return try await send(.put, "/v2/sessiontoken", body, from: peer)
    }

    /// The right letters, or wrong ones.
    func answer(_ asked: Asked, rightly: Bool = true, from peer: String = here) async throws -> TestAnswer {
        try await stepTwo(asked.token, rightly ? asked.letters : asked.wrongLetters, from: peer)
    }

    /// A whole sign-in: its session token.
    func signIn(_ user: TestUser = owner, from peer: String = here) async throws -> String {
        let second = try await answer(ask(user, from: peer), from: peer)
        #expect(second.status == .ok)
        return try #require(second.object["SessionToken"] as? String)
    }

    /// A call that needs nothing but a live session.
    func use(_ token: String, from peer: String = here) async throws -> TestAnswer {
        try await send(.get, "/v2/userpermissions", token: token, from: peer)
    }

    /// Makes `count` calls at once: how many gave each answer.
    func atOnce(
        _ count: Int, _ call: @escaping @Sendable (Int) async throws -> TestAnswer
    ) async throws -> [String: Int] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<count { group.addTask { try await call(number).gist } }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }
}

/// What step 1 asked, and of whom.
struct Asked: Sendable {
    let token: String
    let positions: [Int]
    let user: TestUser
    let answer: TestAnswer

    var letters: [Letter] { positions.map { Letter($0, user.word) } }
    var wrongLetters: [Letter] { positions.map { Letter(position: $0, value: "?") } }
}

/// One letter of a memorable word, as step 2 takes it.
struct Letter: Sendable {
    var position: Int
    var value: String
}

extension Letter {
    /// The right one: place `position` of `word`, counted from 1.
    init(_ position: Int, _ word: String) {
        let letters = Array(word)
        self.init(
            position: position,
            value: letters.indices.contains(position - 1) ? String(letters[position - 1]) : "")
    }
}

func credentials(_ username: String, _ password: String) -> String {
    #"{"UserName":\#(quoted(username)),"Password":\#(quoted(password))}"#
}

/// `text` as a JSON string.
func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
}
