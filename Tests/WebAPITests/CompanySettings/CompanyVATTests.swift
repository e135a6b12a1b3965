import HTTPTypes
import Testing

/// Nobody is registered for VAT without a number.
@Suite struct CompanyVATTests {
    private let problem = (
        field: "VATNumber",
        message: """
        VATNumber must be set while the company is registered for VAT: send it, or VATRegistered false.
        """
    )
    private let registered = CompanyText().with("BusinessType", "1").with("VATRegistered", "true")
        .with("VatRegisteredIn", #""UK""#).with("VatRegisteredState", "1").with(
            "VATNumber", #""GB123456789""#)

    @Test(arguments: [
        #""VATRegistered":true"#, #""VatRegisteredIn":"UK""#, #""VATRegistered":true,"VatRegisteredIn":"EU""#,
        #""VATRegistered":true,"VATNumber":"""#, #""VATRegistered":true,"VATNumber":" ""#,
    ])
    func withoutANumberItIsRefusedAndNothingChanges(members: String) async throws {
        try await TestServer.run { server async throws in
            let body = #"{"BusinessType":1,"CompanyName":"Other",\#(members)}"#
            #expect(try await server.put(companyPath, body).names(problem))
            #expect(try await server.get(companyPath).text == CompanyText().text)
        }
    }

    @Test func aNumberThatIsThereDoes() async throws {
        try await TestServer.run { server async throws in
            let number = #"{"BusinessType":1,"VATNumber":"GB 123 4567 89"}"#
            #expect(
                try await server.put(companyPath, number).text
                    == CompanyText().with("BusinessType", "1").with("VATNumber", #""GB123456789""#).text)
            let body = #"{"BusinessType":1,"VATRegistered":true}"#
            #expect(try await server.put(companyPath, body).text == registered.text)
        }
    }

    @Test func aRegisteredCompanyKeepsItsNumber() async throws {
        try await TestServer.run { server async throws in
            let body = #"{"BusinessType":1,"VATRegistered":true,"VATNumber":"GB123456789"}"#
            #expect(try await server.put(companyPath, body).text == registered.text)
            for members in [#""VATNumber":"""#, #""VATNumber":"","VATRegistered":true"#] {
                #expect(try await server.put(companyPath, #"{"BusinessType":1,\#(members)}"#).names(problem))
                #expect(try await server.get(companyPath).text == registered.text)
            }
            let leaving = #"{"BusinessType":1,"VATNumber":"","VATRegistered":false}"#
            #expect(
                try await server.put(companyPath, leaving).text
                    == CompanyText().with("BusinessType", "1").text)
        }
    }
}
