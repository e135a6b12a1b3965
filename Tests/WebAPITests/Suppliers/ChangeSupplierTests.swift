import HTTPTypes
import Testing

@Suite struct ChangeSupplierTests {
    @Test func whatIsLeftOutGoesBackToItsDefault() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/suppliers", fullSupplier)
            server.clock.advance(by: .seconds(24 * 3_600))
            let token = try await server.server.signIn(server.server.owner)
            let answer = try await server.with(token).put(
                "/v2/suppliers/timb01", #"{"Name":"Timberyard & Sons"}"#)
            #expect(answer.status == .ok)
            #expect(answer.headers[.location] == nil)
            #expect(answer.text == SupplierText().with("LastUpdatedDate", #""2026-03-10 12:00:00""#).text)
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await TestServer.run { server in
            _ = try await server.post("/v2/suppliers", fullSupplier)
            let answer = try await server.put("/v2/suppliers/TIMB01", fullSupplierAnswer)
            #expect(answer.status == .ok)
            #expect(answer.text == fullSupplierAnswer)
        }
    }

    @Test func readOnlyMembersAreIgnored() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timberyard & Sons"))
            let answer = try await server.put(
                "/v2/suppliers/TIMB01",
                """
                {"Name":"Timberyard & Sons","Id":99,"CreatedDate":"1999-01-01","OutstandingBalance":"much",
                 "BilledNetAmount":5,"TotalDueAmount":5,"UsesDefaultPdftTheme":"no","SourceName":{},
                 "DoesSupplierHasTransactionsInVATReturn":true,"FirstPurchaseDate":7,"Colour":"blue"}
                """, loosely: true)
            #expect(answer.status == .ok)
            #expect(answer.text == SupplierText().text)
        }
    }

    @Test func anotherCodeIsARename() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timberyard & Sons"))
            let answer = try await server.put(
                "/v2/suppliers/TIMB01", #"{"Code":"Quay/7","Name":"Timberyard & Sons"}"#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/suppliers/Quay%2F7")
            #expect(answer.text == SupplierText("Quay/7").text)
            #expect(try await server.get("/v2/suppliers/TIMB01").status == .notFound)
            #expect(try await server.get("/v2/suppliers/quay%2f7").text == answer.text)
            // Another case is no other code.
            let same = try await server.put(
                "/v2/suppliers/quay%2F7", #"{"Code":"QUAY/7","Name":"Timberyard & Sons"}"#)
            #expect(same.status == .ok)
            #expect(same.text == SupplierText("QUAY/7").text)
        }
    }

    @Test func aRenameToATakenCodeChangesNothing() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"), ("IRON01", "Iron"))
            let before = try await server.get("/v2/suppliers/TIMB01").text
            // Creation alone makes other codes.
            for more in ["", #","CreateSupplierCodeIfDuplicate":true"#] {
                let answer = try await server.put(
                    "/v2/suppliers/TIMB01", #"{"Code":"iron01","Name":"New"\#(more)}"#)
                #expect(
                    answer.refuses(
                        .badRequest, "DuplicateCode", "The code iron01 is taken by another supplier."))
            }
            #expect(try await server.get("/v2/suppliers/TIMB01").text == before)
        }
    }

    @Test func aChangeMakesNoName() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let answer = try await server.put(
                "/v2/suppliers/TIMB01", #"{"CreateSupplierNameIfEmptyOrNull":true}"#)
            #expect(answer.names(("Name", "Name must not be empty.")))
            #expect(try await server.supplierCodes("?namestartswith=timber") == ["TIMB01"])
        }
    }

    @Test func contactsKeepTheirIdsAndOthersCannotBeTaken() async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/suppliers",
                #"{"Code":"A","Name":"A","Contacts":[{"Firstname":"Ines"},{"Firstname":"Tom"},{"Firstname":"Ada"}]}"#
            )
            try await server.addSuppliers(("B", "B"))
            let kept = try await server.put(
                "/v2/suppliers/A",
                #"{"Name":"A","Contacts":[{"Id":3,"Firstname":"Ada B"},{"Firstname":"New"},{"Id":1,"Firstname":"Ines"}]}"#
            )
            let contacts = try #require(kept.object["Contacts"] as? [[String: Any]])
            #expect(contacts.map { $0["Id"] as? Int } == [3, 4, 1])
            #expect(contacts.map { $0["Firstname"] as? String } == ["Ada B", "New", "Ines"])
            let taken = try await server.put(
                "/v2/suppliers/B", #"{"Name":"B","Contacts":[{"Firstname":"Own"},{"Id":1}]}"#)
            #expect(
                taken.names(("Contacts[1].Id", "Contacts[1].Id names no contact of this supplier.")))
            #expect(try await server.get("/v2/suppliers/A").text == kept.text)
            #expect(try await server.get("/v2/suppliers/B").text == SupplierText("B", "B", id: 2).text)
        }
    }
}
