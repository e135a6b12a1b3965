import HTTPTypes
import Testing

@Suite struct ChangeCustomerTests {
    @Test func whatIsLeftOutGoesBackToItsDefault() async throws {
        try await TestServer.run { server in
            let key = try await server.addFullCustomer().customerKey
            server.clock.advance(by: .seconds(24 * 3_600))
            let token = try await server.server.signIn(server.server.owner)
            let answer = try await server.with(token).put(
                "/v2/customers/HARB01", #"{"Name":"Harbour Joinery Ltd"}"#)
            #expect(answer.status == .ok)
            #expect(answer.headers[.location] == nil)
            #expect(
                answer.text
                    == CustomerText(key: key).with("LastUpdatedDate", #""2026-03-10 12:00:00""#).text)
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await TestServer.run { server in
            let created = try await server.addFullCustomer()
            let answer = try await server.put("/v2/customers/HARB01", created.text)
            #expect(answer.status == .ok)
            #expect(answer.text == created.text)
        }
    }

    @Test func readOnlyMembersAreIgnored() async throws {
        try await TestServer.run { server in
            let created = try await server.post("/v2/customers", #"{"Name":"Harbour Joinery Ltd"}"#)
            let answer = try await server.put(
                "/v2/customers/HARB01",
                """
                {"Name":"Harbour Joinery Ltd","Id":99,"CustomerKey":"x","Key":7,"CreatedDate":"1999-01-01",
                 "OutstandingBalance":"much","TotalPaidAmount":5,"DisplayName":"Other","Email":"other@x.example",
                 "UsesDefaultTheme":"no","SourceName":{}}
                """, loosely: true)
            #expect(answer.status == .ok)
            #expect(answer.text == created.text)
        }
    }

    @Test func aNewerMemberBeatsItsOlderCopy() async throws {
        try await TestServer.run { server in
            let created = try await server.post(
                "/v2/customers",
                #"{"Name":"Harbour Joinery Ltd","TradeBorderType":"EU","ApplyWithholdingTax":true,"WithholdingTaxRate":20}"#
            )
            var sent = created.text
            for (old, new) in [
                (#""TradeBorderType":"EU""#, #""TradeBorderType":"Domestic""#),
                (#""ApplyWithholdingTax":true"#, #""ApplyWithholdingTax":false"#),
                (#""WithholdingTaxRate":20.0000"#, #""WithholdingTaxRate":null"#),
            ] {
                sent = sent.replacing(old, with: new)
            }
            let answer = try await server.put("/v2/customers/HARB01", sent)
            #expect(answer.status == .ok)
            #expect(try answer.text == CustomerText(key: created.customerKey).text)
        }
    }

    @Test func anotherCodeIsARename() async throws {
        try await TestServer.run { server in
            let created = try await server.post("/v2/customers", #"{"Name":"Harbour Joinery Ltd"}"#)
            let answer = try await server.put(
                "/v2/customers/HARB01", #"{"Code":"Quay/7","Name":"Harbour Joinery Ltd"}"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/customers/Quay%2F7")
            #expect(try answer.text == CustomerText("Quay/7", key: created.customerKey).text)
            #expect(try await server.get("/v2/customers/HARB01").status == .notFound)
            #expect(try await server.get("/v2/customers/quay%2f7").text == answer.text)
        }
    }

    @Test func anotherCaseOfTheCodeIsNoRename() async throws {
        try await TestServer.run { server in
            let key = try await server.post("/v2/customers", #"{"Name":"Harbour Joinery Ltd"}"#).customerKey
            let answer = try await server.put(
                "/v2/customers/HARB01", #"{"Code":"Harb01","Name":"Harbour Joinery Ltd"}"#)
            #expect(answer.status == .ok)
            #expect(answer.text == CustomerText("Harb01", key: key).text)
        }
    }

    @Test func aRenameToATakenCodeChangesNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"), ("QUAY01", "Quay"))
            let before = try await server.get("/v2/customers/HARB01").text
            let answer = try await server.put("/v2/customers/HARB01", #"{"Code":"quay01","Name":"New"}"#)
            #expect(
                answer.refuses(.badRequest, "DuplicateCode", "The code quay01 is taken by another customer."))
            #expect(try await server.get("/v2/customers/HARB01").text == before)
        }
    }

    @Test func contactsKeepTheirIdsAndTheMissingGo() async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/customers",
                #"{"Code":"A","Name":"A","Contacts":[{"Firstname":"Ines"},{"Firstname":"Tom"},{"Firstname":"Ada"}]}"#
            )
            let answer = try await server.put(
                "/v2/customers/A",
                #"{"Name":"A","Contacts":[{"Id":3,"Firstname":"Ada B"},{"Firstname":"New"},{"Id":1,"Firstname":"Ines"}]}"#
            )
            let contacts = try #require(answer.object["Contacts"] as? [[String: Any]])
            #expect(contacts.map { $0["Id"] as? Int } == [3, 4, 1])
            #expect(contacts.map { $0["Firstname"] as? String } == ["Ada B", "New", "Ines"])
        }
    }

    @Test func anotherCustomersContactCannotBeTaken() async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/customers", #"{"Code":"A","Name":"A","Contacts":[{"Firstname":"Ines"}]}"#)
            try await server.add(("B", "B"))
            let answer = try await server.put(
                "/v2/customers/B",
                #"{"Name":"B","Contacts":[{"Firstname":"Own"},{"Id":1,"Firstname":"Taken"}]}"#)
            #expect(
                answer.names(
                    (field: "Contacts[1].Id", message: "Contacts[1].Id names no contact of this customer.")))
            #expect(try await server.get("/v2/customers/B").object["Contacts"] as? [String] == [])
            let ines = try await server.get("/v2/customers/A").object["Contacts"] as? [[String: Any]]
            #expect(ines?.first?["Firstname"] as? String == "Ines")
        }
    }

    @Test(arguments: [("true", true), ("0", true), ("", true), ("maybe", false)])
    func updatingInvoicesIsTaken(sent: String, isRight: Bool) async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"))
            let answer = try await server.put(
                "/v2/customers/A?UpdateInvoicesAddress=\(sent)", #"{"Name":"B"}"#)
            if isRight {
                #expect(answer.status == .ok)
            } else {
                #expect(
                    answer.names(
                        (
                            field: "updateInvoicesAddress",
                            message: "updateInvoicesAddress must be true or false."
                        )))
                #expect(try await server.get("/v2/customers/A").object["Name"] as? String == "A")
            }
        }
    }
}
