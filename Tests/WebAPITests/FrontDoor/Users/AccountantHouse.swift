import Testing

@testable import FrontDoor

/// One accountant in three businesses: at home in Harbour Joinery, and a member of Quay Bakery and Mill Brewery, each
/// with an owner of its own.
struct AccountantHouse {
    /// Harbour Joinery's owner.
    let home: SignedInServer
    let quay: SignedInServer
    let mill: SignedInServer
    let quayBusiness: Int64
    let millBusiness: Int64
    var homeBusiness: Int64 { home.server.business }

    static let ada = TestUser(username: "ada", password: "twelve-green-ledgers", word: "abacus7bead")
    static let email = "ada@counts.example"
    /// Her number in each: at home she is the third.
    static let numberAtHome: Int64 = 3
    static let numberAway: Int64 = 2

    static func run(
        _ settings: FrontDoorSettings = FrontDoorSettings(), _ body: (AccountantHouse) async throws -> Void
    ) async throws {
        try await TestServer.run(frontDoor: settings) { home in
            let server = home.server
            let quay = try await server.otherBusiness()
            let mill = try await server.installation.addBusiness(name: "Mill Brewery Ltd", from: .commandLine)
                .id
            let brewer = TestUser(username: "mill.admin", password: "eight-copper-vats", word: "barley9malt")
            try await server.add(brewer, to: mill)
            try await server.add(testUser("tom"), to: server.business, role: "Sales")
            _ = try await home.door.addUser(
                business: server.business, username: ada.username, fullName: "Ada Counts", email: email,
                role: "Full Access", password: ada.password, memorableWord: ada.word, from: .commandLine)
            for business in [quay.business, mill] {
                try await home.door.addMembership(
                    business: business, username: ada.username, role: "Purchases", from: .commandLine)
            }
            try await body(
                AccountantHouse(
                    home: home, quay: home.with(quay.token),
                    mill: home.with(try await server.signIn(brewer)), quayBusiness: quay.business,
                    millBusiness: mill))
        }
    }

    /// What an administrator of Quay Bakery or Mill Brewery reads of her and sends back, with `more` after it.
    static func bodyAway(role: Int64 = 6, _ more: String = "") -> String {
        #"{"FullName":"Ada Counts","RoleId":\#(role)\#(more)}"#
    }

    static func bodyAtHome(_ more: String = "") -> String {
        #"{"FullName":"Ada Counts","Email":"\#(email)","RoleId":1\#(more)}"#
    }

    /// Her sessions, one in each business.
    func sessions() async throws -> (home: SignedInServer, quay: SignedInServer, mill: SignedInServer) {
        (
            try await home.session(Self.ada, in: homeBusiness),
            try await home.session(Self.ada, in: quayBusiness),
            try await home.session(Self.ada, in: millBusiness)
        )
    }

    /// Everything about her but her place in the business `but`: what nobody there may touch.
    func identity(but business: Int64) async throws -> [String] {
        let id = try await home.door.user(username: Self.ada.username).id
        return try await home.administration().filter { row in
            row.hasPrefix("identity \(id)'")
                || row.hasPrefix("membership ") && row.contains(" \(id) ")
                    && !row.hasPrefix("membership \(business) ")
                || row.hasPrefix("count ")
        }
    }
}
