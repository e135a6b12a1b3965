import HTTPTypes
import Testing

@testable import FrontDoor

/// An accountant leaves the business she was made in and works on in two others: neither comes into the other by her
/// (FD-11, FD-21).
@Suite struct MovedHomeTests {
    private static let kept = "is for the user and for the business where the user is at home to change."

    /// She has Full Access in Mill Brewery and little in Quay Bakery; Harbour Joinery has let her go.
    private func withAdaAway(_ body: (AccountantHouse) async throws -> Void) async throws {
        try await AccountantHouse.run { house in
            _ = try await house.mill.put("/v2/users/2", AccountantHouse.bodyAway(role: 1))
            #expect(try await house.home.delete("/v2/users/3").status == .noContent)
            try await body(house)
        }
    }

    @Test(arguments: [
        (#","Password":"nine-warm-ovens-here","MemorableWord":"crumb2loaf""#, ["Password", "MemorableWord"]),
        (#","Email":"mine@quay.example""#, ["Email"]), (#","FullName":"Ada Taken""#, ["FullName"]),
    ])
    func fd21_nobodyTakesHerOver(more: String, fields: [String]) async throws {
        try await withAdaAway { house in
            let details = fields.map { field in
                #"{"Field":"\#(field)","Message":"\#(field) \#(Self.kept)"}"#
            }
            let refusal = #""Details":[\#(details.joined(separator: ","))]}"#
            for (administrator, role) in [(house.quay, 6), (house.mill, 1)] as [(SignedInServer, Int64)] {
                try await administrator.refuses({
                    $0.status == .badRequest && $0.text.hasSuffix(refusal)
                }) {
                    try await administrator.put(
                        "/v2/users/2", AccountantHouse.bodyAway(role: role, more), loosely: true)
                }
            }
            #expect(
                try await house.home.server.sendCredentials(
                    TestUser(username: "ada", password: "nine-warm-ovens-here", word: "")
                ).status == .unauthorized)
            #expect(try await house.home.server.enter(AccountantHouse.ada).status == .ok)
        }
    }

    @Test func fd21_whatIsHersIsHersAndTheOperatorsToChange() async throws {
        try await withAdaAway { house in
            let ada = try await house.home.session(AccountantHouse.ada, in: house.millBusiness)
            let change = try await ada.put(
                "/v2/password",
                #"{"Password":{"Current":"twelve-green-ledgers","New":"thirteen-red-ledgers","Confirm":"thirteen-red-ledgers"}}"#
            )
            #expect(change.status.kind == .successful, "\(change.text)")
            try await house.home.door.lock(username: "ada", from: .commandLine)
            let answer = try await house.mill.put(
                "/v2/users/2", AccountantHouse.bodyAway(role: 1, #","IsLockedOut":false"#))
            #expect(answer.status == .ok)
            let again = TestUser(
                username: "ada", password: "thirteen-red-ledgers", word: AccountantHouse.ada.word)
            #expect(try await house.home.server.sendCredentials(again).isRefusal(.locked))
            try await house.home.door.unlock(username: "ada", from: .commandLine)
            #expect(try await house.home.server.enter(again).status == .ok)
        }
    }
}
