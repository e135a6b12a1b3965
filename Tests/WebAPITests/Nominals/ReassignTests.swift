import HTTPTypes
import Testing

@Suite struct ReassignTests {
    private let path = "/v2/reports/nominalbreakdown/reassign"

    @Test func eachLineIsTriedByItself() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            try await server.addHarbour()
            try await server.invoice(200, on: 4900)
            try await server.invoice(100, on: 4001)
            try await server.invoice(70, on: 4900, date: "2026-02-01")
            try await server.lockBooks(until: "2026-02-28")
            let answer = try await server.post(
                path,
                #"""
                {"SourceNominalCode":4900,"NominalCode":4901,"Transactions":[\#
                {"ResourceNumber":1,"LineId":1,"EntityType":1},{"ResourceNumber":1,"LineId":2,"EntityType":"invoice"},\#
                {"ResourceNumber":2,"LineId":1,"EntityType":1},{"ResourceNumber":3,"LineId":1,"EntityType":1},\#
                {"ResourceNumber":9,"LineId":1,"EntityType":1},{"ResourceNumber":9,"LineId":1,"EntityType":4}]}
                """#, loosely: true)
            #expect(answer.status == .ok)
            #expect(
                answer.text == #"""
                    {"Results":[{"ResourceNumber":1,"LineId":1,"EntityType":1,"IsSuccessful":true,"ErrorCode":null,\#
                    "ErrorMessage":null},{"ResourceNumber":1,"LineId":2,"EntityType":1,"IsSuccessful":false,\#
                    "ErrorCode":"NotFound","ErrorMessage":"There is no line 2."},{"ResourceNumber":2,"LineId":1,\#
                    "EntityType":1,"IsSuccessful":false,"ErrorCode":"ValidationFailed",\#
                    "ErrorMessage":"Line 1 is on 4001, not on 4900."},{"ResourceNumber":3,"LineId":1,"EntityType":1,\#
                    "IsSuccessful":false,"ErrorCode":"Locked","ErrorMessage":"The books are locked up to 2026-02-28."},\#
                    {"ResourceNumber":9,"LineId":1,"EntityType":1,"IsSuccessful":false,"ErrorCode":"NotFound",\#
                    "ErrorMessage":"There is no invoice 9."},{"ResourceNumber":9,"LineId":1,"EntityType":4,\#
                    "IsSuccessful":false,"ErrorCode":"NotFound","ErrorMessage":"There is no journal 9."}]}
                    """#, "\(answer.text)")
            #expect(
                try await server.postings().suffix(2) == [
                    "reversed invoice 1: 2026-03-02 1100 -240.00, 4900 +200.00, 2200 +40.00",
                    "invoice 1: 2026-03-02 1100 +240.00, 4901 -200.00, 2200 -40.00",
                ])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aLineGetsTheProductOfItsNewNominal() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            for body in [
                #"{"NominalCode":4900,"Code":"OAK","Name":"Oak","Price":10}"#,
                #"{"NominalCode":4001,"Code":"FIT","Name":"Fitting","Price":10}"#,
            ] { #expect(try await server.post("/v2/products", body).status == .created) }
            try await server.invoice(20, on: 4900, more: #","ProductCode":"OAK""#)
            try await server.invoice(30, on: 4900, more: #","ProductCode":"OAK""#)
            let body = #"""
                {"SourceNominalCode":4900,"NominalCode":4001,"Transactions":[{"ResourceNumber":1,"LineId":1,"EntityType":"Invoice"}]}
                """#
            _ = try await server.post(path, body)
            #expect(try await server.get("/v2/invoices/1").text.contains(#""ProductCode":null"#))
            let other = body.replacing(#""ResourceNumber":1"#, with: #""ResourceNumber":2"#)
                .replacing(#""NominalCode":4001"#, with: #""NominalCode":4001,"ProductCode":"fit""#)
            _ = try await server.post(path, other)
            #expect(
                try await server.get("/v2/invoices/2").text.contains(
                    #""ProductCode":"FIT","ProductName":"Fitting""#))
            #expect(
                try await server.post(path, other.replacing("fit", with: "OAK")).names(
                    ("ProductCode", "ProductCode must be the code of a product under 4001.")))
        }
    }

    @Test func aBankTransactionIsALineOfItsOwn() async throws {
        try await TestServer.run { server async throws in
            let entered = try await server.post(
                "/v2/bankaccounts/1/transactions", #"{"Date":"2026-03-02","PaidOut":120,"MoneyType":7700}"#)
            #expect(entered.status == .created, "\(entered.text)")
            let answer = try await server.post(
                path,
                #"""
                {"SourceNominalCode":7700,"NominalCode":7701,"Transactions":[{"ResourceNumber":1,"LineId":0,\#
                "EntityType":"Bank"},{"ResourceNumber":2,"LineId":0,"EntityType":"Bank"},{"ResourceNumber":1,\#
                "LineId":0,"EntityType":"Bank"}]}
                """#)
            #expect(
                answer.text == #"""
                    {"Results":[{"ResourceNumber":1,"LineId":0,"EntityType":3,"IsSuccessful":true,"ErrorCode":null,\#
                    "ErrorMessage":null},{"ResourceNumber":2,"LineId":0,"EntityType":3,"IsSuccessful":false,\#
                    "ErrorCode":"NotFound","ErrorMessage":"There is no bank transaction 2."},{"ResourceNumber":1,\#
                    "LineId":0,"EntityType":3,"IsSuccessful":false,"ErrorCode":"ValidationFailed",\#
                    "ErrorMessage":"Line 0 is on 7701, not on 7700."}]}
                    """#, "\(answer.text)")
            #expect(
                try await server.postings().last
                    == "bank transaction 1: 2026-03-02 1200 -120.00, 7701 +120.00")
            #expect(try await server.complaints() == [])
        }
    }

    @Test func controlAccountsAreLeftAlone() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4900)
            let before = try await server.postings()
            for (source, target) in [(1100, 4001), (4900, 1100), (4900, 1200)] {
                let answer = try await server.post(
                    path,
                    #"{"SourceNominalCode":\#(source),"NominalCode":\#(target),"Transactions":[{"ResourceNumber":1,"LineId":1,"EntityType":"Invoice"}]}"#
                )
                #expect(
                    answer.text.contains(#""IsSuccessful":false,"ErrorCode":"ValidationFailed""#),
                    "\(answer.text)")
            }
            #expect(try await server.postings() == before)
        }
    }

    @Test(arguments: [
        (#"{}"#, ["SourceNominalCode", "NominalCode", "Transactions"]),
        (
            #"{"SourceNominalCode":4000,"NominalCode":4001,"Transactions":[{}]}"#,
            ["Transactions[0].ResourceNumber", "Transactions[0].LineId", "Transactions[0].EntityType"]
        ),
        (
            #"{"SourceNominalCode":4998,"NominalCode":4999,"Transactions":[{"ResourceNumber":1,"LineId":1,"EntityType":1}]}"#,
            ["SourceNominalCode", "NominalCode"]
        ),
        (
            #"{"SourceNominalCode":4000,"NominalCode":4001,"Transactions":[{"ResourceNumber":1,"LineId":1,"EntityType":5}]}"#,
            ["Transactions[0].EntityType"]
        ),
    ])
    func aBadBodyIsRefusedWhole(body: String, fields: [String]) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(path, body, loosely: true)
            #expect(answer.status == .badRequest)
            let details = try #require(answer.object["Details"] as? [[String: Any]])
            #expect(details.compactMap { $0["Field"] as? String } == fields)
        }
    }
}
