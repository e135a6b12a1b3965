import HTTPTypes
import Testing

@Suite struct ChartTests {
    private let path = "/v2/settings/companydetails"

    @Test func theChartIsBuiltForTheKindOfBusiness() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/nominals/4000").text.contains(#""VATRate":0.0000,"VATExempt":true"#)
            )
            _ = try await server.put("/v2/nominals/4000", #"{"Name":"Boats","Price":5}"#)
            _ = try await server.post("/v2/nominals", #"{"Name":"Hire","NomType":1}"#)
            _ = try await server.delete("/v2/nominals/4902?assignedCode=0")
            let answer = try await server.put(path + "?initializeNominalSet=true", #"{"BusinessType":2}"#)
            #expect(answer.status == .created)
            for code in [2320, 2350, 3000, 3010, 3250, 7001, 8300] {
                #expect(try await server.get("/v2/nominals/\(code)").status == .notFound)
            }
            #expect(try await server.get("/v2/nominals/2330").text.contains(#""Archived":true"#))
            #expect(try await server.get("/v2/nominals/4000").text.contains(#""Name":"Sale of Goods""#))
            #expect(try await server.get("/v2/nominals/4902").status == .ok)
            #expect(try await server.get("/v2/nominals/4911").text.contains(#""Name":"Hire""#))
            let company = try await server.put(
                path + "?initializeNominalSet=true",
                #"{"BusinessType":1,"VATRegistered":true,"VATNumber":"GB123456789"}"#)
            #expect(company.status == .created)
            #expect(try await server.get("/v2/nominals").rows.count == 140)
            #expect(try await server.get("/v2/nominals/2330").text.contains(#""Archived":false"#))
            #expect(try await server.get("/v2/nominals/3000").text.contains(#""Name":"Share Capital""#))
            #expect(
                try await server.get("/v2/nominals/4000").text.contains(
                    #""VATRate":20.0000,"VATExempt":false"#))
        }
    }

    @Test func whatIsInUseIsArchivedInstead() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour(#","DefaultNominalCode":3000"#)
            _ = try await server.put(path + "?initializeNominalSet=true", #"{"BusinessType":3}"#)
            #expect(try await server.get("/v2/nominals/3000").text.contains(#""Archived":true"#))
            #expect(try await server.get("/v2/nominals/3010").status == .notFound)
        }
    }

    @Test func onceSomethingIsPostedChartAndHomeCurrencyStay() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(10, on: 4001)
            let (company, nominals) = (
                try await server.get(path).text, try await server.get("/v2/nominals").text
            )
            #expect(
                try await server.put(path + "?initializeNominalSet=true", #"{"BusinessType":2}"#).refuses(
                    .badRequest, "Conflict", "The chart can't be built anew: something was posted already."))
            #expect(
                try await server.put(path, #"{"BusinessType":1,"HomeCurrency":{"Code":"EUR"}}"#).refuses(
                    .badRequest, "Conflict",
                    "The home currency can't change: something was posted in GBP already."))
            #expect(try await server.get(path).text == company)
            #expect(try await server.get("/v2/nominals").text == nominals)
            #expect(
                try await server.put(path, #"{"BusinessType":1,"HomeCurrency":{"Code":"GBP"}}"#).status
                    == .created)
        }
    }
}
