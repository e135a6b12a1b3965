import HTTPTypes
import Testing

@testable import WebCore

@Suite struct FeatureTests {
    @Test(arguments: [
        ("Customers", "true"), ("customers", "true"), ("SUPPLIERS", "true"), ("Users/", "true"),
        ("Payroll", "false"), ("Customers%20", "true"), ("Custom", "false"), ("%C3%A9", "false"),
    ])
    func whatIsBuiltIsOnAndNothingElse(name: String, answer: String) async throws {
        try await TestServer.run { server in
            let asked = try await server.user(with: .viewProject).get("/v2/FeatureSwitch/\(name)")
            #expect(asked.status == .ok)
            #expect(asked.text == answer)
        }
    }

    @Test func theSettingDecides() async throws {
        var settings = WebSettings()
        settings.featureSwitches = ["payroll"]
        try await TestServer.run(settings: settings) { server async throws in
            #expect(try await server.get("/v2/featureswitch/Payroll").text == "true")
            #expect(try await server.get("/v2/FeatureSwitch/Customers").text == "false")
        }
    }

    @Test(arguments: ["LatestTaxYear", "latesttaxyear"])
    func theTaxYearIsThatOfTheDayInTheUnitedKingdom(name: String) async throws {
        try await TestServer.withoutSession { server in
            // 27 days, 12 hours and 59 minutes on: the last minute of 5 April, an hour ahead of UTC.
            server.clock.advance(by: .seconds(2_379_540))
            let session = SignedInServer(server: server, token: try await server.signIn(server.owner))
            #expect(try await session.get("/v2/FeatureValue/\(name)").text == #""2025-26""#)
            server.clock.advance(by: .seconds(60))
            let answer = try await session.get("/v2/FeatureValue/\(name)")
            #expect(answer.status == .ok)
            #expect(answer.text == #""2026-27""#)
        }
    }

    @Test func theStartOfPostponedAccountingIsKnownAndNoOtherValue() async throws {
        try await TestServer.run { server in
            let start = try await server.user(with: .viewProject).get("/v2/FeatureValue/pvastartdate")
            #expect(start.status == .ok)
            #expect(start.text == #""2021-01-01T00:00:00""#)
            #expect(
                try await server.get("/v2/FeatureValue/PVAStart").refuses(
                    .notFound, "NotFound",
                    "There is no such value: ask for LatestTaxYear or PVAStartDate."))
        }
    }
}
