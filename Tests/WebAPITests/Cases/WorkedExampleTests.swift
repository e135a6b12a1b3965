import Foundation
import HTTPTypes
import Testing

/// Cases that were worked out by hand, each with the rule that it shows: what is sent, what is answered, what is posted.
@Suite struct WorkedExampleTests {
    @Test(arguments: WorkedExample.all) func aCaseComesOutAsWorkedByHand(example: WorkedExample) async throws
    {
        try await TestServer.run { server in
            if example.isRegistered { try await server.registerForVAT() }
            try await server.addHarbour(example.customer)
            for call in example.calls {
                let answer = try await server.carryOut(call)
                #expect(answer.status.code == call.status, "\(call.name): \(answer.text)")
                for (path, expected) in call.expected {
                    let found = try answer.object.at(path)
                    #expect(found == expected, "\(call.name): \(path) is \(found), not \(expected)")
                }
            }
            #expect(try await server.postings() == example.postings)
        }
    }

    @Test func thereAreAsManyAsWerePromised() {
        #expect(WorkedExample.all.count >= 40)
    }
}

struct WorkedExample: Sendable, CustomTestStringConvertible {
    struct Call: Sendable {
        /// `POST /v2/invoices`.
        let name: String
        let body: String?
        let status: Int
        /// By paths as `LineItems[0].Rate`; each value as text.
        let expected: [(path: String, value: String)]
    }

    let testDescription: String
    let isRegistered: Bool
    /// Members for the customer, each after a comma.
    let customer: String
    let calls: [Call]
    let postings: [String]

    static let all: [WorkedExample] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "cases")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.sorted().flatMap { name -> [WorkedExample] in
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
                let cases = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
            else { return [] }
            return cases.compactMap { WorkedExample($0, in: name) }
        }
    }()

    /// Nil for what is no case; the count of all of them tells.
    private init?(_ json: [String: Any], in file: String) {
        guard let what = json["what"] as? String, json["source"] is String,
            let calls = json["calls"] as? [[String: Any]],
            let postings = json["postings"] as? [String]
        else { return nil }
        testDescription = "\(file): \(what)"
        isRegistered = json["registered"] as? Bool ?? true
        let members = json["customer"] as? [String: Any] ?? [:]
        customer = members.keys.sorted().map { ",\"\($0)\":\(Self.text(members[$0]))" }.joined()
        self.calls = calls.compactMap(Call.init)
        self.postings = postings
    }

    fileprivate static func text(_ value: Any?) -> String {
        guard let value,
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension WorkedExample.Call {
    fileprivate init?(_ json: [String: Any]) {
        guard let name = json["call"] as? String, let status = json["status"] as? Int,
            let expected = json["expect"] as? [String: Any]
        else { return nil }
        self.name = name
        self.status = status
        body = json["body"].map { WorkedExample.text($0) }
        self.expected = expected.keys.sorted().map { ($0, WorkedExample.text(expected[$0])) }
    }
}

extension SignedInServer {
    fileprivate func carryOut(_ call: WorkedExample.Call) async throws -> TestAnswer {
        let words = call.name.split(separator: " ").map(String.init)
        switch words[0] {
        case "PUT": return try await put(words[1], call.body ?? "{}")
        case "DELETE": return try await delete(words[1], call.body)
        case "GET": return try await get(words[1])
        default: return try await post(words[1], call.body ?? "")
        }
    }
}

extension [String: Any] {
    /// The value at a path, as JSON text.
    fileprivate func at(_ path: String) -> String {
        var value: Any? = self
        for step in path.split(separator: ".") {
            let parts = step.split(separator: "[")
            value = (value as? [String: Any])?[String(parts[0])]
            for index in parts.dropFirst() {
                let list = value as? [Any] ?? []
                let place = Int(index.dropLast()) ?? 0
                value = list.indices.contains(place) ? list[place] : nil
            }
        }
        return WorkedExample.text(value)
    }
}
