import Store
import Surroundings
import Synchronization
import Testing

@testable import FrontDoor

/// Raised by one task, seen by others.
private final class Flag: Sendable {
    let raised = Atomic(false)
}

@Suite struct RevocationTests {
    @Test func fd9_noCallIsLetInOnceItsEndWasAnswered() async throws {
        try await OpenDoor.run({ $0.sessionsPerIdentityMax = 2_000 }) { house in
            let accepted = try await house.stepOne()
            let first = try await house.use(house.header(house.stepTwo(accepted)))
            for _ in 0..<1_000 {
                let granted = try await house.door.switchCompany(
                    house.quay, caller: first, from: house.origin())
                let header = house.header(granted)
                let caller = try await house.use(header)
                if Bool.random() { house.door.forgetSessions(ofIdentity: caller.identity) }
                let answered = Flag()
                let late = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<3 {
                        group.addTask {
                            while true {
                                let began = answered.raised.load(ordering: .sequentiallyConsistent)
                                do {
                                    try await house.use(header)
                                    if began { return true }
                                } catch FrontDoorError.invalidToken {
                                    if began { return false }
                                }
                                await Task.yield()
                            }
                        }
                    }
                    group.addTask {
                        try await house.door.endSession(
                            granted.sessionToken, by: caller, from: house.origin())
                        answered.raised.store(true, ordering: .sequentiallyConsistent)
                        return false
                    }
                    return try await group.contains(true)
                }
                #expect(!late)
            }
        }
    }

    @Test func fd9_aRestartKeepsSessionsAndRevivesNone() async throws {
        try await OpenDoor.run { house in
            let kept = try await house.signIn()
            let ended = try await house.signIn()
            try await house.door.endOwnSession(house.use(ended), from: house.origin())
            let (door, _) = try await house.restarted()
            #expect(try await door.admit(authorization: [kept]).business == house.harbour)
            await expectRefusal(.invalidToken) { try await door.admit(authorization: [ended]) }
        }
    }

    @Test func fd9_disablingEndsSessionsAndEnablingRevivesNone() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn("ines")
            try await house.use(header)
            try await house.door.disableUser(username: "ines", from: .commandLine)
            await expectRefusal(.invalidToken) { try await house.use(header) }
            try await house.door.enableUser(username: "ines", from: .commandLine)
            await expectRefusal(.invalidToken) { try await house.use(header) }
            try await house.use(house.signIn("ines"))
        }
    }

    @Test func fd9_aRaisedGenerationEndsWhatIsNotStampedAnew() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn("ines")
            let caller = try await house.use(header)
            _ = try await house.store.write {
                try $0.run("UPDATE identity SET generation = generation + 1 WHERE id = ?1", caller.identity)
            }
            house.door.forgetSessions(ofIdentity: caller.identity)
            await expectRefusal(.invalidToken) { try await house.use(header) }
            _ = try await house.store.write {
                try $0.run(
                    "UPDATE session SET generation = generation + 1 WHERE hash = ?1", caller.sessionHash)
            }
            try await house.use(header)
        }
    }

    @Test func fd9_rolesChangeAtTheNextCall() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn("ines")
            let caller = try await house.use(header)
            #expect(throws: FrontDoorError.permissionDenied(.editCustomer)) {
                try caller.require(.editCustomer)
            }
            try caller.require(.viewCustomer)
            _ = try await house.store.write {
                try $0.run("UPDATE membership SET role = 4 WHERE identity = ?1", caller.identity)
            }
            house.door.forgetSessions(ofIdentity: caller.identity)
            try await house.use(header).require(.editCustomer)
        }
    }

    @Test func fd10_endedByItsOwnUserOrAnAdministratorOfTheBusiness() async throws {
        try await OpenDoor.run { house in
            let admin = try await house.use(house.signIn())
            let other = try await house.use(house.signIn("quay.admin"))
            let ines = try await house.stepTwo(house.stepOne("ines"))
            let inesCaller = try await house.use(house.header(ines))
            let token = ines.sessionToken
            await expectRefusal(.invalidToken) {
                try await house.door.endSession(token, by: other, from: house.origin())
            }
            try await house.use(house.header(ines))

            try await house.door.endSession(token.uppercased(), by: admin, from: house.origin())
            await expectRefusal(.invalidToken) { try await house.use(house.header(ines)) }
            let row = try #require(try await house.door.securityLog(limit: 1).first)
            #expect(row.kind == "session-ended" && row.username == "ines" && row.actor == "harbour.admin")
            #expect(row.detail == "\(inesCaller.sessionHash.prefix(8)): ended by an administrator")

            for dead in [token, "nonsense", "0b9f6c1e-52a7-4d38-9e01-c2d4f6a8b0e1"] {
                await expectRefusal(.invalidToken) {
                    try await house.door.endSession(dead, by: admin, from: house.origin())
                }
            }
            await expectRefusal(.invalidToken) {
                try await house.door.endOwnSession(inesCaller, from: house.origin())
            }
        }
    }

    @Test func fd10_anAdministratorOfOneBusinessCannotEndThoseOfAnother() async throws {
        try await OpenDoor.run { house in
            let accountant = try await house.use(house.signIn())
            house.clock.advance(by: .seconds(1))
            let elsewhere = try await house.door.switchCompany(
                house.quay, caller: accountant, from: house.origin())
            let quayAdmin = try await house.use(house.signIn("quay.admin"))
            let home = try await house.stepTwo(house.stepOne())
            // Of the accountant's sessions the quay's administrator may end the one in the quay's business.
            let last = try await house.stepTwo(house.stepOne())
            #expect(last.account.business == house.quay && home.account.business == house.quay)
            let back = try await house.door.switchCompany(
                house.harbour, caller: house.use(house.header(last)), from: house.origin())
            await expectRefusal(.invalidToken) {
                try await house.door.endSession(back.sessionToken, by: quayAdmin, from: house.origin())
            }
            try await house.door.endSession(elsewhere.sessionToken, by: quayAdmin, from: house.origin())
            try await house.use(house.header(back))
        }
    }

    @Test func fd10_oneSessionTooManyEndsTheLongestUnused() async throws {
        try await OpenDoor.run({ $0.sessionsPerIdentityMax = 3 }) { house in
            var headers: [String] = []
            for _ in 0..<3 {
                headers.append(try await house.signIn())
                house.clock.advance(by: .seconds(60))
            }
            // Used last although made first, and not written yet.
            try await house.use(headers[0])
            headers.append(try await house.signIn())
            await expectRefusal(.invalidToken) { try await house.use(headers[1]) }
            for alive in [0, 2, 3] { try await house.use(headers[alive]) }
            #expect(try await house.count("session") == 3)
        }
    }

    @Test func fd10_sessionsAreListedAndRevokedByCommand() async throws {
        try await OpenDoor.run { house in
            let first = try await house.signIn()
            let second = try await house.signIn()
            let ines = try await house.signIn("ines")
            house.clock.advance(by: .seconds(30))
            let caller = try await house.use(first)
            let listed = try await house.door.sessions(username: "Harbour.Admin ")
            #expect(listed.count == 2)
            let info = try #require(listed.first { $0.hashPrefix == String(caller.sessionHash.prefix(8)) })
            #expect(info.lastUsedAt == OpenDoor.start.advanced(by: .seconds(30)))
            #expect(try await house.door.sessions().count == 3)

            let door = house.door
            #expect(try await door.revokeSessions(hashPrefix: info.hashPrefix, from: .commandLine) == 1)
            await expectRefusal(.invalidToken) { try await house.use(first) }
            try await house.use(second)
            await expectRefusal(.noSuchSession("ffffffffff")) {
                try await door.revokeSessions(hashPrefix: "ffffffffff", from: .commandLine)
            }
            await expectRefusal(.noSuchUser("nobody")) {
                try await door.revokeSessions(username: "nobody", from: .commandLine)
            }
            #expect(try await door.revokeSessions(username: "ines", from: .commandLine) == 1)
            await expectRefusal(.invalidToken) { try await house.use(ines) }
            #expect(try await door.revokeSessions(all: true, from: .commandLine) == 1)
            await expectRefusal(.invalidToken) { try await house.use(second) }
        }
    }

    @Test func aFailedEndAnswersNothingAndTheDiskDecides() async throws {
        try await OpenDoor.run { house in
            let header = try await house.signIn()
            let caller = try await house.use(header)
            house.store.fail(call: 1)
            await #expect(throws: StoreError.self) {
                try await house.door.endOwnSession(caller, from: house.origin())
            }
            try await house.use(header)
            house.store.fail(call: 1, .after)
            await #expect(throws: StoreError.self) {
                try await house.door.endOwnSession(caller, from: house.origin())
            }
            await expectRefusal(.invalidToken) { try await house.use(header) }
        }
    }
}
