import HTTPTypes
import Testing

@Suite struct NominalTests {
    @Test func theDocumentedExampleGetsTheNextFreeCodeOfItsArea() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/nominals",
                #"""
                { "Name": "Workshop Hire", "Type": "Turnover", "NomType": 1, "VATRate": 20, "Price": 45, "AutoFillLineItem": true }
                """#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/nominals/4911")
            let id = try #require(answer.object["Id"] as? Int)
            #expect(
                answer.text == #"""
                    {"Id":\#(id),"Code":4911,"Name":"Workshop Hire","Type":"Turnover","NomType":1,\#
                    "Classification":"Sales","ControlAccountClassification":null,"Special":0,"PlOption":1,"BsOption":0,\#
                    "AllowDelete":true,"Archived":false,"Disallowed":false,"Sa103Code":0,"ComplianceCode":null,\#
                    "CISRate":0.0000,"DigitalService":false,"PrePayments":false,"IncludeInECSalesList":true,\#
                    "IsProduct":1,"AutoFillLineItem":true,"Price":45.0000,"WholeSalePrice":0.0000,"VATRate":20.0000,\#
                    "VATExempt":false,"Description":"","ManageStockLevel":false,"QuantityInStock":0.0000,\#
                    "StockWarningQuantity":0.0000,"IncrementStockLevelsOnPurchase":false,"PurchaseNominalCode":0,\#
                    "PurchaseSubNominalCode":"","PurchaseNominalId":0,"PurchaseSubNominalId":0,"IRISCoAName":null,\#
                    "IsIRISCoA":false}
                    """#)
            #expect(try await server.get("/v2/nominals/4911").text == answer.text)
            #expect(try await server.get("/v2/nominals/Id/\(id)").text == answer.text)
            #expect(try await server.delete("/v2/nominals/4911?assignedCode=4001").status == .noContent)
            #expect(
                try await server.get("/v2/nominals/4911").refuses(
                    .notFound, "NotFound", "There is no nominal 4911."))
            #expect(
                try await server.get("/v2/nominals/Id/\(id)").refuses(
                    .notFound, "NotFound", "There is no nominal \(id)."))
        }
    }

    @Test(arguments: [
        (#""Type":"expense""#, 7907), (#""Type":3"#, 7907), (#""Type":"Current Asset Liability""#, 1300),
        (#""NomType":3"#, 1300), (#""NomType":1"#, 4911), (#""Type":"Turnover","NomType":3"#, 1300),
        (#""Description":"""#, 7907), (#""Code":12345678"#, 12_345_678), (#""Code":0,"NomType":1"#, 4911),
    ])
    func withoutACodeItGetsTheNextOfTheRange(member: String, code: Int) async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/nominals", #"{"Name":"New",\#(member)}"#, loosely: true)
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try answer.object["Code"] as? Int == code)
        }
    }

    @Test func theChartOfANewBusinessIsListedByCode() async throws {
        try await TestServer.run { server async throws in
            let all = try await server.get("/v2/nominals")
            let rows = try all.rows
            #expect(rows.count == 139)
            #expect(rows.compactMap { $0["Code"] as? Int } == rows.compactMap { $0["Code"] as? Int }.sorted())
            #expect(
                all.text.hasPrefix(
                    #"[{"Id":1000001,"Code":10,"Name":"Freehold Property","Type":"FixedAsset""#))
            #expect(
                all.text.contains(
                    #""Code":1100,"Name":"Debtors Control","Type":"CurrentAssetLiability","NomType":3,"Classification":"Bank","ControlAccountClassification":"Debtors","Special":1,"PlOption":0,"BsOption":5,"AllowDelete":false"#
                ))
            // A bank account's nominal is none of the chart's.
            #expect(!rows.contains { $0["Code"] as? Int == 1200 })
            #expect(
                try await server.get("/v2/nominals/1200").refuses(
                    .notFound, "NotFound", "There is no nominal 1200."))
            #expect(try await server.get("/v2/nominals?page=1&perpage=250&order=Desc").text == all.text)
            #expect(try await server.get("/v2/nominals?page=2").text == "[]")
        }
    }

    @Test(arguments: [
        ("type=Turnover", 15), ("type=1", 15), ("type=fixed%20asset", 14), ("area=Sales", 13),
        ("area=purchases", 66),
        ("area=3&type=Expense", 19), ("type=All&area=all", 139), ("searchText=motor", 3),
        ("searchText=49", 10),
        ("searchText=MOTOR&area=1", 0),
    ])
    func theListIsFiltered(query: String, count: Int) async throws {
        try await TestServer.run { server async throws in
            let found = try await server.get("/v2/nominals?\(query)").rows
            #expect(found.count == count, "\(found.compactMap { $0["Code"] as? Int })")
        }
    }

    @Test func aFilterThatIsNoneIsRefused() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/nominals?type=Income&area=4").names(
                    (
                        "type",
                        "type must be one of All, Turnover, CostOfSale, Expense, FixedAsset, CurrentAssetLiability, CapitalAndReserves."
                    ), ("area", "area must be one of All, Sales, Purchases, Bank.")))
        }
    }

    @Test func theBoxesOfTheFormAreListed() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.get("/v2/nominals/sa103categories")
            #expect(try answer.rows.count == 16)
            #expect(
                answer.text.hasPrefix(
                    #"[{"Name":"Turnover","Code":15,"ValidNominalType":"Turnover"},{"Name":"Other business income""#
                ))
        }
    }

    @Test func candidatesAreOfTheAreaWithoutControlAccounts() async throws {
        try await TestServer.run { server async throws in
            let id = try #require(try await server.get("/v2/nominals/4001").object["Id"] as? Int)
            _ = try await server.put("/v2/nominals/4905", #"{"Archived":true}"#)
            let answer = try await server.get("/v2/nominals/1/nominals?nominalId=\(id)")
            let codes = try (answer.object["m_Item1"] as? [[String: Any]])?.compactMap { $0["Code"] as? Int }
            #expect(codes == [4000, 4009, 4200, 4400, 4900, 4901, 4902, 4903, 4904, 4907, 4910])
            let whole = try await server.get("/v2/nominals/4001")
            #expect(answer.text.hasSuffix(#","m_Item2":\#(whole.text)}"#))
            let bank = try await server.get("/v2/nominals/3/nominals?nominalId=\(id)").text
            #expect(!bank.contains("1100") && bank.contains("1102"))
            #expect(
                try await server.get("/v2/nominals/1/nominals?nominalId=7").refuses(
                    .notFound, "NotFound", "There is no nominal 7."))
            #expect(
                try await server.get("/v2/nominals/4/nominals?nominalId=\(id)").names(
                    ("nominalType", "nominalType must be a whole number from 1 to 3.")))
        }
    }

    @Test func anyTokenReadsAndFullAccessWrites() async throws {
        try await TestServer.run { server async throws in
            let reader = try await server.user(with: .viewCustomer)
            #expect(try await reader.get("/v2/nominals").status == .ok)
            #expect(try await reader.get("/v2/nominals/4000").status == .ok)
            let refused = [
                try await reader.post("/v2/nominals", #"{"Name":"New"}"#),
                try await reader.put("/v2/nominals/4001", #"{"Name":"New"}"#),
                try await reader.delete("/v2/nominals/4001?assignedCode=4000"),
                try await reader.put("/v2/nominals/Code/4001?nominalCategory=1", nil),
                try await reader.post("/v2/internal/discountnominal", #"{"Name":"New"}"#),
            ]
            for answer in refused {
                #expect(
                    answer.refuses(.unauthorized, "PermissionDenied", "Permission FullAccess is required."))
            }
            #expect(try await server.get("/v2/nominals").rows.count == 139)
        }
    }

    @Test func anotherBusinessHasAChartOfItsOwn() async throws {
        try await TestServer.run { server async throws in
            _ = try await server.post("/v2/nominals", #"{"Name":"Workshop Hire","NomType":1}"#)
            let other = try await server.otherBusiness()
            #expect(try await other.get("/v2/nominals/4911").status == .notFound)
            #expect(try await other.get("/v2/nominals").rows.count == 139)
        }
    }
}
