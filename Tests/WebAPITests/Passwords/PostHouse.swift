import Foundation
import Installation
import Mail
import Store
import Surroundings
import Testing
import WebCore

@testable import FrontDoor

/// A house whose letters come into a folder of files, and who lives in it: `ines` has an e-mail address.
struct PostHouse: Sendable {
    let house: SignInHouse
    /// Where the letters lie.
    let path: String

    static let publicURL = "https://books.example/v2"
    static let ines = TestUser(username: "ines.okafor", password: "four-quiet-harbours", word: "tide7winder")
    static let address = "ines@harbour.example"

    static func run(
        _ change: (inout InstallationSettings) -> Void = { _ in }, web: WebSettings = WebSettings(),
        _ body: (PostHouse) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/daybook-post-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let sender = try #require(Mailbox(text: "Daybook <daybook@books.example>"))
        try await SignInHouse.run(
            {
                $0.frontDoor.publicURL = publicURL
                $0.mail = MailFolder(path: path, from: sender, clock: $0.clock, random: SystemRandomness())
                change(&$0)
            }, web: web
        ) { house in
            _ = try await house.add(ines, fullName: "Ines Okafor", email: address, role: "Sales")
            try await body(PostHouse(house: house, path: path))
        }
    }

    var door: FrontDoor { get throws { try house.door } }

    /// All letters that have come, in no order.
    func letters() async throws -> [KeptLetter] {
        await (try door).postbox.emptied()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return try names.sorted().map { name in
            #expect(name.hasSuffix(".eml"))
            return KeptLetter(try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
        }
    }

    /// Takes the letters out of the folder.
    func takeLetters() async throws -> [KeptLetter] {
        let letters = try await letters()
        try? FileManager.default.removeItem(atPath: path)
        return letters
    }

    // MARK: Calls

    func change(_ body: String, token: String) async throws -> TestAnswer {
        try await house.send(.put, "/v2/password", body, token: token)
    }

    func askForReset(
        _ username: String = ines.username, _ email: String = address, withWord: Bool = false,
        from peer: String = SignInHouse.here
    ) async throws -> TestAnswer {
        let body =
            #"{"UserName":\#(quoted(username)),"Email":\#(quoted(email)),"ResetMemorableWord":\#(withWord)}"#
        return try await house.send(.post, "/v2/password", body, from: peer)
    }

    /// Asks, and gives the secret of the link in the letter that came.
    func resetToken(withWord: Bool = false) async throws -> String {
        _ = try await takeLetters()
        #expect(try await askForReset(withWord: withWord).isDone)
        let letter = try #require(try await takeLetters().first)
        return try #require(letter.secret(.reset))
    }

    func reset(
        _ token: String, password: String = "seven-tin-lanterns", word: String? = nil,
        username: String = ines.username, email: String = address, tokenKey: String? = nil,
        from peer: String = SignInHouse.here
    ) async throws -> TestAnswer {
        let word = word.map { #","MemorableWord":\#(quoted($0))"# } ?? ""
        let key = tokenKey.map { #","TokenKey":\#(quoted($0))"# } ?? ""
        let body =
            #"{"UserName":\#(quoted(username)),"Email":\#(quoted(email)),"Password":\#(quoted(password))\#(word)\#(key)}"#
        return try await house.send(.put, "/v2/password/\(token)", body, from: peer)
    }

    /// What a user's rows say, to see that nothing changed.
    func state(of username: String = ines.username) async throws -> [String] {
        let name = try door.secrets.nameKey(forUsername: FoldedName.key(username))
        return try await door.store.read { transaction in
            try transaction.all(stateOfUser, name) { $0.text(0) }
                + transaction.all(sessionsOfUser, name) { $0.text(0) }
                + transaction.all(linksOfUser, name) { $0.text(0) }
        }
    }
}

/// One letter, as its file has it.
struct KeptLetter: Sendable {
    let to: String
    let subject: String
    let text: String

    init(_ file: String) {
        let parts = file.components(separatedBy: "\r\n\r\n")
        let headers = (parts.first ?? "").components(separatedBy: "\r\n")
        func header(_ name: String) -> String {
            headers.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } ?? ""
        }
        to = header("To")
        subject = header("Subject")
        text = parts.dropFirst().joined(separator: "\r\n\r\n").replacing("=\r\n", with: "")
            .replacing("\r\n", with: "\n")
    }

    /// What stands behind the `#` of the one link that is in it.
    func secret(_ kind: LinkKind) -> String? {
        let start = "\(PostHouse.publicURL)/links/\(kind.rawValue)#"
        let lines = text.split(separator: "\n").filter { $0.contains("://") }
        guard lines.count == 1, let line = lines.first, line.hasPrefix(start) else { return nil }
        return String(line.dropFirst(start.count))
    }
}

extension TestAnswer {
    /// 200 with an empty body.
    var isDone: Bool { status == .ok && text.isEmpty }

    var isDeadLink: Bool { refuses(.notFound, "NotFound", "This link is not good, or no longer.") }
}

private let stateOfUser: SQL = """
    SELECT COALESCE(full_name, 'null') || COALESCE(email, 'null') || COALESCE(email_key, 'null') || COALESCE(password_hash, 'null') || temporary_password
        || temporary_word
        || COALESCE(word_sealed, 'null') || generation
    FROM identity WHERE sign_in_key = ?1
    """
private let sessionsOfUser: SQL = """
    SELECT 'session ' || s.hash || s.generation FROM session s JOIN identity i ON i.id = s.identity
    WHERE i.sign_in_key = ?1 ORDER BY 1
    """
private let linksOfUser: SQL = """
    SELECT 'link ' || l.hash FROM credential_link l JOIN identity i ON i.id = l.identity
    WHERE i.sign_in_key = ?1 ORDER BY 1
    """
