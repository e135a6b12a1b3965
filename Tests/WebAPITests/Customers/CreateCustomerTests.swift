import HTTPTypes
import Testing

@Suite struct CreateCustomerTests {
    @Test func answersInFullAndSaysWhere() async throws {
        try await TestServer.run { server in
            let answer = try await server.addFullCustomer()
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/customers/HARB01")
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            #expect(answer.text == fullAnswer(key: try answer.customerKey))
            let read = try await server.get("/v2/customers/HARB01")
            #expect(read.status == .ok)
            #expect(read.text == answer.text)
        }
    }

    @Test func aNameIsEnoughAndNamesCountInAnyCase() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers",
                #"{"name":" Harbour Joinery Ltd ","CONTACTS":[{"firstname":"Ines"}],"Colour":"blue"}"#)
            #expect(answer.status == .created)
            let contact = """
                {"Id":1,"IsPrimary":false,"ReceiveEmails":false,"Name":null,"Title":null,"Firstname":"Ines",\
                "LastName":null,"Telephone":null,"Fax":null,"Mobile":null,"Website":null,"Email":null}
                """
            #expect(
                try answer.text
                    == CustomerText(key: answer.customerKey).with("Contacts", "[\(contact)]").text)
        }
    }

    @Test func aCodeIsMadeFromTheNameAndNeverTwice() async throws {
        try await TestServer.run { server in
            for code in ["HARB01", "HARB02", "HARB03"] {
                let answer = try await server.post("/v2/customers", #"{"Name":"Harbour Joinery Ltd"}"#)
                #expect(answer.headers[.location] == "/v2/customers/\(code)")
            }
            let short = try await server.post("/v2/customers", #"{"Name":"Éa 3"}"#)
            #expect(short.headers[.location] == "/v2/customers/EAXX01")
        }
    }

    @Test(arguments: ["HARB01", "harb01", " Harb01 "])
    func aTakenCodeIsRefusedWhateverItsCase(code: String) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let answer = try await server.post("/v2/customers", #"{"Code":"\#(code)","Name":"Other"}"#)
            let shown = code.filter { $0 != " " }
            #expect(
                answer.refuses(
                    .badRequest, "DuplicateCode", "The code \(shown) is taken by another customer."))
            #expect(try await server.total() == 1)
        }
    }

    @Test func aTakenCodeIsReplacedWhenThatIsAskedFor() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let answer = try await server.post(
                "/v2/customers", #"{"Code":"harb01","Name":"Other","CreateCustomerCodeIfDuplicate":true}"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/customers/OTHE01")
        }
    }

    @Test(arguments: [
        (
            #"{"CreateCustomerNameIfEmptyOrNull":true,"Contacts":[{"Firstname":"Ines","LastName":"Okafor"}]}"#,
            "Ines Okafor"
        ),
        (
            #"{"CreateCustomerNameIfEmptyOrNull":true,"Name":"  ","Contacts":[{"Email":"i@h.example"}]}"#,
            "i@h.example"
        ),
        (#"{"CreateCustomerNameIfEmptyOrNull":true,"Name":null,"Code":"C7"}"#, "C7"),
        (#"{"CreateCustomerNameIfEmptyOrNull":true}"#, "New customer"),
        (#"{"CreateCustomerNameIfEmptyOrNull":true,"Name":"Given"}"#, "Given"),
    ])
    func aNameIsInventedWhenThatIsAskedFor(body: String, name: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post("/v2/customers", body)
            #expect(answer.status == .created)
            #expect(try answer.object["Name"] as? String == name)
        }
    }

    @Test(arguments: [
        (#""IsRegisteredInEC":true"#, "EU"),
        (#""IsRegisteredOutsideEC":true"#, "Rest of World"),
        (#""IsRegisteredOutsideEC":true,"IsRegisteredInEC":true"#, "EU"),
        (#""IsRegisteredInEC":false"#, "Domestic"),
        (#""TradeBorderType":"Domestic","IsRegisteredInEC":true"#, "Domestic"),
        (#""IsRegisteredInEC":true,"tradeBorderType":null"#, "Domestic"),
        (#""TradeBorderType":"Rest of World""#, "Rest of World"),
    ])
    func theOlderBorderFlagsCountOnlyWithoutTheNewerType(members: String, border: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers", #"{"Name":"Harbour Joinery Ltd",\#(members)}"#)
            let (isEU, isWorld) = (border == "EU", border == "Rest of World")
            #expect(
                try answer.text
                    == CustomerText(key: answer.customerKey).with("TradeBorderType", #""\#(border)""#)
                    .with("IsRegisteredInEC", "\(isEU)").with("IsRegisteredOutsideEC", "\(isWorld)").text)
        }
    }

    @Test func olderNamesOfWithholdingTaxAreReadAndWritten() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers",
                #"{"Name":"Harbour Joinery Ltd","ApplyWHT":true,"WHTRate":2e1,"WHTReferences":[{"Name":"Ref","Value":"7"}]}"#
            )
            let references = #"[{"Name":"Ref","Value":"7"}]"#
            #expect(
                try answer.text
                    == CustomerText(key: answer.customerKey).with("ApplyWithholdingTax", "true")
                    .with("ApplyWHT", "true").with("WithholdingTaxRate", "20.0000").with("WHTRate", "20.0000")
                    .with("WithholdingTaxReferences", references).with("WHTReferences", references).text)
        }
    }

    @Test func looseSpellingsThatClientsSendAreRead() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/customers",
                """
                {"Name":"Harbour Joinery Ltd","ShowDiscount":1,"TradeBorderType":"restofworld",
                 "PaymentTerms":{"Days":30.0,"Type":"aftermonthend"},"Currency":{"Code":"usd","ExchangeRate":125e-2},
                 "CustomCheckBoxes":[{"Name":"A","Value":"1"},{"Name":"B","Value":0},{"Name":"C","Value":true}]}
                """, loosely: true)
            let boxes = #"[{"Name":"A","Value":true},{"Name":"B","Value":false},{"Name":"C","Value":true}]"#
            let dollar = """
                {"Name":"US Dollar","Symbol":"$","DisplaySymbolOnRight":false,"Code":"USD","ExchangeRate":1.2500}
                """
            #expect(
                try answer.text
                    == CustomerText(key: answer.customerKey).with("ShowDiscount", "true")
                    .with("TradeBorderType", #""Rest of World""#).with("IsRegisteredOutsideEC", "true")
                    .with("PaymentTerms", #"{"Type":"AfterMonthEnd","Days":30}"#).with("Currency", dollar)
                    .with("CustomCheckBoxes", boxes).text)
        }
    }

    @Test func whatIsSentTwiceAtOnceGetsTwoCodes() async throws {
        try await TestServer.run { server in
            let places = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await server.post("/v2/customers", #"{"Name":"Harbour"}"#).headers[.location]
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1 ?? "") }
            }
            #expect(places == Set((1...20).map { "/v2/customers/HARB\($0 < 10 ? "0" : "")\($0)" }))
        }
    }

    @Test func idsAreNeverGivenAgain() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"))
            #expect(try await server.delete("/v2/customers/B").status == .noContent)
            let answer = try await server.post("/v2/customers", #"{"Code":"B","Name":"B"}"#)
            #expect(try answer.object["Id"] as? Int == 3)
        }
    }
}
