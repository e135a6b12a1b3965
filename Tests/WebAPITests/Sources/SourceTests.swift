import HTTPTypes
import Testing

@Suite struct SourceTests {
    @Test func aNewBusinessHasNone() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.sources() == "[]")
            #expect(try await server.get("/v2/sources?onlySources=true").text == "[]")
        }
    }

    @Test func aNewOneIsAnsweredInFullAndFoundByItsNameInAnyCase() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/sources/createSource",
                #"{"Name":" Harbour Fair ","CostOfSource":250.005,"NumberOfCustomer":9}"#)
            #expect(answer.status == .created)
            #expect(answer.text == sourceText(1, "Harbour Fair", cost: "250.0100"))
            for name in ["Harbour%20Fair", "HARBOUR+FAIR", "%20harbour%20fair%20"] {
                let found = try await server.get("/v2/sources/getSource?sourceName=\(name)")
                #expect(found.status == .ok && found.text == answer.text)
            }
        }
    }

    @Test func theListIsByNameWithEachOnesCustomers() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Word of mouth", "Éclair weekly", "fair")
            for (code, source) in [("A", 1), ("B", 3), ("C", 0), ("D", 3)] {
                try await server.add(customer: code, from: source)
            }
            let archived = try await server.put("/v2/internal/customers/archive", #"["D"]"#)
            #expect(archived.status == .noContent)
            let fair = sourceText(3, "fair", customers: [(2, "B"), (4, "D")])
            let mouth = sourceText(1, "Word of mouth", customers: [(1, "A")])
            #expect(try await server.sources() == "[\(sourceText(2, "Éclair weekly")),\(fair),\(mouth)]")
            #expect(try await server.get("/v2/sources?onlySources=0").text == server.sources())
            #expect(try await server.get("/v2/sources/getSource?sourceName=FAIR").text == fair)
            #expect(
                try await server.get("/v2/sources?OnlySources=true").text
                    == #"[{"Id":2,"Name":"Éclair weekly"},{"Id":3,"Name":"fair"},{"Id":1,"Name":"Word of mouth"}]"#
            )
            #expect(try await server.get("/v2/sources?page=2").text == "[]")
            #expect(try await server.get("/v2/sources?page=2&onlySources=true").text == "[]")
        }
    }

    @Test func aChangeKeepsTheCustomersAndPutsACostThatIsLeftOutBack() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair", "Press")
            try await server.add(customer: "A", from: 1)
            let costly = try await server.put("/v2/sources/1", #"{"Name":"Fair 2026","CostOfSource":12}"#)
            #expect(costly.status == .ok)
            #expect(costly.text == sourceText(1, "Fair 2026", cost: "12.0000", customers: [(1, "A")]))
            let renamed = try await server.put("/v2/sources/1", #"{"Name":"FAIR 2026"}"#)
            #expect(renamed.status == .ok)
            #expect(renamed.text == sourceText(1, "FAIR 2026", customers: [(1, "A")]))
        }
    }

    @Test func aTakenNameIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Straße", "Press")
            let before = try await server.sources()
            for answer in [
                try await server.post("/v2/sources/createSource", #"{"Name":"STRASSE"}"#),
                try await server.put("/v2/sources/2", #"{"Name":"STRASSE","CostOfSource":5}"#),
            ] {
                #expect(
                    answer.refuses(
                        .badRequest, "DuplicateCode", "The name STRASSE is taken by another source."))
            }
            #expect(try await server.sources() == before)
            // Another accent is another name.
            try await server.add(sources: "Prëss")
        }
    }

    @Test func deletingLeavesItsCustomersWithoutOneAndSaysSoInTheirDate() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair", "Press")
            for (code, source) in [("A", 1), ("B", 2)] { try await server.add(customer: code, from: source) }
            server.clock.advance(by: .seconds(3 * 86_400))
            let later = server.with(try await server.server.signIn(server.server.owner))
            #expect(try await later.delete("/v2/sources/deleteSource?name=FAIR").status == .noContent)
            #expect(try await later.sources() == "[\(sourceText(2, "Press", customers: [(2, "B")]))]")
            let one = try await later.get("/v2/customers/A").object
            #expect(one["Source"] as? Int == 0)
            #expect(one["LastUpdatedDate"] as? String == "2026-03-12 12:00:00")
            let other = try await later.get("/v2/customers/B").object
            #expect(other["Source"] as? Int == 2)
            #expect(other["LastUpdatedDate"] as? String == "2026-03-09 12:00:00")
            // A new one of the same name is another one.
            try await later.add(sources: "Fair")
            let again = try await later.get("/v2/sources/getSource?sourceName=fair")
            #expect(again.text == sourceText(3, "Fair"))
        }
    }

    @Test func whatIsNotThereIs404AndNothingChanges() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair")
            let before = try await server.sources()
            for (answer, asked) in [
                (try await server.get("/v2/sources/getSource?sourceName=Press"), "Press"),
                (try await server.delete("/v2/sources/deleteSource?name=Press"), "Press"),
                (try await server.put("/v2/sources/2", #"{"Name":"New"}"#), "2"),
                (try await server.put("/v2/sources/Fair", #"{"Name":"New"}"#), "Fair"),
                (try await server.put("/v2/sources/0", #"{"Name":"New"}"#), "0"),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no source \(asked)."))
            }
            #expect(try await server.sources() == before)
        }
    }

    @Test func fd27_anotherBusinesssSourcesAreNotThere() async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair")
            let before = try await server.sources()
            let other = try await server.otherBusiness()
            #expect(try await other.sources() == "[]")
            #expect(try await other.get("/v2/sources/getSource?sourceName=Fair").status == .notFound)
            #expect(try await other.put("/v2/sources/1", #"{"Name":"Mine"}"#).status == .notFound)
            #expect(try await other.delete("/v2/sources/deleteSource?name=Fair").status == .notFound)
            #expect(try await server.sources() == before)
        }
    }
}
