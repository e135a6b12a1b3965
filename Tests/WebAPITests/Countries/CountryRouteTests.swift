import Foundation
import HTTPTypes
import Testing

@Suite struct CountryRouteTests {
    @Test func allOfThemByName() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get("/v2/countries")
            #expect(answer.status == .ok)
            let first = #"[{"Id":4,"Code":"AF","Name":"Afghanistan","IsEU":false},"#
            let second = #"{"Id":248,"Code":"AX","Name":"Åland Islands","IsEU":false},"#
            #expect(answer.text.hasPrefix(first + second))
            #expect(answer.text.contains(#"{"Id":300,"Code":"GR","Name":"Greece","IsEU":true},"#))
            #expect(answer.text.contains(#"{"Id":826,"Code":"GB","Name":"United Kingdom","IsEU":false},"#))
            #expect(answer.text.hasSuffix(#"{"Id":716,"Code":"ZW","Name":"Zimbabwe","IsEU":false}]"#))
            #expect(try answer.rows.count == 249)
        }
    }

    @Test func itIsTheSameForEveryBusinessAndNeedsOnlyAToken() async throws {
        try await TestServer.run { server async throws in
            let own = try await server.get("/v2/countries").text
            #expect(try await server.otherBusiness().get("/v2/countries").text == own)
            #expect(try await server.user(with: .viewCustomer).get("/v2/countries").status == .ok)
            #expect(try await server.with(nil).get("/v2/countries").status == .unauthorized)
            #expect(try await server.with(nil).get("/v2/countries/vatrates").status == .unauthorized)
        }
    }

    @Test func anUnknownCountryOfAnAddressIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server async throws in
            let refusal = "must be an ISO 3166-1 country code of two letters"
            for (code, fault) in [
                ("ZZ", "\(refusal), as GB."), ("UK", "\(refusal): that of the United Kingdom is GB."),
            ] {
                let body = #"{"Name":"A","Addresses":[{"Line1":"1","CountryCode":"\#(code)"}]}"#
                let field = "Addresses[0].CountryCode"
                #expect(try await server.post("/v2/customers", body).names((field, "\(field) \(fault)")))
            }
            #expect(try await server.total() == 0)
        }
    }

    @Test func greeceIsTakenByBothCodesAndAnsweredByOne() async throws {
        try await TestServer.run { server async throws in
            let body = #"{"Code":"A","Name":"A","Addresses":[{"Line1":"1","CountryCode":"el"}]}"#
            let answer = try await server.post("/v2/customers", body)
            #expect(answer.status == .created)
            #expect(answer.text.contains(#""CountryName":"Greece","CountryCode":"GR""#))
        }
    }
}

extension TestAnswer {
    /// The body as an array of objects.
    var rows: [[String: Any]] {
        get throws {
            try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        }
    }
}
