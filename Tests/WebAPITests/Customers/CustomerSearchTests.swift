import HTTPTypes
import Testing

@Suite struct CustomerSearchTests {
    @Test(arguments: [
        ("searchBy=code&searchText=ar", #"[{"key":1,"value":"HARB01"}]"#),
        ("SEARCHBY=Name&searchtext=J", #"[{"key":1,"value":"Harbour Joinery"}]"#),
        (
            "searchBy=name&searchText=%C3%89",
            #"[{"key":1,"value":"Harbour Joinery"},{"key":2,"value":"Quay Bakery"}]"#
        ),
        ("searchBy=email&searchText=example", #"[{"key":1,"value":"ines@harbour.example"}]"#),
        ("searchBy=code&searchText=zzzz", "[]"), ("searchBy=name&searchText=%25", "[]"),
    ])
    func answersIdsAndTextsUnderLowerCaseNames(query: String, text: String) async throws {
        try await TestServer.run { server in
            _ = try await server.post(
                "/v2/customers",
                #"{"Code":"HARB01","Name":"Harbour Joinery","Contacts":[{"Email":"ines@harbour.example"}]}"#)
            try await server.add(("QUAY01", "Quay Bakery"))
            let answer = try await server.get("/v2/customers/search?\(query)")
            #expect(answer.status == .ok)
            #expect(answer.text == text)
        }
    }

    @Test func bothParametersAreRequired() async throws {
        try await TestServer.run { server in
            let neither = try await server.get("/v2/customers/search?searchText=")
            #expect(
                neither.names(
                    ("searchBy", "searchBy is required."), ("searchText", "searchText is required.")))
            let other = try await server.get("/v2/customers/search?searchBy=telephone&searchText=1")
            #expect(other.names(("searchBy", "searchBy must be one of code, email, name.")))
        }
    }

    @Test(arguments: [
        ("Harbour Joinery", "HARB02"), ("Élan & Co", "ELAN01"), ("3M", "MXXX01"), ("客户", "XXXX01"),
        ("harb", "HARB02"),
    ])
    func aSuggestedCodeIsABareTextAndFree(name: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour"))
            let answer = try await server.post(
                "/v2/customers/suggestedcode", #"{"Name":"\#(name)","Code":"X"}"#)
            #expect(answer.status == .ok)
            #expect(answer.text == #""\#(code)""#)
            #expect(try await server.total() == 1)
        }
    }

    @Test(arguments: [
        (#"{}"#, "Name is required."), (#"{"Name":null}"#, "Name is required."),
        (#"{"Name":" "}"#, "Name must not be empty."), (#"{"Name":[]}"#, "Name has the wrong type."),
    ])
    func aSuggestionNeedsAName(body: String, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post("/v2/customers/suggestedcode", body)
            #expect(answer.names(("Name", message)))
        }
    }
}
