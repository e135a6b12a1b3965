import HTTPTypes
import Testing

@Suite struct CreateSupplierTests {
    @Test func answersInFullAndSaysWhere() async throws {
        try await TestServer.run { server in
            let answer = try await server.post("/v2/suppliers", fullSupplier)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/suppliers/TIMB01")
            #expect(answer.text == fullSupplierAnswer)
            let read = try await server.get("/v2/suppliers/TIMB01")
            #expect(read.status == .ok)
            #expect(read.text == answer.text)
        }
    }

    @Test func aNameIsEnoughAndACodeIsMadeOfIt() async throws {
        try await TestServer.run { server in
            let first = try await server.post("/v2/suppliers", #"{"name":" Timberyard & Sons "}"#)
            #expect(first.status == .created)
            #expect(first.headers[.location] == "/v2/suppliers/TIMB01")
            #expect(first.text == SupplierText().text)
            let second = try await server.post("/v2/suppliers", #"{"Name":"Timberyard & Sons","Code":null}"#)
            #expect(second.text == SupplierText("TIMB02", id: 2).text)
        }
    }

    @Test func customersAndSuppliersCountAndCodeApart() async throws {
        try await TestServer.run { server in
            try await server.add(("TIMB01", "Timber"), ("TIMB02", "Timber"))
            #expect(try await server.supplierTotal() == 0)
            let answer = try await server.post("/v2/suppliers", #"{"Name":"Timberyard & Sons"}"#)
            #expect(answer.text == SupplierText().text)
            #expect(try await server.delete("/v2/suppliers/TIMB01").status == .noContent)
            #expect(try await server.codes() == ["TIMB01", "TIMB02"])
        }
    }

    @Test(arguments: ["TIMB01", "timb01", " Timb01 "])
    func aTakenCodeIsRefusedWhateverItsCase(code: String) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let answer = try await server.post("/v2/suppliers", #"{"Code":"\#(code)","Name":"Other"}"#)
            let shown = code.filter { $0 != " " }
            #expect(
                answer.refuses(
                    .badRequest, "DuplicateCode", "The code \(shown) is taken by another supplier."))
            #expect(try await server.supplierTotal() == 1)
        }
    }

    @Test func aTakenCodeIsReplacedWhenThatIsAskedFor() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let answer = try await server.post(
                "/v2/suppliers", #"{"Code":"timb01","Name":"Other","CreateSupplierCodeIfDuplicate":true}"#)
            #expect(answer.text == SupplierText("OTHE01", "Other", id: 2).text)
        }
    }

    @Test(arguments: [
        (#""Contacts":[{"Firstname":"Ada","LastName":"Okoro"}]"#, "Ada Okoro"),
        (#""Name":"  ","Contacts":[{"Email":"a@t.example"}]"#, "a@t.example"),
        (#""Name":null,"Code":"S7""#, "S7"), (#""Name":null"#, "New supplier"), (#""Name":"Given""#, "Given"),
    ])
    func aNameIsInventedWhenThatIsAskedFor(members: String, name: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/suppliers", #"{"CreateSupplierNameIfEmptyOrNull":true,\#(members)}"#)
            #expect(answer.status == .created)
            #expect(try answer.object["Name"] as? String == name)
        }
    }

    @Test(arguments: [
        (#""IsRegisteredInEC":true"#, "EU"), (#""IsRegisteredInEC":false"#, "Domestic"),
        (#""TradeBorderType":"restofworld","IsRegisteredInEC":true"#, "Rest of World"),
    ])
    func theOlderBorderFlagCountsOnlyWithoutTheNewerType(members: String, border: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/suppliers", #"{"Name":"Timberyard & Sons",\#(members)}"#, loosely: true)
            #expect(
                answer.text
                    == SupplierText().with("TradeBorderType", #""\#(border)""#)
                    .with("IsRegisteredInEC", "\(border == "EU")").text)
        }
    }

    @Test(arguments: ["-1", "-1.0", "-1e0", "null"])
    func noRateIsSentInMoreThanOneWay(sent: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/suppliers", #"{"Name":"Timberyard & Sons","WithholdingTaxRate":\#(sent)}"#)
            #expect(answer.text == SupplierText().text)
        }
    }

    @Test func objectsOfNothingAreUnset() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/suppliers",
                #"{"Name":"Timberyard & Sons","Address":{"Line1":" "},"BankAccount":{},"Currency":{}}"#)
            #expect(answer.text == SupplierText().text)
        }
    }

    @Test func whatIsSentTwiceAtOnceGetsTwoCodes() async throws {
        try await TestServer.run { server in
            let places = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await server.post("/v2/suppliers", #"{"Name":"Timber"}"#).headers[.location]
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1 ?? "") }
            }
            #expect(places == Set((1...20).map { "/v2/suppliers/TIMB\($0 < 10 ? "0" : "")\($0)" }))
        }
    }
}
