import HTTPTypes
import Testing

@Suite struct ChangeNominalTests {
    @Test func whatIsLeftOutGoesBackToItsDefaultButForWhatItIs() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post(
                "/v2/nominals",
                #"""
                {"Name":"Workshop Hire","Type":"Turnover","Sa103Code":16,"Price":45,"Description":"Hire","Archived":true,\#
                "ComplianceCode":"R1","ManageStockLevel":true,"QuantityInStock":7,"IsProduct":0}
                """#)
            let answer = try await server.put("/v2/nominals/4911", #"{"VATExempt":true}"#)
            #expect(answer.status == .ok)
            for member in [
                #""Code":4911,"Name":"Workshop Hire","Type":"Turnover","NomType":1"#, #""Archived":false"#,
                #""Sa103Code":0,"ComplianceCode":null"#, #""IsProduct":1"#, #""Price":0.0000"#,
                #""VATRate":0.0000,"VATExempt":true,"Description":"""#, #""QuantityInStock":7.0000"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
            #expect(try await server.get("/v2/nominals/4911").text == answer.text)
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await TestServer.run { server async throws in
            let all = try await server.get("/v2/nominals").text
            for code in [10, 4000, 7304, 1100, 2330, 8100] {
                let read = try await server.get("/v2/nominals/\(code)").text
                let answer = try await server.put("/v2/nominals/\(code)", read)
                #expect(answer.status == .ok && answer.text == read, "\(answer.text)")
            }
            #expect(try await server.get("/v2/nominals").text == all)
        }
    }

