import Store
import Testing

@testable import FrontDoor

@Suite struct AddUserTests {
    @Test func theFirstUserOwnsTheBusiness() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let owner = try await office.user(" Ines.Okafor ", in: business, email: "ines@harbour.example")
            #expect(owner.username == "Ines.Okafor")
            #expect(owner.homeBusiness == business.id)
            #expect(!owner.pending && !owner.disabled && !owner.locked && !owner.temporaryPassword)
            let place = try #require(owner.memberships.first)
            #expect(place.number == 1 && place.owner && place.administrator)
            #expect(place.role == 1 && place.roleName == "Full Access")
            #expect(try await office.log(1) == ["user-added"])
        }
    }

    @Test func anOwnerCantHaveALesserRole() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let reason = "must be Full Access for the first user of a business, who owns it"
            try await office.refuses(.invalidField("Role", reason: reason)) {
                _ = try await office.user("ines", in: business, role: "Sales")
            }
        }
    }

    @Test(
        arguments: [
            ("5", 5), ("Sales", 5), (" sALES ", 5), ("invoices AND customers", 4), ("7", 7),
        ] as [(String, Int64)])
    func aRoleIsChosenByNumberOrByNameInAnyCase(text: String, number: Int64) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            let user = try await office.user("second", in: business, role: RoleChoice(text))
            #expect(user.memberships.map(\.role) == [number])
            #expect(user.memberships.map(\.number) == [2])
            #expect(user.memberships.map(\.administrator) == [false])
        }
    }

    @Test func withoutARoleAUserMayReadAndAnAdministratorMayAll() async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            #expect(
                try await office.user("reader", in: business).memberships.map(\.roleName) == ["Read only"])
            let administrator = try await office.user("admin", in: business, administrator: true)
            #expect(administrator.memberships.map(\.roleName) == ["Full Access"])
            #expect(administrator.memberships.map(\.administrator) == [true])
            try await office.refuses(
                .invalidField("Role", reason: "must be Full Access for an administrator")
            ) {
                try await office.user("lesser", in: business, role: "Sales", administrator: true)
            }
        }
    }

    @Test(arguments: ["8", "0", "-1", "Sale", ""])
    func anUnknownRoleIsRefused(role: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("owner", in: business)
            try await office.refuses(.noSuchRole(role)) {
                _ = try await office.user("second", in: business, role: RoleChoice(role))
            }
        }
    }

    @Test(arguments: ["ines", "INES", " ines ", "ｉｎｅｓ", "ınes"])
    func fd21_aUserNameIsUniqueHoweverItIsWritten(username: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            let other = try await office.business("Other")
            try await office.user("Ines", in: business)
            try await office.refuses(.usernameTaken(username.trimmed)) {
                _ = try await office.user(username, in: other)
            }
        }
    }

    @Test func fd21_aUserNameIsNobodysEmailAndAnEmailNobodysUserName() async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.user("ines", in: business, email: "Ines@Harbour.example")
            try await office.user("joe@harbour.example", in: business, email: "joe@harbour.example")
            try await office.refuses(.usernameTaken("ines@harbour.EXAMPLE")) {
                _ = try await office.user("ines@harbour.EXAMPLE", in: business)
            }
            try await office.refuses(.emailTaken("ines@harbour.example")) {
                _ = try await office.user("ida", in: business, email: "ines@harbour.example")
            }
            try await office.refuses(.emailTaken("JOE@harbour.example")) {
                _ = try await office.user("ida", in: business, email: "JOE@harbour.example")
            }
        }
    }

    @Test(arguments: [
        ("", "Username", "must have 1 to 100 characters"),
        (String(repeating: "u", count: 101), "Username", "must have 1 to 100 characters"),
        ("in\u{0}es", "Username", "must not have control characters"),
        ("in\nes", "Username", "must not have control characters"),
        ("in\u{200d}es", "Username", "must not have characters that can't be seen"),
    ])
    func aBadUserNameIsRefused(username: String, field: String, reason: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            try await office.refuses(.invalidField(field, reason: reason)) {
                _ = try await office.user(username, in: business)
            }
        }
    }

    @Test(arguments: [
        "ines", "ines@", "@harbour.example", "i@n@es", "in es@harbour.example", "ines@harbour..example",
        "ines@harbour.example\r\nBcc: all@harbour.example",
        String(repeating: "i", count: 65) + "@harbour.example",
        "i@" + String(repeating: "h", count: 260),
    ])
    func aMalformedEmailIsRefused(email: String) async throws {
        try await Office.run { office in
            let business = try await office.business()
            let reason = "must be an address like name@harbour.example"
            try await office.refuses(.invalidField("Email", reason: reason)) {
                _ = try await office.user("ines", in: business, email: email)
            }
        }
    }

    @Test func withoutPasswordAndWordAUserIsPendingAndOneWithoutTheOtherIsRefused() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let pending = try await office.door.addUser(
                business: business.id, username: "ines", fullName: "Ines Okafor", from: .commandLine)
            #expect(pending.pending && !pending.temporaryPassword)
            let door = office.door
            try await office.refuses(.invalidField("MemorableWord", reason: "must come with a password")) {
                _ = try await door.addUser(
                    business: business.id, username: "ida", fullName: "Ida", password: Office.password,
                    from: .commandLine)
            }
            try await office.refuses(.invalidField("Password", reason: "must come with a memorable word")) {
                _ = try await door.addUser(
                    business: business.id, username: "ida", fullName: "Ida", memorableWord: Office.word,
                    from: .commandLine)
            }
        }
    }

    @Test func fd14_neitherPasswordNorWordLieInTheTables() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let user = try await office.user("ines", in: business)
            let contents = try await office.contents().joined()
            #expect(!contents.contains(Office.password))
            #expect(!contents.contains(Office.word))
            let stored = try await office.store.read { try $0.identity(named: "INES") }
            #expect(try PasswordHash.verify(Office.password, try #require(stored.passwordHash)))
            #expect(try office.door.secrets.open(try #require(stored.sealedWord), of: user.id) == Office.word)
        }
    }

    @Test func aNameThatStrangersLockedIsOpenForItsNewOwner() async throws {
        try await Office.run { office in
            let business = try await office.business()
            let name = office.door.secrets.nameKey(forUsername: "ines")
            try await office.store.write { transaction in
                try transaction.run(
                    "INSERT INTO sign_in_count (name_key, failures, locked_at, changed_at) VALUES (?1, 5, ?2, ?2)",
                    name, Office.start.text)
            }
            #expect(try await !office.user("ines", in: business).locked)
        }
    }

    @Test func theListIsOrderedByNumberAndNamesEveryMembership() async throws {
        try await Office.run { office in
            let first = try await office.business("First")
            let second = try await office.business("Second")
            try await office.user("zoe", in: first)
            try await office.user("ada", in: second)
            try await office.user("bea", in: second)
            try await office.door.addMembership(business: second.id, username: "zoe", from: .commandLine)
            #expect(
                try await office.door.users(business: second.id).map(\.username) == ["ada", "bea", "zoe"])
            #expect(try await office.door.users().map(\.username) == ["zoe", "ada", "bea"])
            let zoe = try await office.door.user(username: "ZOE")
            #expect(zoe.memberships.map(\.business) == [first.id, second.id])
            #expect(try await office.door.users().first == zoe)
            await #expect(throws: FrontDoorError.noSuchBusiness(99)) {
                _ = try await office.door.users(business: 99)
            }
        }
    }

    @Test func aUserOfNoBusinessIsRefused() async throws {
        try await Office.run { office in
            try await office.refuses(.noSuchBusiness(99)) {
                _ = try await office.door.addUser(
                    business: 99, username: "ines", fullName: "Ines", from: .commandLine)
            }
        }
    }
}
