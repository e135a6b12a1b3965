import FrontDoor
import HTTPTypes
import Testing

@Suite struct NoteRefusalTests {
    /// A 404 that is one to the last byte: it has no body at all.
    private func isBare(_ answer: TestAnswer) -> Bool {
        answer.status == .notFound && answer.text.isEmpty && answer.headers[.contentType] == nil
    }

    @Test(arguments: notedParties)
    func aNoteThatIsNotThereIs404WithoutABodyWhenRead(kind: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.addParties()
            try await server.note("\(kind)/\(code)", "A")
            let before = try await server.notes("\(kind)/\(code)")
            for number in ["2", "0", "-1", "A", "1.0", "99999999999999999999"] {
                let path = "/v2/\(kind)/\(code)/notes/\(number)"
                #expect(isBare(try await server.get(path)))
                for answer in [
                    try await server.put(path, #"{"Text":"B"}"#), try await server.delete(path),
                ] {
                    #expect(answer.refuses(.notFound, "NotFound", "There is no note \(number)."))
                }
            }
            #expect(isBare(try await server.get("/v2/\(kind)/NONE/notes/1")))
            #expect(try await server.notes("\(kind)/\(code)") == before)
        }
    }

    @Test(arguments: [("customers", "customer"), ("suppliers", "supplier")])
    func whatIsNotThereHasNoNotes(kind: String, word: String) async throws {
        try await TestServer.run { server async throws in
            let path = "/v2/\(kind)/NONE/notes"
            for answer in [
                try await server.get(path), try await server.post(path, #"{"Text":"A"}"#),
                try await server.put(path + "/1", #"{"Text":"A"}"#), try await server.delete(path + "/1"),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no \(word) NONE."))
            }
        }
    }

    @Test func aNoteIsReachedThroughNoOtherParent() async throws {
        try await TestServer.run { server in
            try await server.addParties()
            try await server.add(("QUAY01", "Quay"), ("TIMB01", "Another"))
            try await server.note("suppliers/TIMB01", "Secret")
            let before = try await server.notes("suppliers/TIMB01")
            for path in ["customers/HARB01", "customers/QUAY01", "customers/TIMB01"] {
                #expect(try await server.notes(path) == "[]")
                let note = "/v2/\(path)/notes/1"
                #expect(isBare(try await server.get(note)))
                #expect(try await server.put(note, #"{"Text":"Mine"}"#).status == .notFound)
                #expect(try await server.delete(note).status == .notFound)
            }
            #expect(try await server.notes("suppliers/TIMB01") == before)
        }
    }

    @Test func fd27_anotherBusinesssNotesAreNotThere() async throws {
        try await TestServer.run { server in
            try await server.addParties()
            let other = try await server.otherBusiness()
            for (kind, code) in notedParties {
                try await server.note("\(kind)/\(code)", "Secret")
                let path = "/v2/\(kind)/\(code)/notes"
                #expect(try await other.get(path).status == .notFound)
            }
            // The same codes, ids and numbers, each in its own book.
            try await other.addParties()
            for (kind, code) in notedParties {
                let path = "/v2/\(kind)/\(code)/notes"
                #expect(try await other.get(path).text == "[]")
                #expect(isBare(try await other.get(path + "/1")))
                #expect(try await other.put(path + "/1", #"{"Text":"Mine"}"#).status == .notFound)
                #expect(try await other.delete(path + "/1").status == .notFound)
                try await other.note("\(kind)/\(code)", "Mine")
                #expect(try await server.notes("\(kind)/\(code)") == "[\(noteText(1, "Secret"))]")
            }
        }
    }

    @Test(arguments: [
        ("[]", "body", "The body must be an object."), ("{}", "Text", "Text is required."),
        (#"{"Text":null}"#, "Text", "Text is required."),
        (#"{"Text":" \n "}"#, "Text", "Text must not be empty."),
        (#"{"Text":7}"#, "Text", "Text has the wrong type."),
        (#"{"Text":"A\tB"}"#, "Text", "Text must not have control characters."),
        (
            #"{"Text":"\#(String(repeating: "a", count: 10_001))"}"#, "Text",
            "Text must not be longer than 10000 characters."
        ),
        (#"{"Text":"A","Date":"2026-02-30"}"#, "Date", "Date must be a date, as 2026-03-09."),
        (#"{"Text":"A","Date":"tomorrow"}"#, "Date", "Date must be a date, as 2026-03-09."),
        (#"{"Text":"A","Date":20260309}"#, "Date", "Date has the wrong type."),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            try await server.note("customers/HARB01", "A")
            let before = try await server.notes("customers/HARB01")
            for answer in [
                try await server.post("/v2/customers/HARB01/notes", body),
                try await server.put("/v2/customers/HARB01/notes/1", body),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            #expect(try await server.notes("customers/HARB01") == before)
        }
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let answer = try await server.post("/v2/customers/HARB01/notes", #"{"Date":"x"}"#)
            #expect(
                answer.names(
                    ("Date", "Date must be a date, as 2026-03-09."), ("Text", "Text is required.")))
        }
    }

    @Test(arguments: ["purchase", "5", "PurchaseOrders"])
    func whatIsNotBuiltIs501BehindItsPermission(kind: String) async throws {
        try await TestServer.run { server in
            let word = ["5": "purchases", "purchase": "purchases"][kind] ?? kind.lowercased()
            for (method, note) in [
                (HTTPRequest.Method.get, ""), (.post, ""), (.get, "/{number}"), (.put, "/{number}"),
                (.delete, "/{number}"),
            ] {
                let path = "/v2/\(kind)/1/notes" + note.replacing("{number}", with: "1")
                let body = [.post, .put].contains(method) ? Array("{".utf8) : nil
                let answer = try await server.server.send(method, path, body, token: server.token)
                let name = "\(method.rawValue) /\(word)/{objectNumber}/notes\(note)"
                #expect(answer.refuses(.notImplemented, "NotImplemented", "\(name) is not built yet."))
            }
        }
    }

    @Test(arguments: ["nothing", "7", "0", "customerss", "purchase-orders"])
    func anotherKindIsNoPath(kind: String) async throws {
        try await TestServer.run { server async throws in
            for answer in [
                try await server.get("/v2/\(kind)/1/notes"),
                try await server.post("/v2/\(kind)/1/notes", "{"),
                try await server.delete("/v2/\(kind)/1/notes/1"),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no such path."))
            }
            #expect(isBare(try await server.get("/v2/\(kind)/1/notes/1")))
        }
    }

    @Test(arguments: [
        ("customers", Permission.viewCustomer, Permission.editCustomer),
        ("2", .viewReceipt, .editReceipt), ("invoice", .viewInvoice, .editInvoice),
        ("quotes", .viewQuote, .editQuote), ("purchases", .viewReceipt, .editReceipt),
        ("purchaseorder", .viewReceipt, .editReceipt),
    ])
    func eachKindAsksItsOwnPermissionBeforeItReads(
        kind: String, reading: Permission, writing: Permission
    ) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            try await server.note("customers/HARB01", "A")
            let path = "/v2/\(kind)/HARB01/notes"
            for (permission, calls) in [
                (reading, [(HTTPRequest.Method.get, path), (.get, path + "/1")]),
                (writing, [(.post, path), (.put, path + "/1"), (.delete, path + "/2")]),
            ] {
                let others = Permission.allCases.filter { $0 != permission && $0 != .fullAccess }
                let without = try await server.server.user(with: others)
                let with = try await server.server.user(with: [permission])
                for (method, path) in calls {
                    let body = [.post, .put].contains(method) ? Array("{".utf8) : nil
                    #expect(
                        try await server.server.send(method, path, body, token: without).refuses(
                            .unauthorized, "PermissionDenied", "Permission \(permission.name) is required."))
                    let allowed = try await server.server.send(method, path, body, token: with)
                    #expect(allowed.status != .unauthorized)
                }
            }
            #expect(try await server.notes("customers/HARB01") == "[\(noteText(1, "A"))]")
        }
    }
}
