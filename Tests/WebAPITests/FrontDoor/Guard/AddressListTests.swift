import HTTPTypes
import NIOCore
import NIOEmbedded
import Store
import Testing

@testable import FrontDoor
@testable import WebCore

/// What a business that takes calls from listed addresses only does to everybody else (FD-4).
@Suite struct AddressListTests {
    private static let elsewhere = "198.51.100.9"
    private let path = "/v2/api/settings/ipaddress"
    private let on = #"{"AccessToSpecificIPAddressesOnly":true}"#
    private let off = #"{"AccessToSpecificIPAddressesOnly":false}"#

    /// Lists the address that the tests call from, and others, and has the list act.
    private func restrict(_ server: SignedInServer, also others: String...) async throws {
        for address in ["127.0.0.1"] + others {
            #expect(try await server.post(path, #"{"Address":"\#(address)"}"#).status == .created)
        }
        #expect(try await server.put("/v2/settings/api", on).status == .ok)
    }

    private func call(
        _ server: SignedInServer, _ path: String = "/v2/customers", from peer: String = elsewhere
    ) async throws -> TestAnswer {
        try await server.server.send(.get, path, token: server.token, from: peer)
    }

    @Test func fd4_onlyListedAddressesMayCall() async throws {
        try await TestServer.run { server in
            #expect(try await call(server).status == .ok)
            try await restrict(server, also: "203.0.113.0/24", "2001:db8:4:9::/64")
            for peer in ["127.0.0.1", "203.0.113.77", "2001:db8:4:9:ffff::1", "::ffff:203.0.113.1"] {
                #expect(try await call(server, from: peer).status == .ok, "\(peer)")
            }
            for peer in [Self.elsewhere, "203.0.114.1", "2001:db8:4:a::1", "127.0.0.2", "::1"] {
                #expect(try await call(server, from: peer).isShutOut, "\(peer)")
            }
        }
    }

    /// FD-20 counts the whole /64 as one; a list means the address that it says.
    @Test func fd4_aNeighbourInTheSameBlockOfIPv6IsShutOut() async throws {
        try await TestServer.run { server in
            try await restrict(server, also: "2001:db8::1")
            #expect(try await call(server, from: "2001:db8::1").status == .ok)
            #expect(try await call(server, from: "2001:db8::2").isShutOut)
        }
    }

    @Test func fd4_theListIsAskedAfterThePermissionAndBeforeTheBody() async throws {
        try await TestServer.run { server in
            try await restrict(server)
            func put(_ path: String, _ token: String?) async throws -> TestAnswer {
                try await server.server.send(.put, path, Array("{".utf8), token: token, from: Self.elsewhere)
            }
            #expect(try await put("/v2/customers/A", "x").isRefusal(.invalidToken))
            #expect(try await put("/v2/nothing", server.token).status == .notFound)
            #expect(try await put("/v2/customers", server.token).status == .methodNotAllowed)
            let reader = try await server.user(with: .viewCustomer)
            #expect(try await put("/v2/customers/A", reader.token).isRefusal(.noRight))
            #expect(try await put("/v2/customers/A", server.token).isShutOut)
            // What is not built yet and what can't be answered come after it.
            #expect(try await call(server, "/v2/invoices").isShutOut)
            let xml = try await server.server.send(
                .get, "/v2/customers", token: server.token, headers: [.accept: "text/xml"],
                from: Self.elsewhere)
            #expect(xml.status == .unauthorized && xml.text.contains("<Error>PermissionDenied</Error>"))
            #expect(try await server.put("/v2/customers/A", "{").status == .badRequest)
        }
    }

