import HTTPTypes
import Testing

@testable import FrontDoor

/// `ManageUser` and `ManageRole` raise nobody above what their holders may do.
@Suite struct UserRightsTests {
    /// With a user who sells (number 2) and one who has Full Access (number 3), both with passwords.
    private func withStaff(_ body: (SignedInServer) async throws -> Void) async throws {
        try await TestServer.run { server in
            for (name, role) in [("seller", "Sales"), ("chief", "Full Access")] as [(String, RoleChoice)] {
                try await server.server.add(testUser(name), to: server.server.business, role: role)
            }
            try await body(server)
        }
    }

    private func denied(_ permission: Permission) -> (TestAnswer) -> Bool {
        { $0.refuses(.unauthorized, "PermissionDenied", "Permission \(permission.name) is required.") }
    }

    @Test func withoutManageUserNothingHereIsOpen() async throws {
        try await withStaff { server in
            let others = Permission.allCases.filter { $0 != .manageUser && $0 != .fullAccess }
            let session = server.with(try await server.server.user(with: others))
            for call in [
                { try await session.get("/v2/users") }, { try await session.get("/v2/users/2") },
                { try await session.get("/v2/users/haslegacyusers") },
                { try await session.post("/v2/users", userBody("new")) },
                { try await session.put("/v2/users/2", userBody("seller")) },
                { try await session.delete("/v2/users/2") },
            ] as [() async throws -> TestAnswer] {
                try await session.refuses(denied(.manageUser), call)
            }
        }
    }

