import FrontDoor
import HTTPTypes
import Testing

/// `/api/settings/ipaddress`, whether the list acts or not; what it does is `AddressListTests`' matter.
@Suite struct AllowedAddressTests {
    private let path = "/v2/api/settings/ipaddress"
    private let rule =
        "must be an address or a block of them, as 203.0.113.5, 203.0.113.0/24 or 2001:db8::/32."

    @Test func anAddressIsListedAndTakenOff() async throws {
        try await TestServer.run { server in
            #expect(try await server.get(path).text == "[]")
            let made = try await server.post(
                path, #"{"Address":"203.0.113.7/24","Comment":" The workshop "}"#)
            let first = #"{"Id":1,"Address":"203.0.113.0/24","Comment":"The workshop"}"#
            #expect(made.status == .created && made.text == first)
            #expect(made.headers[.location] == "/v2/api/settings/ipaddress/1")
            let other = try await server.post(path, #"{"address":"2001:DB8:0::1"}"#, loosely: true)
            let second = #"{"Id":2,"Address":"2001:db8::1","Comment":null}"#
            #expect(other.status == .created && other.text == second)
            #expect(try await server.get(path).text == "[\(first),\(second)]")

            let gone = try await server.delete(path + "/1")
            #expect(gone.status == .noContent && gone.text.isEmpty)
            #expect(try await server.get(path).text == "[\(second)]")
            #expect(
                try await server.delete(path + "/1").refuses(
                    .notFound, "NotFound", "There is no address 1 on the list."))
            // An id is never given twice.
            #expect(try await server.post(path, #"{"Address":"203.0.113.0/24"}"#).object["Id"] as? Int == 3)
        }
    }

    @Test(arguments: ["203.0.113.7", "203.0.113.7/32", "::ffff:203.0.113.7"])
    func whatIsThereAlreadyIsRefused(again: String) async throws {
        try await TestServer.run { server in
            #expect(try await server.post(path, #"{"Address":"203.0.113.7"}"#).status == .created)
            let before = try await server.get(path).text
            let refused = try await server.post(path, #"{"Address":"\#(again)"}"#)
            #expect(refused.refuses(.badRequest, "DuplicateCode", "203.0.113.7 is on the list already."))
            #expect(try await server.get(path).text == before)
            // A block around it is another entry, and another business's list another list.
            #expect(try await server.post(path, #"{"Address":"203.0.113.0/24"}"#).status == .created)
            #expect(
                try await server.otherBusiness().post(path, #"{"Address":"203.0.113.7"}"#).status == .created)
        }
    }

    @Test(arguments: [
        "everywhere", "203.0.113", "203.0.113.0/33", "203.0.113.7:80", "*", "localhost", "fe80::1%eth0",
        "203.0.113.1-9", "[::1]",
    ])
    func aMalformedAddressIsRefusedAndNothingChanges(address: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.post(path, #"{"Address":"\#(address)"}"#).names(
                    ("Address", "Address \(rule)")))
            #expect(try await server.get(path).text == "[]")
        }
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            let long = String(repeating: "c", count: 256)
            let tooLong = ("Comment", "Comment must not be longer than 255 characters.")
            #expect(
                try await server.post(path, #"{"Address":"everywhere","Comment":"\#(long)"}"#, loosely: true)
                    .names(tooLong, ("Address", "Address \(rule)")))
            #expect(
                try await server.post(path, #"{"Comment":"\#(long)"}"#, loosely: true).names(
                    tooLong, ("Address", "Address is required.")))
            #expect(
                try await server.post(path, #"{"Address":""}"#, loosely: true).names(
                    ("Address", "Address must not be empty.")))
            #expect(
                try await server.post(path, #"{"Address":7,"Comment":7}"#, loosely: true).names(
                    ("Address", "Address has the wrong type."), ("Comment", "Comment has the wrong type.")))
            #expect(try await server.get(path).text == "[]")
        }
    }

    @Test(arguments: ["x", "0", "-1", "99", "9223372036854775808", "1.0"])
    func anIdThatIsNoneIsNotFound(id: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.post(path, #"{"Address":"203.0.113.7"}"#).status == .created)
            #expect(
                try await server.delete("\(path)/\(id)").refuses(
                    .notFound, "NotFound", "There is no address \(id) on the list."))
            #expect(try await server.get(path).text.contains("203.0.113.7"))
        }
    }

    @Test func aHundredAreAsManyAsItHolds() async throws {
        try await TestServer.run { server async throws in
            for number in 1...100 {
                #expect(try await server.post(path, #"{"Address":"10.0.0.\#(number)"}"#).status == .created)
            }
            #expect(
                try await server.post(path, #"{"Address":"10.0.1.1"}"#).refuses(
                    .badRequest, "Conflict", "The list holds 100 addresses, which is as many as it can."))
            #expect(try await server.delete(path + "/50").status == .noContent)
            #expect(try await server.post(path, #"{"Address":"10.0.1.1"}"#).status == .created)
        }
    }

    @Test func fd23_everyChangeHasItsRow() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let before = try await door.securityLog(limit: 1).first?.id
            _ = try await server.post(path, #"{"Address":"203.0.113.7/24","Comment":"c"}"#)
            _ = try await server.post(path, #"{"Address":"203.0.113.7/24"}"#)
            _ = try await server.delete(path + "/1")
            let rows = try await door.securityLog(limit: 100).filter { $0.id > before ?? 0 }
            #expect(rows.map(\.kind) == ["address-removed", "address-allowed"])
            #expect(rows.allSatisfy { $0.detail == "203.0.113.0/24" && $0.actor == "harbour.admin" })
            #expect(rows.allSatisfy { $0.business == server.server.business })
        }
    }

    @Test func theListGoesWithItsBusiness() async throws {
        try await TestServer.run { server in
            let other = try await server.server.otherBusiness()
            let baker = server.with(other.token)
            _ = try await baker.post(path, #"{"Address":"203.0.113.7"}"#)
            _ = try await baker.put("/v2/settings/api", #"{"APIEnabled":true}"#)
            #expect(try await server.post(path, #"{"Address":"203.0.113.8"}"#).status == .created)
            try await server.server.installation.removeBusiness(other.business, from: .commandLine)
            #expect(try await server.server.count("SELECT count(*) FROM allowed_address") == 1)
            #expect(try await server.server.count("SELECT count(*) FROM api_setting") == 0)
        }
    }
}
