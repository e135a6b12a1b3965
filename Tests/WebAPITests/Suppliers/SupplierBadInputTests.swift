import HTTPTypes
import Testing

@Suite struct SupplierBadInputTests {
    /// Sends a bad body to both calls that take a supplier, and looks whether anything changed.
    private func refusals(of body: String, _ look: (TestAnswer) throws -> Void) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let before = try await server.get("/v2/suppliers/TIMB01").text
            try look(await server.post("/v2/suppliers", body))
            try look(await server.put("/v2/suppliers/TIMB01", body))
            #expect(try await server.supplierTotal() == 1)
            #expect(try await server.get("/v2/suppliers/TIMB01").text == before)
        }
    }

    @Test(arguments: [
        (#"{}"#, "Name", "is required."), (#"{"Name":null}"#, "Name", "is required."),
        (#"{"Name":" "}"#, "Name", "must not be empty."), (#"{"Name":7}"#, "Name", "has the wrong type."),
        (#"{"Name":"A","Code":"..""# + "}", "Code", "must not be '..', which is a path of its own."),
        (
            #"{"Name":"A","Code":"Statistics"}"#, "Code",
            "must not be 'Statistics', which is a path of its own."
        ),
        (#"{"Name":"A","Address":[]}"#, "Address", "has the wrong type."),
        (
            #"{"Name":"A","Address":{"Line1":"a\u0007"}}"#, "Address.Line1",
            "must not have control characters."
        ),
        (
            #"{"Name":"A","Address":{"CountryCode":"QQ"}}"#, "Address.CountryCode",
            "must be an ISO 3166-1 country code of two letters, as GB."
        ),
        (#"{"Name":"A","BankAccount":"x"}"#, "BankAccount", "has the wrong type."),
        (#"{"Name":"A","BankAccount":{"Number":12345678}}"#, "BankAccount.Number", "has the wrong type."),
        (
            #"{"Name":"A","Currency":{"Code":"QQQ"}}"#, "Currency.Code",
            "must be an ISO 4217 currency code of three letters, as EUR."
        ),
        (#"{"Name":"A","PaymentTerms":{"Type":"AfterMonthEnd"}}"#, "PaymentTerms.Days", "is required."),
        (#"{"Name":"A","Currency":{"ExchangeRate":2}}"#, "Currency.Code", "is required."),
        (
            #"{"Name":"A","Currency":{"Code":"GBP","ExchangeRate":0.5}}"#, "Currency.ExchangeRate",
            "must be 1: GBP is the home currency."
        ),
        (
            #"{"Name":"A","PaymentMethod":-1}"#, "PaymentMethod",
            "must be a whole number from 0 to 2147483647."
        ),
        (
            #"{"Name":"A","DefaultPdfTheme":1.5}"#, "DefaultPdfTheme",
            "must be a whole number from 0 to 2147483647."
        ),
        (#"{"Name":"A","DefaultVatRate":100.01}"#, "DefaultVatRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","DefaultVatRate":-1}"#, "DefaultVatRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","WithholdingTaxRate":-2}"#, "WithholdingTaxRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","WithholdingTaxRate":-0.5}"#, "WithholdingTaxRate", "must be a number from 0 to 100."),
        (#"{"Name":"A","VatExempt":"yes"}"#, "VatExempt", "has the wrong type."),
        (
            #"{"Name":"A","TradeBorderType":"Mars"}"#, "TradeBorderType",
            "must be one of Domestic, EU, Rest of World."
        ),
        (
            #"{"Name":"A","WithholdingTaxReferences":[{"Value":"x"}]}"#, "WithholdingTaxReferences[0].Name",
            "is required."
        ),
        (#"{"Name":"A","Contacts":[{},{"Email":5}]}"#, "Contacts[1].Email", "has the wrong type."),
    ])
    func aBadFieldIsNamed(body: String, field: String, rule: String) async throws {
        try await refusals(of: body) { answer in
            #expect(answer.names((field, "\(field) \(rule)")))
        }
    }

    @Test func everyWrongFieldIsToldAtOnce() async throws {
        let body = """
            {"Code":"statistics","Name":7,"Contacts":[{"Title":false}],"Address":{"CountryCode":"12"},
             "BankAccount":{"Name":"\(String(repeating: "x", count: 201))"},"DefaultVatRate":"20",
             "WithholdingTaxReferences":[{"Name":" "}],"VatNumber":"\(String(repeating: "x", count: 256))"}
            """
        try await refusals(of: body) { answer in
            #expect(
                answer.names(
                    ("Name", "Name has the wrong type."),
                    ("Contacts[0].Title", "Contacts[0].Title has the wrong type."),
                    ("BankAccount.Name", "BankAccount.Name must not be longer than 200 characters."),
                    ("DefaultVatRate", "DefaultVatRate has the wrong type."),
                    (
                        "WithholdingTaxReferences[0].Name",
                        "WithholdingTaxReferences[0].Name must not be empty."
                    ),
                    ("VatNumber", "VatNumber must not be longer than 255 characters."),
                    ("Code", "Code must not be 'statistics', which is a path of its own."),
                    (
                        "Address.CountryCode",
                        "Address.CountryCode must be an ISO 3166-1 country code of two letters, as GB."
                    )))
        }
    }

    @Test(arguments: [
        ("Name", 200), ("Code", 50), ("Note", 10_000), ("VatNumber", 255), ("UniqueEntityNumber", 255),
    ])
    func aTextIsBoundedInCharacters(member: String, most: Int) async throws {
        let name = member == "Name" ? "" : #""Name":"A","#
        func body(_ count: Int) -> String {
            #"{\#(name)"\#(member)":"\#(String(repeating: "é", count: count))"}"#
        }
        try await refusals(of: body(most + 1)) { answer in
            #expect(answer.names((member, "\(member) must not be longer than \(most) characters.")))
        }
        try await TestServer.run { server async throws in
            #expect(try await server.post("/v2/suppliers", body(most)).status == .created)
        }
    }

    @Test(arguments: ["[]", "null", "7", #""Timber""#])
    func aBodyThatIsNoObjectIsRefused(body: String) async throws {
        try await refusals(of: body) { answer in
            #expect(answer.names(("body", "The body must be an object.")))
        }
    }

    @Test func aWordThatIsAPathOfCustomersAloneIsASuppliersCode() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.post("/v2/suppliers", #"{"Name":"A","Code":"search"}"#).status == .created)
            #expect(try await server.get("/v2/suppliers/search").status == .ok)
        }
    }
}