    @Test func fd4_aRefusedCallIsNoUseOfTheSessionAndChangesNothing() async throws {
        try await TestServer.run { server in
            try await restrict(server)
            let made = try await server.server.send(
                .post, "/v2/customers", Array(#"{"Name":"Mine"}"#.utf8), token: server.token,
                from: Self.elsewhere)
            #expect(made.isShutOut)
            #expect(try await server.total() == 0)
            for _ in 0..<3 {
                server.clock.advance(by: .seconds(1_500))
                #expect(try await call(server).status == .unauthorized)
            }
            #expect(try await server.get("/v2/customers").isRefusal(.invalidToken))
        }
    }

    /// Who is shut out can leave, and work in another of their companies.
    @Test func fd4_aSessionCanBeEndedAndLeftFromAnywhere() async throws {
        try await TestServer.run { server in
            let house = server.server
            let other = try await house.otherBusiness()
            try await house.installation.frontDoor.addMembership(
                business: other.business, username: house.owner.username, from: .commandLine)
            try await restrict(server)
            let switched = try await call(server, "/v2/sessiontoken/\(other.business)")
            #expect(switched.status == .ok)
            let away = server.with(try switched.sessionToken)
            #expect(try await call(away).status == .ok)
            // Back in: the session is made, and its calls are refused.
            let back = try await call(away, "/v2/sessiontoken/\(house.business)")
            #expect(back.status == .ok)
            let inside = server.with(try back.sessionToken)
            #expect(try await call(inside).isShutOut)
            #expect(try await inside.get("/v2/customers").status == .ok)
            for token in [inside.token, server.token] {
                let ended = try await house.send(
                    .delete, "/v2/sessiontoken", token: token, from: Self.elsewhere)
                #expect(ended.status == .noContent)
                #expect(try await house.use(token).isRefusal(.invalidToken))
            }
        }
    }

    @Test func fd4_signingInFromElsewhereGivesASessionThatCanDoNothing() async throws {
        try await TestServer.run { server in
            try await restrict(server)
            let entered = server.with(try await server.server.token(of: server.server.owner))
            for path in ["/v2/userpermissions", "/v2/customers", "/v2/settings/api", path] {
                #expect(try await call(entered, path).isShutOut, "\(path)")
            }
            #expect(try await entered.get("/v2/userpermissions").status == .ok)
        }
    }

    @Test func fd4_whoseAddressCannotBeToldIsShutOut() async throws {
        try await TestServer.run { server in
            try await restrict(server)
            let nowhere = NIOAsyncTestingChannel()
            let socket = NIOAsyncTestingChannel()
            socket.remoteAddress = try SocketAddress(unixDomainSocketPath: "/run/daybook.sock")
            for channel in [nowhere, socket] {
                let answer = try await server.server.ask(
                    .get, "/v2/customers", token: server.token, over: channel)
                #expect(answer.isShutOut)
            }
            // A proxy on this machine that is not listed as one speaks for everybody.
            let forwarded = try HTTPFields.forwardedFor("127.0.0.1")
            #expect(try await server.get("/v2/customers", headers: forwarded).isShutOut)
            #expect(try await server.put("/v2/settings/api", off).status == .ok)
            #expect(try await server.get("/v2/customers", headers: forwarded).status == .ok)
            // And nobody turns the list on who can't be told.
            let refused = try await server.put("/v2/settings/api", on, headers: forwarded)
            #expect(
                refused.names(
                    (
                        "AccessToSpecificIPAddressesOnly",
                        "AccessToSpecificIPAddressesOnly can't be true: the address that you call from can't be told."
                    )))
            #expect(try await call(server).status == .ok)
        }
    }

