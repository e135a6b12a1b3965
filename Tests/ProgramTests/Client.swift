import Foundation
import TestSupport
import Testing

/// Calls a running server as the documentation shows it: with curl.
struct Client {
    let url: String
    let folder: String
    var more: [String] = []
    var token: String?

    struct Answer: Sendable {
        let status: Int
        let text: String
        /// Empty where there is none.
        let tag: String
        /// Whether it says that the call was not carried out again.
        let isReplay: Bool

        subscript(_ name: String) -> Any? {
            (try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?[name]
        }
    }

    init(_ server: RunningServer, _ program: Program) {
        self.init(url: server.url, folder: program.folder)
    }

    init(url: String, folder: String) {
        self.url = url
        self.folder = folder
    }

    /// - Parameter headers: `Name: value` each.
    func call(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String] = []
    ) async throws -> Answer {
        let told = "\n%header{etag}\n%header{idempotency-replayed}\n%{http_code}"
        var arguments = ["-sS", "-X", method, "-w", told, "--max-time", "30"] + more
        for header in headers { arguments += ["-H", header] }
        if let token { arguments += ["-H", "Authorization: KfToken \(token)"] }
        if let body { arguments += ["-H", "Content-Type: application/json", "--data-binary", body] }
        let address = path.hasPrefix("http") ? path : url + path
        let ran = try await ChildProcess.run("/usr/bin/curl", arguments + [address], in: folder)
        var lines = ran.output.split(separator: "\n", omittingEmptySubsequences: false)
        let status = lines.popLast().flatMap { Int($0) } ?? 0
        let isReplay = lines.popLast() == "true"
        let tag = lines.popLast().map(String.init) ?? ""
        return Answer(status: status, text: lines.joined(separator: "\n"), tag: tag, isReplay: isReplay)
    }

    /// Both steps. Returns every token that was given, the session's last.
    @discardableResult
    mutating func signIn(
        _ username: String, password: String = Program.password, word: String = Program.word
    ) async throws -> [String] {
        let asked = try await call(
            "POST", "/sessiontoken", #"{"UserName":"\#(username)","Password":"\#(password)"}"#)
        let temporary = try #require(asked["TemporaryToken"] as? String, "\(asked.text)")
        let positions = try #require(asked["MemorableWordList"] as? [[String: Any]])
            .compactMap { $0["Position"] as? Int }
        let letters = positions.map { position in
            #"{"Position":\#(position),"Value":"\#(Array(word)[position - 1])"}"#
        }
        let granted = try await call(
            "PUT", "/sessiontoken",
            #"{"TemporaryToken":"\#(temporary)","MemorableWordList":[\#(letters.joined(separator: ","))]}"#)
        let session = try #require(granted["SessionToken"] as? String, "\(granted.text)")
        token = session
        return [temporary, session]
    }
}
