import FrontDoor
import Testing

/// `/settings/api` and its key.
@Suite struct APISettingTests {
    private let defaults = """
        {"APIEnabled":false,"RESTAPIEnabled":true,"AutoAuthEnabled":false,"AutoAuthKey":"",\
        "AccessToSpecificIPAddressesOnly":false,"UseSeparateSOAPAPIPassword":false,"Password":"",\
        "PasswordChanged":false,"EnableRemoteLogin":false}
        """

    @Test func aBusinessThatSetNothingHasTheDefaults() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/settings/api")
            #expect(answer.status == .ok && answer.text == defaults)
        }
    }

    @Test func whatIsSentIsKeptAndWhatIsLeftOutStays() async throws {
        try await TestServer.run { server in
            let all = try await server.put(
                "/v2/settings/api",
                #"{"apienabled":true,"RESTAPIEnabled":0,"AutoAuthEnabled":"1","EnableRemoteLogin":true}"#,
                loosely: true)
            #expect(all.status == .ok)
            let one = try await server.put("/v2/settings/api", #"{"RESTAPIEnabled":true,"APIEnabled":null}"#)
            let expected = defaults.replacing(#""APIEnabled":false"#, with: #""APIEnabled":true"#)
                .replacing(#""RESTAPIEnabled":false"#, with: #""RESTAPIEnabled":true"#)
                .replacing(#""AutoAuthEnabled":false"#, with: #""AutoAuthEnabled":true"#)
                .replacing(#""EnableRemoteLogin":false"#, with: #""EnableRemoteLogin":true"#)
            #expect(one.status == .ok && one.text == expected)
            #expect(try await server.get("/v2/settings/api").text == expected)
            #expect(try await server.put("/v2/settings/api", expected).text == expected)
            #expect(try await server.otherBusiness().get("/v2/settings/api").text == defaults)
        }
    }

    @Test func turnedOffTheInterfaceStillAnswers() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.put("/v2/settings/api", #"{"RESTAPIEnabled":false}"#).status == .ok)
            #expect(try await server.get("/v2/customers").status == .ok)
        }
    }

    @Test func thePasswordOfTheOlderInterfaceIsKeptNowhere() async throws {
        try await TestServer.run { server in
            let body =
                #"{"UseSeparateSOAPAPIPassword":true,"Password":"marked-zq91-secret","PasswordChanged":true}"#
            let answer = try await server.put("/v2/settings/api", body)
            #expect(answer.status == .ok && answer.text == defaults)
            #expect(try await server.get("/v2/settings/api").text == defaults)
            #expect(try await server.server.count("SELECT count(*) FROM api_setting") == 0)
        }
    }

    @Test func everyWrongFieldIsNamedAndNothingChanges() async throws {
        try await TestServer.run { server in
            let body = """
                {"APIEnabled":true,"RESTAPIEnabled":"yes","AutoAuthEnabled":2,"Password":7,"PasswordChanged":[],\
                "AccessToSpecificIPAddressesOnly":{},"EnableRemoteLogin":"x"}
                """
            let answer = try await server.put("/v2/settings/api", body, loosely: true)
            let wrong = [
                "RESTAPIEnabled", "AutoAuthEnabled", "Password", "PasswordChanged",
                "AccessToSpecificIPAddressesOnly", "EnableRemoteLogin",
            ]
            let details = try #require(answer.object["Details"] as? [[String: String]])
            #expect(answer.status == .badRequest && details.map { $0["Field"] } == wrong)
            #expect(details.map { $0["Message"] } == wrong.map { "\($0) has the wrong type." })
            #expect(try await server.get("/v2/settings/api").text == defaults)
        }
    }

    @Test func aKeyIsMadeShownAndReplaced() async throws {
        try await TestServer.run { server in
            let first = try await server.put("/v2/settings/api-autoauthkey", nil)
            #expect(first.status == .ok)
            #expect(
                first.text.wholeMatch(
                    of: /"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/)
                    != nil)
            #expect(
                try await server.get("/v2/settings/api").text
                    == defaults.replacing(#""AutoAuthKey":"""#, with: #""AutoAuthKey":\#(first.text)"#))
            // It is made by the server alone.
            let sent = try await server.put("/v2/settings/api", #"{"AutoAuthKey":"mine"}"#, loosely: true)
            #expect(sent.text.contains(#""AutoAuthKey":\#(first.text)"#))
            let second = try await server.put("/v2/settings/api-autoauthkey", nil)
            #expect(second.text != first.text)
            #expect(try await server.get("/v2/settings/api").text.contains(second.text))
        }
    }

    @Test func onlyFullAccessSeesTheKey() async throws {
        try await TestServer.run { server in
            let key = try await server.put("/v2/settings/api-autoauthkey", nil).text
            let others = Permission.allCases.filter { $0 != .fullAccess }
            let reader = try await server.with(server.server.user(with: others))
            let answer = try await reader.get("/v2/settings/api")
            #expect(answer.status == .ok && answer.text == defaults)
            #expect(try await server.get("/v2/settings/api").text.contains(key))
        }
    }

    @Test func theKeyOpensNothing() async throws {
        try await TestServer.run { server in
            let key = String(
                try await server.put("/v2/settings/api-autoauthkey", nil).text.dropFirst().dropLast())
            #expect(try await server.put("/v2/settings/api", #"{"AutoAuthEnabled":true}"#).status == .ok)
            #expect(try await server.with(key).get("/v2/userpermissions").isRefusal(.invalidToken))
        }
    }

    @Test func fd23_everyChangeHasItsRowAndNoKeyIsInIt() async throws {
        try await TestServer.run { server in
            let door = server.server.installation.frontDoor
            let before = try await door.securityLog(limit: 1).first?.id
            _ = try await server.put("/v2/settings/api", #"{"APIEnabled":true,"EnableRemoteLogin":true}"#)
            _ = try await server.put("/v2/settings/api", #"{"APIEnabled":true}"#)
            let key = try await server.put("/v2/settings/api-autoauthkey", nil).text
            let rows = try await door.securityLog(limit: 100).filter { $0.id > before ?? 0 }
            #expect(rows.map(\.kind) == ["api-settings-changed", "api-settings-changed"])
            #expect(rows.map(\.detail) == ["new key", "older interface: on, remote log-in: on"])
            #expect(rows.allSatisfy { $0.business == server.server.business && $0.actor == "harbour.admin" })
            #expect(rows.allSatisfy { $0.address == "127.0.0.1" })
            #expect(!rows.contains { "\($0)".contains(key.dropFirst().dropLast()) })
        }
    }
}