    @Test func fd20_onlyATrustedProxySpeaksForItsClients() async throws {
        var settings = WebSettings()
        settings.trustedProxies = [try #require(AddressRange("10.0.0.0/8"))]
        try await TestServer.run(settings: settings) { server in
            try await restrict(server, also: "203.0.113.5")
            func call(from peer: String, _ forwarded: String) async throws -> TestAnswer {
                try await server.server.send(
                    .get, "/v2/customers", token: server.token, headers: .forwardedFor(forwarded), from: peer)
            }
            #expect(try await call(from: "10.0.0.1", "203.0.113.5").status == .ok)
            #expect(try await call(from: "10.0.0.1", "198.51.100.1, 203.0.113.5, 10.0.0.7").status == .ok)
            #expect(try await call(from: "10.0.0.1", "203.0.113.5, 198.51.100.1").isShutOut)
            #expect(try await call(from: "10.0.0.1", "203.0.113.5, rubbish").isShutOut)
            #expect(try await call(from: "198.51.100.1", "203.0.113.5").isShutOut)
            #expect(try await call(from: "10.0.0.1", "").isShutOut)
        }
    }

    @Test func theListIsNotTurnedOnByWhoIsNotOnIt() async throws {
        try await TestServer.run { server in
            _ = try await server.post(path, #"{"Address":"203.0.113.5"}"#)
            let refused = try await server.put(
                "/v2/settings/api", #"{"APIEnabled":true,"AccessToSpecificIPAddressesOnly":true}"#)
            let message = """
                AccessToSpecificIPAddressesOnly must not be true before your own address is listed: POST \
                127.0.0.1 to /api/settings/ipaddress first.
                """
            #expect(refused.names(("AccessToSpecificIPAddressesOnly", message)))
            let settings = try await server.get("/v2/settings/api").object
            #expect(settings["APIEnabled"] as? Bool == false)
            #expect(settings["AccessToSpecificIPAddressesOnly"] as? Bool == false)
            #expect(try await call(server).status == .ok)
            _ = try await server.post(path, #"{"Address":"127.0.0.0/8"}"#)
            #expect(try await server.put("/v2/settings/api", on).status == .ok)
            #expect(try await call(server).isShutOut)
        }
    }

    @Test func nobodyTakesTheirOwnAddressOffWhileTheListActs() async throws {
        try await TestServer.run { server in
            try await restrict(server, also: "203.0.113.5")
            let refused = try await server.delete(path + "/1")
            let message = """
                You call from this address, and only listed ones may call: set AccessToSpecificIPAddressesOnly to \
                false first, or call from another.
                """
            #expect(refused.refuses(.badRequest, "Conflict", message))
            #expect(try await server.get(path).text.contains("127.0.0.1"))
            // Another's goes, and one's own once a block holds it too.
            #expect(try await server.delete(path + "/2").status == .noContent)
            #expect(try await server.post(path, #"{"Address":"127.0.0.0/8"}"#).status == .created)
            #expect(try await server.delete(path + "/1").status == .noContent)
            #expect(try await server.delete(path + "/3").status == .badRequest)
            #expect(try await server.put("/v2/settings/api", off).status == .ok)
            #expect(try await server.delete(path + "/3").status == .noContent)
            #expect(try await call(server).status == .ok)
        }
    }

    @Test func fd9_everyChangeHoldsAtTheNextCallOfEveryOpenSession() async throws {
        try await TestServer.run { server in
            let other = server.with(try await server.server.token(of: server.server.owner))
            let baker = try await server.otherBusiness()
            for session in [other, baker] { #expect(try await call(session).status == .ok) }
            try await restrict(server)
            #expect(try await call(other).isShutOut)
            #expect(try await call(baker).status == .ok)
            #expect(try await server.post(path, #"{"Address":"\#(Self.elsewhere)"}"#).status == .created)
            #expect(try await call(other).status == .ok)
            #expect(try await server.delete(path + "/2").status == .noContent)
            #expect(try await call(other).isShutOut)
            try await server.server.restart { next async throws in
                let after = SignedInServer(server: next, token: other.token)
                #expect(try await call(after).isShutOut)
                #expect(try await after.put("/v2/settings/api", off).status == .ok)
                #expect(try await call(after).status == .ok)
            }
        }
    }

    @Test func theOperatorLetsThemInAgain() async throws {
        try await TestServer.run { server in
            try await restrict(server)
            let door = server.server.installation.frontDoor
            let range = try #require(AddressRange("127.0.0.1"))
            try await door.removeAddress(range, business: server.server.business, from: .commandLine)
            #expect(try await server.get("/v2/customers").isShutOut)
            try await door.takeCallsFromAnywhere(business: server.server.business, from: .commandLine)
            #expect(try await server.get("/v2/customers").status == .ok)
            let rows = try await door.securityLog(limit: 2)
            #expect(rows.map(\.kind) == ["api-settings-changed", "address-removed"])
            #expect(rows.map(\.detail) == ["listed addresses only: off", "127.0.0.1"])
            #expect(rows.allSatisfy { $0.actor == "operator" })
        }
    }
}

extension TestAnswer {
    /// The answer to a call from an address that is not listed, to the byte.
    var isShutOut: Bool {
        refuses(.unauthorized, "PermissionDenied", "Calls from this address are not allowed.")
            && headers[.wwwAuthenticate] == "KfToken"
    }
}

extension HTTPFields {
    static func forwardedFor(_ value: String) throws -> HTTPFields {
        [try #require(HTTPField.Name("X-Forwarded-For")): value]
    }
}
