import FrontDoor
import Testing

@Suite struct DocumentNoteTests {
    @Test(arguments: [("invoices", "invoice"), ("quotes", "quote")])
    func aDocumentHasNotesOfItsOwnUntilItGoes(kind: String, what: String) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            for _ in 1...2 {
                let made = try await server.post(
                    "/v2/\(kind)",
                    #"{"CustomerCode":"HARB01","LineItems":[{"Description":"A door","Rate":100}]}"#)
                try #require(made.status == .created)
            }
            let made = try await server.post("/v2/\(kind)/2/notes", #"{"Text":"Called"}"#)
            #expect(made.status == .created && made.text == noteText(1, "Called"))
            #expect(made.headers[.location] == "/v2/\(kind)/2/notes/1")
            #expect(try await server.notes("\(what)/2") == "[\(noteText(1, "Called"))]")
            #expect(try await server.notes("\(kind)/1") == "[]")
            #expect(
                try await server.put("/v2/\(kind)/2/notes/1", #"{"Text":"Called back"}"#).text
                    == noteText(1, "Called back"))
            for number in ["3", "two"] {
                #expect(
                    try await server.post("/v2/\(kind)/\(number)/notes", #"{"Text":"Called"}"#).refuses(
                        .notFound, "NotFound", "There is no \(what) \(number)."))
            }
            #expect(try await server.delete("/v2/\(kind)/2").status == .noContent)
            #expect(try await server.get("/v2/\(kind)/2/notes").status == .notFound)
            #expect(try !server.server.place.book(server.server.business).tables.contains("note"))
        }
    }

    @Test func aNoteNeedsWhatItsDocumentNeeds() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            let viewer = try await server.user(with: .viewQuote)
            #expect(
                try await viewer.get("/v2/invoices/1/notes").refuses(
                    .unauthorized, "PermissionDenied", "Permission ViewInvoice is required."))
            #expect(
                try await viewer.post("/v2/quotes/1/notes", #"{"Text":"A"}"#).refuses(
                    .unauthorized, "PermissionDenied", "Permission EditQuote is required."))
        }
    }
}