    @Test func underANewCodeItKeepsItsEntriesAndThoseWhoFallBackToIt() async throws {
        try await TestServer.run { server async throws in
            try await server.registerForVAT()
            try await server.addHarbour(#","DefaultNominalCode":4001"#)
            try await server.invoice(200, on: 4001)
            let answer = try await server.put("/v2/nominals/4001", #"{"Code":4010,"Name":"Joinery"}"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/nominals/4010")
            #expect(try await server.get("/v2/nominals/4001").status == .notFound)
            #expect(try await server.get("/v2/invoices/1").text.contains(#""NominalCode":4010"#))
            #expect(
                try await server.postings() == [
                    "invoice 1: 2026-03-02 1100 +240.00, 4010 -200.00, 2200 -40.00"
                ])
            #expect(try await server.get("/v2/customers/HARB01").text.contains(#""DefaultNominalCode":4010"#))
        }
    }

    @Test(arguments: [
        (#"{"Code":4000}"#, "DuplicateCode", "The nominal code 4000 is taken."),
        (#"{"Code":1200}"#, "DuplicateCode", "The nominal code 1200 is taken."),
    ])
    func aTakenCodeIsRefusedAndNothingChanges(body: String, code: String, message: String) async throws {
        try await TestServer.run { server async throws in
            let before = try await server.get("/v2/nominals").text
            #expect(try await server.put("/v2/nominals/4001", body).refuses(.badRequest, code, message))
            #expect(
                try await server.post("/v2/nominals", String(body.dropLast()) + #","Name":"New"}"#).refuses(
                    .badRequest, code, message))
            #expect(try await server.get("/v2/nominals").text == before)
        }
    }

    @Test func aTakenCodeIsAnsweredWithItsNominalWhereThatIsAskedFor() async throws {
        try await TestServer.run { server async throws in
            let sale = try await server.get("/v2/nominals/4000").text
            let answer = try await server.post(
                "/v2/nominals", #"{"Code":4000,"Name":"Other","CreateWhenNotPresent":true}"#)
            #expect(answer.status == .ok && answer.text == sale)
            #expect(
                try await server.post(
                    "/v2/nominals", #"{"Code":1200,"Name":"Other","CreateWhenNotPresent":true}"#
                )
                .refuses(.badRequest, "DuplicateCode", "The nominal code 1200 is taken."))
            let made = try await server.put(
                "/v2/nominals/4012", #"{"Name":"Hire","NomType":1,"CreateWhenNotPresent":true}"#)
            #expect(made.status == .created)
            #expect(made.headers[.location] == "/v2/nominals/4012")
            #expect(
                try await server.put("/v2/nominals/4013", #"{"Name":"Hire"}"#).refuses(
                    .notFound, "NotFound", "There is no nominal 4013."))
            #expect(try await server.get("/v2/nominals/4013").status == .notFound)
        }
    }

    @Test func ofASpecialOneOnlyWhatDoesNotConcernTheBooksChanges() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.put(
                "/v2/nominals/2200",
                #"{"Code":2299,"Name":"VAT on sales","Type":"Expense","NomType":1,"Archived":true,"ComplianceCode":"X"}"#
            )
            #expect(answer.status == .ok)
            for member in [
                #""Code":2200,"Name":"VAT on sales","Type":"CurrentAssetLiability","NomType":3"#,
                #""Archived":false"#, #""ComplianceCode":"X""#, #""Special":3"#,
            ] {
                #expect(answer.text.contains(member), "\(member) is not in \(answer.text)")
            }
            let rounding = try await server.put("/v2/nominals/8250", #"{"Archived":true}"#)
            #expect(rounding.text.contains(#""Archived":true"#))
        }
    }

    @Test(arguments: [
        (
            #"{"Name":"A","Type":"Income"}"#, "Type",
            "must be one of Turnover, CostOfSale, Expense, FixedAsset, CurrentAssetLiability, CapitalAndReserves."
        ),
        (#"{"Name":"A","NomType":4}"#, "NomType", "must be a whole number from 1 to 3."),
        (#"{}"#, "Name", "is required."),
        (#"{"Name":"  "}"#, "Name", "is required."),
        (#"{"Name":"A","Code":100000000}"#, "Code", "must be a whole number from 0 to 99999999."),
        (#"{"Name":"A","Code":-1}"#, "Code", "must be a whole number from 0 to 99999999."),
        (#"{"Name":"A","IsProduct":2}"#, "IsProduct", "must be a whole number from 0 to 1."),
        (#"{"Name":"A","VATRate":101}"#, "VATRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","CISRate":-1}"#, "CISRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","Price":1e30}"#, "Price", "is out of range."),
        (#"{"Name":"A","Sa103Code":14}"#, "Sa103Code", "must be 0 or a Code of /nominals/sa103categories."),
        (
            #"{"Name":"A","Type":"Turnover","Sa103Code":17}"#, "Sa103Code",
            "must be 0 or a box for the type Turnover: 15, 16."
        ),
        (
            #"{"Name":"A","Type":"FixedAsset","Sa103Code":29}"#, "Sa103Code",
            "must be 0: the form has no box for the type FixedAsset."
        ),
        (
            #"{"Name":"A","PurchaseNominalCode":5999}"#, "PurchaseNominalCode",
            "must be 0 or the code of a nominal; there is no 5999."
        ),
        (
            #"{"Name":"A","PurchaseNominalCode":5000,"PurchaseSubNominalCode":"OAK"}"#,
            "PurchaseSubNominalCode",
            "must be empty or the code of a product under 5000."
        ),
        (
            #"{"Name":"A","PurchaseSubNominalCode":"OAK"}"#, "PurchaseSubNominalCode",
            "must be empty where PurchaseNominalCode is 0."
        ),
    ])
    func aBadBodyNamesTheFieldAndNothingIsMade(body: String, field: String, rule: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/nominals", body, loosely: true)
            #expect(answer.names((field, "\(field) \(rule)")), "\(answer.text)")
            #expect(try await server.get("/v2/nominals").rows.count == 139)
        }
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            let name = String(repeating: "n", count: 101)
            let answer = try await server.post(
                "/v2/nominals", #"{"Name":"\#(name)","VATRate":-1,"Archived":3}"#, loosely: true)
            #expect(
                answer.names(
                    ("Name", "Name must not be longer than 100 characters."),
                    ("VATRate", "VATRate must be a number from 0 to 100."),
                    ("Archived", "Archived has the wrong type.")))
        }
    }

    @Test func thePurchaseLinkIsToldByCodeAndID() async throws {
        try await TestServer.run { server async throws in
            let id = try await server.nominalID(5000)
            let answer = try await server.put(
                "/v2/nominals/4001", #"{"IncrementStockLevelsOnPurchase":true,"PurchaseNominalCode":5000}"#)
            #expect(
                answer.text.contains(
                    #""IncrementStockLevelsOnPurchase":true,"PurchaseNominalCode":5000,"PurchaseSubNominalCode":"","PurchaseNominalId":\#(id),"PurchaseSubNominalId":0"#
                ))
        }
    }

    @Test func anotherTypeRestatesHistoryButForALockedOne() async throws {
        try await TestServer.run { server async throws in
            try await server.addHarbour()
            try await server.invoice(200, on: 4900)
            #expect(try await server.put("/v2/nominals/4900", #"{"Type":"CostOfSale"}"#).status == .ok)
            try await server.lockBooks(until: "2026-03-31")
            let before = try await server.get("/v2/nominals/4900").text
            let refused = try await server.put("/v2/nominals/4900", #"{"Type":"Turnover"}"#)
            #expect(refused.refuses(.badRequest, "Locked", "The books are locked up to 2026-03-31."))
            #expect(try await server.get("/v2/nominals/4900").text == before)
            #expect(try await server.put("/v2/nominals/4901", #"{"Type":"Expense"}"#).status == .ok)
            try await server.lockBooks(until: "2026-03-01")
            #expect(try await server.put("/v2/nominals/4900", #"{"Type":"Turnover"}"#).status == .ok)
        }
    }
}
