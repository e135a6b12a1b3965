import HTTPTypes
import Testing

/// What is made of objects that are not sent in full, for customers and suppliers alike.
@Suite struct PartyValueTests {
    @Test func aCustomersAddressWithoutACountryTakesTheCompanys() async throws {
        try await TestServer.run { server in
            let body = """
                {"Code":"A","Name":"A","Addresses":[{"Line1":"1 Road"},{},{"CountryCode":"FR"}],
                 "DeliveryAddresses":[{"PostCode":"PL1"},{},{"Name":"Yard"}]}
                """
            let created = try await server.post("/v2/customers", body)
            #expect(created.status == .created)
            #expect(try Self.countries(created, "Addresses") == ["GB", nil, "FR"])
            #expect(try Self.countries(created, "DeliveryAddresses") == ["GB", nil, "GB"])
            #expect(
                created.text.contains(
                    #"{"CountryName":"United Kingdom","CountryCode":"GB","Line1":"1 Road","#))
            #expect(try await server.get("/v2/customers/A").text == created.text)

            try await Self.move(server)
            let changed = try await server.put("/v2/customers/A", body)
            #expect(changed.status == .ok)
            #expect(try Self.countries(changed, "Addresses") == ["IE", nil, "FR"])
            #expect(try Self.countries(changed, "DeliveryAddresses") == ["IE", nil, "IE"])
        }
    }

    @Test func aSuppliersAddressWithoutACountryTakesTheCompanys() async throws {
        try await TestServer.run { server in
            let body = #"{"Code":"A","Name":"Zed Ltd","Address":{"Line1":"1 Road"}}"#
            let created = try await server.post("/v2/suppliers", body)
            #expect(created.status == .created)
            let road = #""Line1":"1 Road","Line2":null,"Line3":null,"Line4":null,"PostCode":null}"#
            let british = #"{"CountryName":"United Kingdom","CountryCode":"GB",\#(road)"#
            #expect(created.text == SupplierText("A", "Zed Ltd").with("Address", british).text)
            #expect(try await server.get("/v2/suppliers/A").text == created.text)

            try await Self.move(server)
            let irish = #"{"CountryName":"Ireland","CountryCode":"IE",\#(road)"#
            let changed = try await server.put("/v2/suppliers/A", body)
            #expect(changed.text == SupplierText("A", "Zed Ltd").with("Address", irish).text)
            let empty = try await server.put("/v2/suppliers/A", #"{"Name":"Zed Ltd","Address":{}}"#)
            #expect(empty.text == SupplierText("A", "Zed Ltd").text)
        }
    }

    @Test(arguments: ["customers", "suppliers"])
    func termsOfNothingAreTheAccountsOwn(family: String) async throws {
        try await TestServer.run { server in
            for terms in ["{}", #"{"Type":null,"Days":null}"#, "null"] {
                let answer = try await server.post(
                    "/v2/\(family)", #"{"Name":"A","PaymentTerms":\#(terms)}"#, loosely: true)
                #expect(answer.status == .created)
                #expect(answer.text.contains(#""PaymentTerms":null"#))
            }
            let days = try await server.post("/v2/\(family)", #"{"Name":"A","PaymentTerms":{"Days":0}}"#)
            #expect(days.text.contains(#""PaymentTerms":{"Type":"AfterIssuedDate","Days":0}"#))
        }
    }

    @Test(arguments: ["customers", "suppliers"])
    func theHomeCurrencyCanComeWithItsRateOfOne(family: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/\(family)", #"{"Name":"A","Currency":{"Code":"GBP","ExchangeRate":1.0000}}"#)
            #expect(answer.status == .created)
            #expect(answer.text.contains(#""Code":"GBP","ExchangeRate":1.0000}"#))
        }
    }

    /// Moves the company to Ireland.
    private static func move(_ server: SignedInServer) async throws {
        let answer = try await server.put(
            "/v2/settings/companydetails", #"{"BusinessType":1,"Address":{"CountryCode":"IE"}}"#)
        #expect(answer.status == .created)
    }

    /// The countries of a list of addresses, in its order.
    private static func countries(_ answer: TestAnswer, _ list: String) throws -> [String?] {
        let addresses = try #require(answer.object[list] as? [[String: Any]])
        return addresses.map { $0["CountryCode"] as? String }
    }
}
