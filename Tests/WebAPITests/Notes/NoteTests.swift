import FrontDoor
import HTTPTypes
import Testing

@Suite struct NoteTests {
    @Test(arguments: notedParties)
    func aNoteIsWrittenReadChangedAndDeleted(kind: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.addParties()
            let path = "\(kind)/\(code)"
            #expect(try await server.notes(path) == "[]")
            let made = try await server.post(
                "/v2/\(path)/notes", #"{"Number":9,"Text":" Called.\nTwice. ","LastModifiedBy":"x"}"#)
            #expect(made.status == .created)
            #expect(made.headers[.location] == "/v2/\(path)/notes/1")
            #expect(made.text == noteText(1, #"Called.\nTwice."#))
            try await server.note(path, "Paid")
            #expect(try await server.notes(path) == "[\(made.text),\(noteText(2, "Paid"))]")
            #expect(try await server.get("/v2/\(path)/notes?page=2").text == "[]")
            let changed = try await server.put(
                "/v2/\(path)/notes/2", #"{"Number":2,"Text":"Paid in full"}"#)
            #expect(changed.status == .ok)
            #expect(changed.text == noteText(2, "Paid in full"))
            #expect(try await server.get("/v2/\(path)/notes/2").text == changed.text)
            #expect(try await server.delete("/v2/\(path)/notes/1").status == .noContent)
            #expect(try await server.notes(path) == "[\(changed.text)]")
        }
    }

    @Test func numbersCountWithinEachAndAreNotGivenTwice() async throws {
        try await TestServer.run { server in
            try await server.addParties()
            try await server.add(("QUAY01", "Quay"))
            for path in ["customers/HARB01", "customers/QUAY01", "suppliers/TIMB01"] {
                for text in ["A", "B"] { try await server.note(path, text) }
            }
            #expect(try await server.delete("/v2/customers/HARB01/notes/2").status == .noContent)
            try await server.note("customers/HARB01", "C")
            #expect(
                try await server.notes("customers/HARB01") == "[\(noteText(1, "A")),\(noteText(3, "C"))]")
            for path in ["customers/QUAY01", "suppliers/TIMB01"] {
                #expect(try await server.notes(path) == "[\(noteText(1, "A")),\(noteText(2, "B"))]")
            }
        }
    }

    @Test func aNoteHasTheNameOfWhoChangedItLastAndKeepsItsDate() async throws {
        try await TestServer.run { server in
            try await server.addParties()
            try await server.note("customers/HARB01", "A")
            server.clock.advance(by: .seconds(2 * 86_400))
            let editor = try await server.user(with: .editCustomer, .viewCustomer)
            let name = try #require(
                try await editor.put("/v2/customers/HARB01/notes/1", #"{"Text":"B"}"#)
                    .object["LastModifiedBy"] as? String)
            #expect(name.hasPrefix("user."))
            #expect(
                try await editor.get("/v2/customers/HARB01/notes/1").text == noteText(1, "B", by: name))
            let today = try await editor.post("/v2/customers/HARB01/notes", #"{"Text":"C"}"#)
            #expect(today.text == noteText(2, "C", date: "2026-03-11", by: name))
        }
    }

    @Test(arguments: [
        ("2026-01-05", "2026-01-05"), ("2026-01-05 12:00:00", "2026-01-05"), ("20260105", "2026-01-05"),
        ("2026-06-08T23:00:00Z", "2026-06-09"), ("", "2026-03-09"),
    ])
    func aDateThatIsSentIsKept(sent: String, date: String) async throws {
        try await TestServer.run { server in
            try await server.addParties()
            let body = #"{"Text":"A","Date":"\#(sent)"}"#
            let made = try await server.post("/v2/customers/HARB01/notes", body)
            #expect(made.text == noteText(1, "A", date: date))
            try await server.note("customers/HARB01", "A")
            let changed = try await server.put("/v2/customers/HARB01/notes/2", body)
            #expect(changed.text == noteText(2, "A", date: date))
            let kept = try await server.put("/v2/customers/HARB01/notes/2", #"{"Text":"B"}"#)
            #expect(kept.text == noteText(2, "B", date: date))
        }
    }

    @Test(arguments: ["customers", "Customer", "1", "CUSTOMERS"], ["HARB%2F01", "harb%2f01"])
    func theKindIsReadInAnyFormAndThePlaceIsToldInOne(kind: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.add(("Harb/01", "Harbour"))
            let made = try await server.post("/v2/\(kind)/\(code)/notes", #"{"Text":"A"}"#)
            #expect(made.headers[.location] == "/v2/customers/Harb%2F01/notes/1")
            #expect(try await server.get("/v2/\(kind)/\(code)/notes/1").text == made.text)
        }
    }

    @Test(arguments: ["suppliers", "Supplier", "2"])
    func suppliersAreNamedAsFreely(kind: String) async throws {
        try await TestServer.run { server in
            try await server.addParties()
            let made = try await server.post("/v2/\(kind)/timb01/notes", #"{"Text":"A"}"#)
            #expect(made.headers[.location] == "/v2/suppliers/TIMB01/notes/1")
        }
    }

    @Test func archivedOnesMayBeNoted() async throws {
        try await TestServer.run { server in
            try await server.addParties()
            #expect(
                try await server.put("/v2/internal/customers/archive", #"["HARB01"]"#).status == .noContent)
            try await server.note("customers/HARB01", "A")
            #expect(try await server.put("/v2/customers/HARB01/notes/1", #"{"Text":"B"}"#).status == .ok)
            #expect(try await server.notes("customers/HARB01") == "[\(noteText(1, "B"))]")
        }
    }

    @Test(arguments: notedParties)
    func notesGoWithWhatTheyAreAboutAndTheCodesNextOwnerHasNone(kind: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.addParties()
            try await server.note("\(kind)/\(code)", "A")
            #expect(try await server.delete("/v2/\(kind)/\(code)").status == .noContent)
            #expect(try await server.get("/v2/\(kind)/\(code)/notes").status == .notFound)
            #expect(
                try await server.post("/v2/\(kind)", #"{"Code":"\#(code)","Name":"Next"}"#).status == .created
            )
            #expect(try await server.notes("\(kind)/\(code)") == "[]")
        }
    }
}
