import FrontDoor
import HTTPTypes
import Testing

@testable import WebCore

/// `Idempotency-Key`: whose a key is, what it stands for, and for how long.
@Suite struct IdempotencyTests {
    private static let body = #"{"Name":"Harbour Joinery Ltd"}"#

    @Test func theSecondAnswerIsTheFirstToTheByte() async throws {
        try await TestServer.run { server in
            let first = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(first.status == .created && first.headers[.location] == "/v2/customers/HARB01")
            #expect(first.text == CustomerText(key: try first.customerKey).text)
            // What became of it since is another matter.
            #expect(try await server.put("/v2/customers/HARB01", #"{"Name":"Changed"}"#).status == .ok)
            let second = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(second.replays(first))
            #expect(second.headers[.location] == "/v2/customers/HARB01")
            #expect(try await server.count == 1)
        }
    }

    @Test func anotherBodyUnderTheSameKeyIsRefusedAndNothingIsDone() async throws {
        try await TestServer.run { server in
            let first = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            let other = try await server.post(
                "/v2/customers", #"{"Name":"Harbour Joinery Ltd "}"#, headers: .key("order-7"))
            #expect(other.refusesKey)
            #expect(try await server.count == 1)
            #expect(
                try await server.post("/v2/customers", Self.body, headers: .key("order-7")).replays(first))
        }
    }

    /// A key is its caller's own, for one call of one shape.
    @Test func whatDiffersInMoreThanTheBodyIsAnotherCall() async throws {
        try await TestServer.run { server in
            func make(
                _ path: String, by caller: SignedInServer, _ headers: HTTPFields = [:]
            ) async throws -> TestAnswer {
                var fields = try HTTPFields.key("order-7")
                for field in headers { fields.append(field) }
                return try await caller.post(path, Self.body, headers: fields)
            }
            let first = try await make("/v2/customers", by: server)
            let others = [
                try await make("/v2/customers", by: server.user(with: .createCustomer)),
                try await make("/v2/customers", by: server.otherBusiness()),
                try await make("/v2/suppliers", by: server),
                try await make("/v2/customers?one=1", by: server),
                try await make("/v2/customers", by: server, [.accept: "application/xml"]),
            ]
            for answer in others { #expect(answer.status == .created && !answer.isReplay) }
            #expect(try await server.count == 4)
            let inXML = try await make("/v2/customers", by: server, [.accept: "application/xml"])
            #expect(inXML.replays(others[4]) && inXML.text.contains("<Customer>"))
            // Another session, another way to write the same path.
            let again = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await make("/v2/Customers/", by: again).replays(first))
        }
    }

    /// A text that is read as something else, and one that goes somewhere else, make something else.
    @Test func theSameKeyForAnotherFormOrParentIsAnotherCall() async throws {
        try await TestServer.run { server in
            let json = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            var asXML = try HTTPFields.key("order-7")
            asXML[.contentType] = "application/xml"
            let body = "<Customer><Name>Quay Bakery</Name></Customer>"
            let xml = try await server.post("/v2/customers", body, headers: asXML)
            #expect(xml.status == .created && !xml.isReplay)
            #expect(xml.headers[.location] == "/v2/customers/QUAY01")
            #expect(try await server.post("/v2/customers", Self.body, headers: .key("order-7")).replays(json))
            #expect(try await server.post("/v2/customers", body, headers: asXML).replays(xml))

            let note = #"{"Text":"Rang."}"#
            for code in ["HARB01", "QUAY01"] {
                let path = "/v2/customers/\(code)/notes"
                let made = try await server.post(path, note, headers: .key("order-7"))
                #expect(made.status == .created && !made.isReplay)
                #expect(made.headers[.location]?.hasPrefix("\(path)/") == true)
                #expect(try await server.post(path, note, headers: .key("order-7")).replays(made))
            }
        }
    }

    @Test func aRefusalIsNotKept() async throws {
        try await TestServer.run { server in
            let refused = try await server.post("/v2/customers", #"{"Name":""}"#, headers: .key("order-7"))
            #expect(refused.status == .badRequest)
            let made = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(made.status == .created && !made.isReplay)

            let taken = #"{"Code":"HARB01","Name":"Other"}"#
            #expect(
                try await server.post("/v2/customers", taken, headers: .key("order-8")).status == .badRequest)
            #expect(try await server.delete("/v2/customers/HARB01").status == .noContent)
            let retried = try await server.post("/v2/customers", taken, headers: .key("order-8"))
            #expect(retried.status == .created && !retried.isReplay)
        }
    }

    @Test func anAnswerIsKeptFor24HoursAndNotAMillisecondMore() async throws {
        try await TestServer.run { server in
            let first = try await server.post("/v2/customers", Self.body, headers: .key("order-7"))
            server.clock.advance(by: .seconds(24 * 60 * 60))
            let later = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await later.post("/v2/customers", Self.body, headers: .key("order-7")).replays(first))
            server.clock.advance(by: .milliseconds(1))
            let late = try await later.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(late.status == .created && !late.isReplay)
            #expect(late.headers[.location] == "/v2/customers/HARB02")
            #expect(
                try await later.post("/v2/customers", Self.body, headers: .key("order-7")).replays(late))
        }
    }

    /// The guard asks before anything is told again (FD-4).
    @Test func whoLostTheRightGetsNoReplay() async throws {
        try await TestServer.run { server in
            let clerk = try await server.user(with: .createCustomer)
            let first = try await clerk.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(first.status == .created)
            #expect(try await clerk.post("/v2/customers", Self.body, headers: .key("order-7")).isReplay)
            let members = try await server.get("/v2/users").text
            #expect(members.contains("user."))
            let changed = try await server.put(
                "/v2/users/2",
                #"{"FullName":"Clerk","Email":"clerk@harbour.example","RoleId":5,"UserAccountDisabled":true}"#
            )
            #expect(changed.status == .ok)
            let refused = try await clerk.post("/v2/customers", Self.body, headers: .key("order-7"))
            #expect(refused.isRefusal(.invalidToken))
        }
    }
}

extension SignedInServer {
    /// How many customers the caller's business has.
    var count: Int {
        get async throws {
            let page = try await get("/v2/customers").object
            let about = try #require(page["MetaData"] as? [String: Any])
            return try #require(about["TotalRecords"] as? Int)
        }
    }
}
