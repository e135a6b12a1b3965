import HTTPTypes
import NIOEmbedded
import Surroundings
import Synchronization
import Testing

@testable import FrontDoor

/// What ends sessions holds at once, for good, and across restarts (FD-9).
@Suite struct SessionRevocationTests {
    private let ines = TestUser(username: "ines", password: "four-quiet-harbours", word: "tide7wind")

    @Test func fd9_aRestartKeepsSessionsAndRevivesNone() async throws {
        try await TestServer.run { server in
            let ended = try await server.server.token(of: server.server.owner)
            #expect(try await server.with(ended).delete("/v2/sessiontoken").status == .noContent)
            try await server.server.killed { next async throws in
                #expect(try await next.use(server.token).status == .ok)
                #expect(try await next.use(ended).isRefusal(.invalidToken))
            }
            try await server.server.restart { next in
                #expect(try await next.use(server.token).status == .ok)
                #expect(try await next.use(ended).isRefusal(.invalidToken))
                try await next.restart { last async throws in
                    #expect(try await last.use(server.token).status == .ok)
                    #expect(try await last.use(ended).isRefusal(.invalidToken))
                }
            }
        }
    }

    @Test func fd9_disablingEndsSessionsAndEnablingRevivesNone() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            try await server.server.add(ines, to: server.server.business)
            let token = try await server.server.token(of: ines)
            let half = try await server.server.sendCredentials(ines)
            #expect(try await server.server.use(token).status == .ok)
            try await door.disableUser(username: "ines", from: .commandLine)
            #expect(try await server.server.use(token).isRefusal(.invalidToken))
            #expect(
                try await server.server.sendLetters(half, of: ines).refuses(
                    .unauthorized, "InvalidTemporaryToken", "Temporary token provided is invalid."))
            try await door.enableUser(username: "ines", from: .commandLine)
            #expect(try await server.server.use(token).isRefusal(.invalidToken))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            try await server.server.killed { next async throws in
                #expect(try await next.use(token).isRefusal(.invalidToken))
            }
        }
    }

    @Test func fd9_aNewPasswordOrWordEndsEverySession() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            try await server.server.add(ines, to: server.server.business)
            for (password, word) in [("nine-brass-lanterns", nil), ("nine-brass-lanterns", "gale5moor")] {
                let known = TestUser(
                    username: "ines", password: word == nil ? ines.password : password, word: ines.word)
                let tokens = [
                    try await server.server.token(of: known),
                    try await server.server.token(of: known, keeping: true),
                ]
                for token in tokens { #expect(try await server.server.use(token).status == .ok) }
                try await door.setPassword(
                    username: "ines", password: password, memorableWord: word, temporary: false,
                    from: .commandLine)
                for token in tokens { #expect(try await server.server.use(token).isRefusal(.invalidToken)) }
                try await server.server.killed { next async throws in
                    for token in tokens { #expect(try await next.use(token).isRefusal(.invalidToken)) }
                }
            }
            #expect(try await server.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd9_aRoleChangesAtTheNextCall() async throws {
        try await TestServer.run { server in
            let house = server.server
            try await house.add(ines, to: house.business, role: 7)
            let reader = server.with(try await house.token(of: ines))
            #expect(try await reader.get("/v2/customers").status == .ok)
            #expect(try await reader.post("/v2/customers", #"{"Name":"N"}"#).status == .unauthorized)
            // Taken away and added with another role, as the commands do it; the old session does not come back.
            try await house.installation.frontDoor.removeMembership(
                business: house.business, username: "ines", from: .commandLine)
            try await house.installation.frontDoor.addMembership(
                business: house.business, username: "ines", role: 4, from: .commandLine)
            #expect(try await reader.get("/v2/customers").isRefusal(.invalidToken))
            let writer = server.with(try await house.token(of: ines))
            #expect(try await writer.post("/v2/customers", #"{"Name":"N"}"#).status == .created)
            // And a role that is given another set of rights.
            try await house.change("UPDATE role SET permissions = 0 WHERE number = 4")
            house.installation.frontDoor.forgetSessions(ofBusiness: house.business)
            #expect(
                try await writer.get("/v2/customers").refuses(
                    .unauthorized, "PermissionDenied", "Permission ViewCustomer is required."))
        }
    }

    @Test func fd9_removingABusinessEndsItsSessions() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            #expect(try await server.with(other.token).get("/v2/customers").status == .ok)
            try await server.server.installation.removeBusiness(other.business, from: .commandLine)
            #expect(try await server.with(other.token).get("/v2/customers").isRefusal(.invalidToken))
            #expect(try await server.get("/v2/customers").status == .ok)
        }
    }

    @Test func fd9_commandsEndSessionsAtOnce() async throws {
        try await TestServer.run { server in
            let house = server.server
            let door = house.installation.frontDoor
            try await house.add(ines, to: house.business)
            let tokens = [try await house.token(of: ines), try await house.token(of: ines)]
            for token in tokens { #expect(try await house.use(token).status == .ok) }
            let prefix = try #require(TokenHash(token: tokens[0])).prefix
            #expect(try await door.revokeSessions(hashPrefix: prefix, from: .commandLine) == 1)
            #expect(try await house.use(tokens[0]).isRefusal(.invalidToken))
            #expect(try await house.use(tokens[1]).status == .ok)
            #expect(try await door.revokeSessions(username: "ines", from: .commandLine) == 1)
            #expect(try await house.use(tokens[1]).isRefusal(.invalidToken))
            #expect(try await server.get("/v2/userpermissions").status == .ok)
            #expect(try await door.revokeSessions(all: true, from: .commandLine) == 1)
            #expect(try await server.get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    /// Three callers keep asking while a fourth ends the session: once the end was answered, no 200 begins.
    @Test func fd9_inAThousandLoopsNoCallIsAnsweredOnceTheEndWas() async throws {
        try await TestServer.run { server in
            let house = server.server
            let channel = try TestServer.connection()
            for loop in 1...1_000 {
                let switched = try await house.ask(
                    .get, "/v2/sessiontoken/\(house.business)", token: server.token, over: channel)
                let token = try switched.sessionToken
                let isLate = try await useWhileEnding(token, of: house, over: channel)
                guard !isLate else {
                    Issue.record("loop \(loop): a call was answered after the end")
                    return
                }
            }
        }
    }

    private func useWhileEnding(
        _ token: String, of house: TestServer, over channel: NIOAsyncTestingChannel
    ) async throws -> Bool {
        let end = AnsweredEnd()
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    while true {
                        let began = end.isAnswered
                        let answer = try await house.ask(
                            .get, "/v2/userpermissions", token: token, over: channel)
                        if began { return answer.status == .ok }
                        await Task.yield()
                    }
                }
            }
            group.addTask {
                let ended = try await house.ask(.delete, "/v2/sessiontoken", token: token, over: channel)
                #expect(ended.status == .noContent)
                end.wasAnswered()
                return false
            }
            return try await group.contains(true)
        }
    }
}

/// Whether the end of a session was answered already.
private final class AnsweredEnd: Sendable {
    private let answered = Atomic(false)

    var isAnswered: Bool { answered.load(ordering: .sequentiallyConsistent) }

    func wasAnswered() {
        answered.store(true, ordering: .sequentiallyConsistent)
    }
}
