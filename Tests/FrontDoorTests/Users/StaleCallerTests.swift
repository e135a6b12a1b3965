import Testing

@testable import FrontDoor

/// Between the guard and a write lie the body and the hash gate's line: who was shut out or lost a right meanwhile
/// writes nothing (FD-9).
@Suite struct StaleCallerTests {
    private typealias Write = @Sendable (FrontDoor, Caller) async throws -> Void

    private static let draft: UserDraft = {
        var draft = UserDraft()
        draft.fullName = "Tom Reed"
        draft.username = "tom"
        draft.email = "tom@harbour.example"
        draft.role = 7
        draft.password = "nine warm ovens here"
        draft.memorableWord = "crumb2loaf"
        return draft
    }()

    /// Each with the permission that its route asks.
    private static let writes: [(Permission, Write)] = [
        (.manageUser, { _ = try await $0.createUser(draft, by: $1, from: .commandLine) }),
        (.manageUser, { _ = try await $0.changeUser(3, to: draft, by: $1, from: .commandLine) }),
        (.manageUser, { try await $0.removeUser(3, by: $1, from: .commandLine) }),
        (
            .fullAccess,
            { door, caller in
                var change = APISettingsChange()
                change.soapEnabled = true
                _ = try await door.changeAPISettings(change, by: caller, from: .commandLine)
            }
        ),
        (.fullAccess, { _ = try await $0.makeAutoAuthKey(by: $1, from: .commandLine) }),
        (
            .fullAccess,
            { door, caller in
                let range = try #require(AddressRange("192.0.2.7"))
                _ = try await door.allowAddress(
                    range, comment: nil, business: caller.business, by: caller, from: .commandLine)
            }
        ),
        (.fullAccess, { try await $0.removeAddress(id: 1, by: $1, from: .commandLine) }),
    ]

    /// With `chief` (number 2, Full Access), whom the guard has let in, a reader (number 3) and a listed address.
    private func withChief(_ body: (Office, Caller) async throws -> Void) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            let chief = try await office.user("chief", in: business, role: 1)
            try await office.user("reader", in: business)
            let range = try #require(AddressRange("192.0.2.1"))
            _ = try await office.door.allowAddress(
                range, comment: nil, business: business.id, from: .commandLine)
            let header = try await office.session(of: chief, in: business)
            try await body(office, office.door.admit(authorization: [header]))
        }
    }

    @Test func fd9_whoseSessionHasEndedWritesNothing() async throws {
        try await withChief { office, caller in
            try await office.door.revokeSessions(username: "chief", from: .commandLine)
            for (_, write) in Self.writes {
                try await office.refuses(.invalidToken) { try await write(office.door, caller) }
            }
        }
    }

    @Test func fd9_whoLostTheRightWritesNothing() async throws {
        try await withChief { office, caller in
            try await office.door.changeRole(
                business: caller.business, username: "chief", to: "Sales", from: .commandLine)
            for (permission, write) in Self.writes {
                try await office.refuses(.permissionDenied(permission)) {
                    try await write(office.door, caller)
                }
            }
        }
    }

    @Test func fd9_whoIsLockedWritesNothing() async throws {
        try await withChief { office, caller in
            try await office.door.lock(username: "chief", from: .commandLine)
            for (_, write) in Self.writes {
                try await office.refuses(.accountLocked(retryAfter: nil)) {
                    try await write(office.door, caller)
                }
            }
        }
    }

    @Test func fd9_aRoleThatHasBecomeLessIsWhatCounts() async throws {
        try await withChief { office, caller in
            let role = try await office.door.addRole(
                business: caller.business, name: "Users", permissions: [.manageUser], from: .commandLine)
            try await office.door.changeRole(
                business: caller.business, username: "chief", to: .number(role.number), from: .commandLine)
            try await office.refuses(.permissionDenied(.manageRole)) {
                var draft = Self.draft
                draft.password = nil
                draft.memorableWord = nil
                _ = try await office.door.createUser(draft, by: caller, from: .commandLine)
            }
        }
    }

    @Test func fd10_whoLostFullAccessEndsNobodysSession() async throws {
        try await withChief { office, caller in
            let owner = try await office.door.user(username: "owner")
            let business = try await office.door.business(id: caller.business)
            let header = try await office.session(of: owner, in: business)
            let token = try #require(header.split(separator: " ").last.map(String.init))
            try await office.door.changeRole(
                business: caller.business, username: "chief", to: "Sales", from: .commandLine)
            try await office.refuses(.invalidToken) {
                try await office.door.endSession(token, by: caller, from: .commandLine)
            }
            try await office.door.changeRole(
                business: caller.business, username: "chief", to: 1, from: .commandLine)
            try await office.door.endSession(token, by: caller, from: .commandLine)
            await office.expectEnded(header)
        }
    }

    @Test func fd9_whoLostTheRightHasNoLetterSent() async throws {
        try await withChief { office, caller in
            try await office.door.addUser(
                business: caller.business, username: "tom", fullName: "Tom Reed",
                email: "tom@harbour.example", from: .commandLine)
            let send = { _ = try await office.door.sendActivation(toUser: 4, by: caller, from: .commandLine) }
            try await send()
            try await office.door.changeRole(
                business: caller.business, username: "chief", to: "Sales", from: .commandLine)
            try await office.refuses(.permissionDenied(.manageUser)) { try await send() }
            try await office.door.revokeSessions(username: "chief", from: .commandLine)
            try await office.refuses(.invalidToken) { try await send() }
        }
    }

    @Test func whoIsStillThereWritesAllOfIt() async throws {
        try await withChief { office, caller in
            for place in [1, 2, 0] + Array(3..<Self.writes.count) {
                try await Self.writes[place].1(office.door, caller)
            }
            let users = try await office.door.businessUsers(caller.business)
            #expect(users.map(\.username) == ["owner", "chief", "tom"])
            let listed = try await office.door.allowedAddresses(business: caller.business)
            #expect(listed.map(\.range.text) == ["192.0.2.7"])
        }
    }
}
