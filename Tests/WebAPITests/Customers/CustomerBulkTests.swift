import HTTPTypes
import Testing

@Suite struct CustomerBulkTests {
    @Test func deletingAllThatCanGoAnswersNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"), ("C", "C"))
            let answer = try await server.delete("/v2/customerlist", #"["a","C","A"]"#)
            #expect(answer.status == .noContent)
            #expect(answer.text == "")
            #expect(try await server.codes() == ["B"])
        }
    }

    @Test func whatCouldNotGoIsToldAndTheRestIsGone() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"))
            let answer = try await server.delete("/v2/customerlist", #"["NO/1","A","no/1","NO2"]"#)
            #expect(answer.status == .ok)
            #expect(
                answer.text == """
                    [{"Id":null,"Code":"NO/1","ErrorCode":"NotFound","Reason":"There is no customer NO/1."},\
                    {"Id":null,"Code":"NO2","ErrorCode":"NotFound","Reason":"There is no customer NO2."}]
                    """)
            #expect(try await server.codes() == ["B"])
        }
    }

    @Test func archivingIsAllOrNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("B", "B"))
            let refused = try await server.put("/v2/internal/customers/archive", #"["A","X","B","Y"]"#)
            #expect(refused.names(("[1]", "There is no customer X."), ("[3]", "There is no customer Y.")))
            #expect(try await server.total("?filterarchived=false") == 0)
            let done = try await server.put("/v2/internal/customers/archive", #"["b","A"]"#)
            #expect(done.status == .noContent)
            #expect(try await server.codes("?filterarchived=false") == ["A", "B"])
            #expect(try await server.put("/v2/internal/customers/archive", #"["A"]"#).status == .noContent)
            #expect(try await server.total("?filterarchived=false") == 2)
        }
    }

    @Test func confirmingTellsAndChangesNothing() async throws {
        try await TestServer.run { server in
            try await server.add(("HARB01", "Harbour Joinery"))
            let answer = try await server.get(
                "/v2/customers/confirm-to-delete?customerCodes=NO1,harb01,,%20HARB01")
            #expect(answer.status == .ok)
            #expect(
                answer.text == """
                    [{"Code":"NO1","Name":null,"CanDelete":false,"Reason":"There is no customer NO1.",\
                    "Invoices":0,"Quotes":0,"RecurringInvoices":0,"Payments":0},\
                    {"Code":"HARB01","Name":"Harbour Joinery","CanDelete":true,"Reason":null,\
                    "Invoices":0,"Quotes":0,"RecurringInvoices":0,"Payments":0}]
                    """)
            #expect(try await server.total() == 1)
        }
    }

    @Test func aCodeWithACommaCanBeAskedAbout() async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"), ("A,B", "Both"))
            let whole = try await server.get("/v2/customers/confirm-to-delete?customerCodes=a%2Cb")
            #expect(whole.text.hasPrefix(#"[{"Code":"A,B","Name":"Both","CanDelete":true,"#))
            let mixed = try await server.get(
                "/v2/customers/confirm-to-delete?customerCodes=NO,A&CustomerCodes=A,B")
            for code in ["NO", "A", "A,B"] { #expect(mixed.text.contains(#"{"Code":"\#(code)","#)) }
            #expect(!mixed.text.contains(#"{"Code":"B","#))
        }
    }

    @Test(arguments: ["", "?customerCodes=", "?customercodes=,%20,"])
    func confirmingNeedsCodes(query: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/customers/confirm-to-delete\(query)")
            let rule =
                query.hasSuffix(",")
                ? "must name 1 to 1000 customers, with commas between their codes." : "is required."
            #expect(answer.names(("customerCodes", "customerCodes \(rule)")))
        }
    }

    @Test func usableAddressesAreToldByCode() async throws {
        try await TestServer.run { server in
            for (code, email) in [("A", "a@x.example"), ("B", "nonsense"), ("C", ""), ("D", "d@x.example")] {
                _ = try await server.post(
                    "/v2/customers", #"{"Code":"\#(code)","Name":"N","Contacts":[{"Email":"\#(email)"}]}"#)
            }
            let answer = try await server.post(
                "/v2/internal/customers/valid-email", #"["D","C","B","a","NO"]"#)
            #expect(answer.status == .ok)
            #expect(answer.text == #"["D","A"]"#)
        }
    }

    @Test(arguments: [
        ("{}", "body", "The body must be a list of codes."),
        (#""A""#, "body", "The body must be a list of codes."),
        ("[]", "body", "The body must be a list of 1 to 1000 codes."),
        ("[1]", "[0]", "Entry 0 must be a code, as text."),
        (#"["A",null]"#, "[1]", "Entry 1 must be a code, as text."),
        (#"[""]"#, "[0]", "Entry 0 must be a code, not empty."),
        (#"["A"," \uFEFF"]"#, "[1]", "Entry 1 must be a code, not empty."),
        (
            "[" + Array(repeating: #""A""#, count: 1_001).joined(separator: ",") + "]", "body",
            "The body must be a list of 1 to 1000 codes."
        ),
    ])
    func aBodyThatIsNoListOfCodesChangesNothing(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.add(("A", "A"))
            for answer in [
                try await server.delete("/v2/customerlist", body),
                try await server.put("/v2/internal/customers/archive", body),
                try await server.post("/v2/internal/customers/valid-email", body),
            ] {
                #expect(answer.names((field, message)))
            }
            #expect(try await server.codes("?filterarchived=true") == ["A"])
        }
    }

    @Test func aThousandCodesOfTenThousandCharactersAreTooMuch() async throws {
        try await TestServer.run { server in
            let long = #"["\#(String(repeating: "A", count: 10_000))"]"#
            let one = try await server.delete("/v2/customerlist", long)
            #expect(one.status == .ok)
            let shown = String(repeating: "A", count: 50)
            #expect(
                one.text == #"""
                    [{"Id":null,"Code":"\#(shown)","ErrorCode":"NotFound",\#
                    "Reason":"There is no customer \#(shown)."}]
                    """#)
            let many =
                "[" + Array(repeating: long.dropFirst().dropLast(), count: 200).joined(separator: ",") + "]"
            let answer = try await server.delete("/v2/customerlist", many)
            #expect(
                answer.refuses(.contentTooLarge, "PayloadTooLarge", "The body is larger than 1048576 bytes."))
        }
    }
}
