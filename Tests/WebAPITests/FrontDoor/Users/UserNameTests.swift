import Installation
import Testing

@testable import FrontDoor

@Suite struct UserNameTests {
    @Test(arguments: [
        "harbour.admin", "HARBOUR.ADMIN", "  Harbour.Admin\t\n", "ｈａｒｂｏｕｒ．ａｄｍｉｎ",
        "\u{a0}harbour.admin\u{3000}",
    ])
    func fd21_aNameIsTheSameInEverySpelling(spelling: String) async throws {
        try await SignInHouse.run { house in
            let user = TestUser(
                username: spelling, password: SignInHouse.owner.password, word: SignInHouse.owner.word)
            _ = try await house.signIn(user)
            let other = TestUser(username: spelling, password: "four-quiet-harbours", word: "wheel5house")
            await #expect(throws: FrontDoorError.self) { try await house.add(other) }
            #expect(try await house.count("identity") == 2)
        }
    }

    @Test(arguments: [
        ("straße", "STRASSE"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("jose\u{301}", "JOS\u{c9}"), ("ﬁona", "Fiona"),
    ])
    func fd21_caseAndFormAreFoldedInEveryScript(name: String, spelling: String) async throws {
        try await SignInHouse.run { house in
            let user = TestUser(username: name, password: "four-quiet-harbours", word: "wheel5house")
            try await house.add(user)
            let respelt = TestUser(username: spelling, password: user.password, word: user.word)
            _ = try await house.signIn(respelt)
            await #expect(throws: FrontDoorError.usernameTaken(spelling)) { try await house.add(respelt) }
        }
    }

    @Test func fd21_namesThatOnlyLookAlikeAreDifferent() async throws {
        try await SignInHouse.run { house async throws in
            for username in [
                "harbour,admin", "harbour admin", "harbour.admin.", "һarbour.admin", "harbouradmin",
            ] {
                #expect(try await house.stepOne(username, SignInHouse.owner.password).isRefusal(.credentials))
            }
            #expect(try await house.failures("harbour.admin") == 0)
        }
    }

    @Test func fd21_aNameIsNobodysEmailAndTheOtherWayRound() async throws {
        try await SignInHouse.run { house in
            let user = TestUser(
                username: "Hannah@Harbour.example", password: "four-quiet-harbours", word: "wheel5house")
            await #expect(throws: FrontDoorError.usernameTaken(user.username)) { try await house.add(user) }
            let named = TestUser(username: "max@quay.example", password: user.password, word: user.word)
            try await house.add(named)
            let mail = TestUser(username: "max", password: user.password, word: user.word)
            for email in ["MAX@quay.example", "hannah@HARBOUR.example"] {
                await #expect(throws: FrontDoorError.emailTaken(email)) {
                    try await house.add(mail, email: email)
                }
            }
            #expect(try await house.count("identity") == 3)
            #expect(try await house.stepOne("max", user.password).isRefusal(.credentials))
            // One may have one's own as both.
            try await house.add(
                TestUser(username: "zoe@quay.example", password: user.password, word: user.word),
                email: "zoe@quay.example")
        }
    }

    /// Credentials and lock belong to the identity, whichever business it works in.
    @Test func fd21_anIdentityIsOneInAllItsBusinesses() async throws {
        try await SignInHouse.run { house in
            let quay = try await house.installation.addBusiness(name: "Quay Bakery Ltd", from: .commandLine)
                .id
            try await house.add(to: quay, "quay.admin")
            try await house.door.addMembership(
                business: quay, username: "ines", role: "Purchases", from: .commandLine)
            let harbour = try await house.signIn(SignInHouse.ines)
            let switched = try await house.send(.get, "/v2/sessiontoken/\(quay)", token: harbour)
            let bakery = try #require(switched.object["SessionToken"] as? String)
            #expect(try await house.use(bakery).status == .ok)
            for _ in 0..<5 { _ = try await house.stepOne("ines", "wrong") }
            for token in [harbour, bakery] { #expect(try await house.use(token).isRefusal(.locked)) }
            try await house.door.unlock(username: "ines", from: .commandLine)
            // The other business ends her work there, and nothing else of hers.
            try await house.door.removeMembership(business: quay, username: "ines", from: .commandLine)
            #expect(try await house.use(bakery).isRefusal(.session))
            #expect(try await house.use(harbour).status == .ok)
            #expect(try await house.answer(house.ask(SignInHouse.ines)).object["CompanyId"] as? Int == 1)
        }
    }
}

extension SignInHouse {
    fileprivate func add(to business: Int64, _ username: String) async throws {
        _ = try await door.addUser(
            business: business, username: username, fullName: "Somebody", password: "nine-warm-ovens-here",
            memorableWord: "crumb2loaf", from: .commandLine)
    }
}