    @Test func aNewUserGetsNoMoreThanTheirMakerHas() async throws {
        try await withStaff { server in
            let clerk = try await server.user(with: .manageUser, .viewProject, .viewCustomer)
            for role in [1, 4, 5, 7] as [Int64] {
                try await clerk.refuses(denied(role == 1 ? .fullAccess : .manageRole)) {
                    try await clerk.post("/v2/users", userBody("new", role: role))
                }
            }
            let own = try await server.door.addRole(
                business: server.server.business, name: "Looking", permissions: [.viewCustomer],
                from: .commandLine)
            #expect(
                try await clerk.post("/v2/users", userBody("new", role: own.number)).status == .created)
        }
    }

    @Test func manageRoleGivesAnyRoleButFullAccess() async throws {
        try await withStaff { server in
            let head = try await server.user(with: .manageUser, .manageRole)
            #expect(try await head.post("/v2/users", userBody("new", role: 5)).status == .created)
            #expect(
                try await head.put("/v2/users/2", userBody("seller", fullName: "seller", email: "", role: 4))
                    .status == .ok)
            try await head.refuses(denied(.fullAccess)) {
                try await head.post("/v2/users", userBody("newer", role: 1))
            }
            try await head.refuses(denied(.fullAccess)) {
                try await head.put("/v2/users/2", userBody("seller", fullName: "seller", email: "", role: 1))
            }
        }
    }

    /// Else `ManageRole` would raise its holder by a puppet.
    @Test func fd21_nobodyGivesAPasswordOfTheirsToWhoMayDoMore() async throws {
        try await withStaff { server in
            let head = try await server.user(with: .manageUser, .manageRole)
            let secrets = #","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#
            try await head.refuses(denied(.fullAccess)) {
                try await head.post("/v2/users", userBody("puppet", role: 5, secrets))
            }
            // Within one's own rights it is nobody's harm; raised at the same time it is.
            let own = try await server.door.addRole(
                business: server.server.business, name: "Users", permissions: [.manageUser],
                from: .commandLine)
            let made = try await head.post("/v2/users", userBody("clerk", role: own.number, secrets))
            let number = try #require(made.object["Number"] as? Int)
            try await head.refuses(denied(.fullAccess)) {
                try await head.put("/v2/users/\(number)", userBody("clerk", role: 5, secrets))
            }
            try await head.refuses(denied(.fullAccess)) {
                try await head.put(
                    "/v2/users/\(number)", userBody("clerk", email: "other@harbour.example", role: 5))
            }
            #expect(
                try await server.post("/v2/users", userBody("sales", role: 5, secrets)).status == .created)
        }
    }

    /// What is wrong with a password must not tell of a word that the caller has no say over.
    @Test func fd14_aGuessAtTheOwnersWordIsDeniedBeforeItIsJudged() async throws {
        try await withStaff { server in
            let clerk = try await server.user(with: .manageUser)
            for (number, name, role) in [(1, "harbour.admin", 1), (2, "seller", 5)] {
                for word in ["tide7winder", "tide7wind", "lantern4x"] {
                    try await clerk.refuses(denied(.fullAccess)) {
                        try await clerk.put(
                            "/v2/users/\(number)",
                            #"{"Number":999,"FullName":"\#(name)","RoleId":\#(role),"Password":"zzzz-\#(word)-qqqq"}"#
                        )
                    }
                }
            }
        }
    }

    /// In which other businesses a user works is not an administrator's to know.
    @Test func fd21_aPasswordIsComparedWithTheNameOfTheCallersBusinessAlone() async throws {
        try await AccountantHouse.run { house in
            func body(_ password: String) -> String {
                AccountantHouse.bodyAtHome(#","Password":"\#(password)","MemorableWord":"crumb2loaf""#)
            }
            try await house.home.refuses({
                $0.names(("Password", "Password must not be the name of the business."))
            }) { try await house.home.put("/v2/users/3", body("Harbour Joinery Ltd")) }
            #expect(try await house.home.put("/v2/users/3", body("Mill Brewery Ltd")).status == .ok)
        }
    }

    @Test func withoutManageRoleARoleStays() async throws {
        try await withStaff { server in
            let clerk = try await server.user(with: .manageUser, .viewInvoice, .viewQuote)
            let body = userBody("seller", fullName: "Sally", email: "", role: 5)
            #expect(try await clerk.put("/v2/users/2", body).status == .ok)
            // Not even to a lesser one.
            try await clerk.refuses(denied(.manageRole)) {
                try await clerk.put("/v2/users/2", userBody("seller", fullName: "Sally", email: "", role: 3))
            }
        }
    }

    @Test func nobodyRaisesThemselves() async throws {
        try await TestServer.run { server in
            let head = try await server.user(with: .manageUser, .manageRole)
            let name = try #require(try await head.user(2)["FullName"] as? String)
            for role in [1, 2, 5, 7] as [Int64] {
                try await head.refuses(denied(.fullAccess)) {
                    try await head.put("/v2/users/2", #"{"FullName":"\#(name)","RoleId":\#(role)}"#)
                }
            }
        }
    }

    @Test func whoHasFullAccessIsChangedOnlyByWhoHasIt() async throws {
        try await withStaff { server in
            let head = try await server.user(with: .manageUser, .manageRole)
            try await server.door.lock(username: "chief", from: .commandLine)
            let body = #"{"FullName":"chief","RoleId":1"#
            for more in [
                #","UserAccountDisabled":true"#, #","IsLockedOut":false"#, #","Email":"c@harbour.example""#,
                #","Password":"four-quiet-harbours""#, #","MemorableWord":"crumb2loaf""#,
            ] {
                try await head.refuses(denied(.fullAccess)) {
                    try await head.put("/v2/users/3", "\(body)\(more)}")
                }
            }
            try await head.refuses(denied(.fullAccess)) {
                try await head.put("/v2/users/3", #"{"FullName":"Charles","RoleId":1}"#)
            }
            try await head.refuses(denied(.fullAccess)) {
                try await head.put("/v2/users/3", #"{"FullName":"chief","RoleId":5}"#)
            }
            try await head.refuses(denied(.fullAccess)) { try await head.delete("/v2/users/3") }
            try await head.refuses(denied(.fullAccess)) {
                try await head.put("/v2/users/1", #"{"FullName":"Other","RoleId":1}"#)
            }
            // To leave all as it is, is nobody's harm.
            #expect(try await head.put("/v2/users/3", "\(body)}").status == .ok)
            #expect(try await server.delete("/v2/users/3").status == .noContent)
        }
    }

    /// Who sets another's password can sign in as them.
    @Test func nobodySetsThePasswordOfWhoMayDoMore() async throws {
        try await withStaff { server in
            let clerk = try await server.user(with: .manageUser, .viewInvoice)
            let body = #"{"FullName":"seller","RoleId":5"#
            let head = try await server.user(with: .manageUser, .manageRole)
            for more in [
                #","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#,
                #","Password":"four-quiet-harbours""#, #","MemorableWord":"crumb2loaf""#,
                #","Email":"mine@harbour.example""#,
            ] {
                for caller in [clerk, head] {
                    try await caller.refuses(denied(.fullAccess)) {
                        try await caller.put("/v2/users/2", "\(body)\(more)}")
                    }
                }
            }
            // What lends no rights is a clerk's to do.
            try await server.door.lock(username: "seller", from: .commandLine)
            let answer = try await clerk.put("/v2/users/2", #"\#(body),"IsLockedOut":false}"#)
            #expect(try answer.object["IsLockedOut"] as? Bool == false)
            #expect(
                try await clerk.put("/v2/users/2", #"\#(body),"UserAccountDisabled":true}"#).status == .ok)
            #expect(try await clerk.delete("/v2/users/2").status == .noContent)
        }
    }

    @Test func anAdministratorWithALesserRoleIsNoneAnyMore() async throws {
        try await TestServer.run { server in
            let admin = testUser("admin")
            _ = try await server.door.addUser(
                business: server.server.business, username: "admin", fullName: "Adam", administrator: true,
                password: admin.password, memorableWord: admin.word, from: .commandLine)
            let session = server.with(try await server.server.signIn(admin))
            let owners = try await server.server.signIn(server.server.owner)
            #expect(try await session.delete("/v2/sessiontoken/\(owners)").status == .noContent)
            _ = try await server.put("/v2/users/2", #"{"FullName":"Adam","RoleId":5}"#)
            let other = try await server.server.signIn(server.server.owner)
            #expect(try await session.delete("/v2/sessiontoken/\(other)").isRefusal(.invalidToken))
            #expect(try await server.with(other).isOpen)
        }
    }
}
