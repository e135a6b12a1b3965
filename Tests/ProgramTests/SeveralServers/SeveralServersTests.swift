import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: TestPostgreSQL.isThere), .serialized)
struct SeveralServersTests {
    @Test func fd9_aTokenWorksAtAllAtOnceAndAnEndIsSeenWithinASecond() async throws {
        try await FourServers.run { four in
            for ending in four.clients.indices {
                try await four.signIn(at: (ending + 1) % 4)
                let token = try #require(four.clients[ending].token)
                #expect(
                    try await four.clients[ending].call("DELETE", "/sessiontoken/\(token)").status == 204)
                #expect(
                    try await four.aSecondLater() == Array(repeating: "InvalidSessionToken", count: 4))
            }
        }
    }

    @Test func fd9_locksPasswordsAndLapsesAreSeenWithinASecond() async throws {
        try await FourServers.run { four in
            try await four.signIn()
            try await four.command("user", "lock", "--username", "ines")
            #expect(try await four.aSecondLater() == Array(repeating: "AccountLocked", count: 4))
            try await four.command("user", "unlock", "--username", "ines")
            #expect(try await four.aSecondLater() == Array(repeating: "200", count: 4))

            try await four.command("subscription", "renew", "--business", "1", "--until", "2020-12-31")
            #expect(try await four.aSecondLater() == Array(repeating: "SubscriptionExpired", count: 4))
            try await four.command("subscription", "renew", "--business", "1")
            #expect(try await four.aSecondLater() == Array(repeating: "200", count: 4))

            // The session that asks lives on at all of them; the other ends at all.
            let thief = four.clients[0].token
            try await four.signIn(at: 1)
            let new = "seven-tin-whistles"
            let changed = try await four.clients[2].call(
                "PUT", "/password",
                #"{"Password":{"Current":"\#(Program.password)","New":"\#(new)","Confirm":"\#(new)"}}"#)
            #expect(changed.status == 200, "\(changed.text)")
            #expect(try await four.aSecondLater() == Array(repeating: "200", count: 4))
            for place in four.clients.indices { four.clients[place].token = thief }
            #expect(try await four.aSecondLater() == Array(repeating: "InvalidSessionToken", count: 4))
        }
    }

    @Test func fd9_aServerThatStoodStillBelievesNothingOfWhatItRemembers() async throws {
        try await FourServers.run { four in
            try await four.signIn()
            let token = try #require(four.clients[0].token)
            four.servers[3].signalStop(SIGSTOP)
            let ended = try await four.clients[1].call("DELETE", "/sessiontoken/\(token)")
            #expect(ended.status == 204)
            #expect(try await four.clients[0].answer(aSecondAfter: .now) == "InvalidSessionToken")
            four.servers[3].signalStop(SIGCONT)
            let first = try await four.clients[3].call("GET", "/customers")
            #expect(first["Error"] as? String == "InvalidSessionToken", "\(first.text)")
        }
    }

    @Test func fd18_fiftyWrongTriesAtAllMakeFiveHashesAndTwentyRightOnesSucceed() async throws {
        try await FourServers.run { four in
            func tries(_ count: Int, _ password: String) async throws -> [String: Int] {
                let answers = try await four.call(count, "POST", "/sessiontoken") { _ in
                    #"{"UserName":"ines","Password":"\#(password)"}"#
                }
                return answers.reduce(into: [:]) {
                    $0[$1["Error"] as? String ?? String($1.status), default: 0] += 1
                }
            }
            let right = try await tries(20, Program.password)
            #expect(right == ["201": 20])
            let before = try await four.hashes()
            let wrong = try await tries(50, "wrong")
            #expect(wrong == ["InvalidCredentials": 5, "AccountLocked": 45])
            #expect(try await four.hashes() == before + 5)
        }
    }

    @Test func ofEqualCallsAtAllWithOneKeyOneIsCarriedOut() async throws {
        try await FourServers.run { four in
            try await four.signIn()
            for (path, count, body) in [
                ("/customers", 50, #"{"Name":"Quayside Kites Ltd"}"#),
                (
                    "/users", 20,
                    #"{"FullName":"Pia","Username":"pia","Email":"pia@harbour.example","RoleId":5}"#
                ),
            ] {
                let key = ["Idempotency-Key: order-7"]
                let answers = try await four.call(count, "POST", path, headers: key) { _ in body }
                #expect(answers.allSatisfy { $0.status == 201 }, "\(answers)")
                #expect(answers.count { !$0.isReplay } == 1)
                #expect(Set(answers.map(\.text)).count == 1)
            }
            let page = try await four.clients[3].call("GET", "/customers")
            #expect(page.text.contains(#""TotalRecords":1"#), "\(page.text)")
            let users = try await four.clients[2].call("GET", "/users").text
            #expect(users.split(separator: #""Username":"#).count == 3, "\(users)")
        }
    }

    @Test func ofChangesAtAllOfOneVersionOneIsMade() async throws {
        try await FourServers.run { four in
            try await four.signIn()
            let made = try await four.clients[0].call("POST", "/customers", #"{"Name":"Quayside Kites Ltd"}"#)
            let code = try #require(made["Code"] as? String)
            for path in ["/customers/\(code)", "/settings/companydetails"] {
                let seen = try await four.clients[1].call("GET", path)
                let tag = ["If-Match: \(seen.tag)"]
                let answers = try await four.call(20, "PUT", path, headers: tag) { number in
                    let name = "Kites \(number) Ltd"
                    return #"{"Name":"\#(name)","CompanyName":"\#(name)","BusinessType":0}"#
                }
                let changed = answers.filter { 200...201 ~= $0.status }
                #expect(changed.count == 1, "\(answers)")
                #expect(answers.count { $0["Error"] as? String == "PreconditionFailed" } == 19)
                for client in four.clients {
                    #expect(try await client.call("GET", path).text == changed.first?.text)
                }
            }
        }
    }

    @Test func codesAndNumbersAreGivenOnce() async throws {
        try await FourServers.run { four in
            try await four.signIn()
            let made = try await four.call(60, "POST", "/customers") { _ in #"{"Name":"Quayside Kites Ltd"}"#
            }
            #expect(made.allSatisfy { $0.status == 201 })
            #expect(Set(made.compactMap { $0["Code"] as? String }).count == 60)
            #expect(Set(made.compactMap { $0["Id"] as? Int }).count == 60)

            // The same code at all of them at once: one has it.
            let same = try await four.call(20, "POST", "/customers") { number in
                #"{"Code":"KITES","Name":"Quayside Kites \#(number) Ltd"}"#
            }
            #expect(same.count { $0.status == 201 } == 1)
            #expect(same.count { $0["Error"] as? String == "DuplicateCode" } == 19, "\(same)")
        }
    }
}
