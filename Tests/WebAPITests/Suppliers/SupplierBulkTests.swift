import HTTPTypes
import Testing

@Suite struct SupplierBulkTests {
    private static let list = "/v2/internal/suppliers/supplierlist"

    @Test func deletingAllThatCanGoLeavesNoFailure() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("A", "A"), ("B", "B"), ("C", "C"))
            let answer = try await server.delete(Self.list, #"["a","C","A"]"#)
            #expect(answer.status == .ok)
            #expect(answer.text == "[]")
            #expect(try await server.supplierCodes() == ["B"])
        }
    }

    @Test func whatCouldNotGoIsToldAndTheRestIsGone() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("A", "A"), ("B", "B"))
            let answer = try await server.delete(Self.list, #"["NO/1","A","no/1","NO2"]"#)
            #expect(answer.status == .ok)
            #expect(
                answer.text == """
                    [{"Id":null,"Code":"NO/1","ErrorCode":"NotFound","Reason":"There is no supplier NO/1."},\
                    {"Id":null,"Code":"NO2","ErrorCode":"NotFound","Reason":"There is no supplier NO2."}]
                    """)
            #expect(try await server.supplierCodes() == ["B"])
        }
    }

    @Test func archivingIsAllOrNothing() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("A", "A"), ("B", "B"))
            let refused = try await server.put("/v2/internal/suppliers/archive", #"["A","X","B","Y"]"#)
            #expect(refused.names(("[1]", "There is no supplier X."), ("[3]", "There is no supplier Y.")))
            #expect(try await server.supplierTotal("?filterarchived=false") == 0)
            let done = try await server.put("/v2/internal/suppliers/archive", #"["b","A"]"#)
            #expect(done.status == .noContent)
            #expect(try await server.supplierCodes("?filterarchived=false") == ["A", "B"])
        }
    }

    @Test func confirmingTellsAndChangesNothing() async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"), ("A,B", "Both"))
            let answer = try await server.get(
                "/v2/suppliers/confirm-to-delete?supplierCodes=NO1,timb01,,%20TIMB01&suppliercodes=a,b")
            #expect(answer.status == .ok)
            #expect(
                answer.text == """
                    [{"Code":"NO1","Name":null,"CanDelete":false,"Reason":"There is no supplier NO1.",\
                    "Purchases":0,"PurchaseOrders":0,"RecurringPurchases":0,"Payments":0},\
                    {"Code":"TIMB01","Name":"Timber","CanDelete":true,"Reason":null,\
                    "Purchases":0,"PurchaseOrders":0,"RecurringPurchases":0,"Payments":0},\
                    {"Code":"A,B","Name":"Both","CanDelete":true,"Reason":null,\
                    "Purchases":0,"PurchaseOrders":0,"RecurringPurchases":0,"Payments":0}]
                    """)
            #expect(try await server.supplierTotal() == 2)
        }
    }

    @Test(arguments: ["", "?supplierCodes=", "?suppliercodes=,%20,"])
    func confirmingNeedsCodes(query: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/suppliers/confirm-to-delete\(query)")
            let rule =
                query.hasSuffix(",")
                ? "must name 1 to 1000 suppliers, with commas between their codes." : "is required."
            #expect(answer.names(("supplierCodes", "supplierCodes \(rule)")))
        }
    }

    @Test func usableAddressesAreToldByCode() async throws {
        try await TestServer.run { server in
            for (code, email) in [("A", "a@x.example"), ("B", "nonsense"), ("C", ""), ("D", "d@x.example")] {
                _ = try await server.post(
                    "/v2/suppliers", #"{"Code":"\#(code)","Name":"N","Contacts":[{"Email":"\#(email)"}]}"#)
            }
            let answer = try await server.post(
                "/v2/internal/suppliers/valid-email", #"["D","C","B","a","NO"]"#)
            #expect(answer.status == .ok)
            #expect(answer.text == #"["D","A"]"#)
        }
    }

    @Test(arguments: [
        ("{}", "body", "The body must be a list of codes."),
        ("[]", "body", "The body must be a list of 1 to 1000 codes."),
        (#"["A",null]"#, "[1]", "Entry 1 must be a code, as text."),
        (#"[""]"#, "[0]", "Entry 0 must be a code, not empty."),
        (#"["A"," \uFEFF"]"#, "[1]", "Entry 1 must be a code, not empty."),
    ])
    func aBodyThatIsNoListOfCodesChangesNothing(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("A", "A"))
            for answer in [
                try await server.delete(Self.list, body),
                try await server.put("/v2/internal/suppliers/archive", body),
                try await server.post("/v2/internal/suppliers/valid-email", body),
            ] {
                #expect(answer.names((field, message)))
            }
            #expect(try await server.supplierCodes("?filterarchived=true") == ["A"])
        }
    }

    @Test(arguments: [
        ("Timber", "TIMB02"), ("%C3%89lan%20%26%20Co", "ELAN01"), ("3M", "MXXX01"), ("timb", "TIMB02"),
    ])
    func aSuggestedCodeIsABareTextAndFree(name: String, code: String) async throws {
        try await TestServer.run { server in
            try await server.addSuppliers(("TIMB01", "Timber"))
            let answer = try await server.post("/v2/suppliers/suggestedcode?supplierName=\(name)", nil)
            #expect(answer.status == .ok)
            #expect(answer.text == #""\#(code)""#)
            #expect(try await server.supplierTotal() == 1)
        }
    }

    @Test(arguments: [
        ("", "supplierName is required."), ("?supplierName=", "supplierName is required."),
        ("?suppliername=%20", "supplierName must not be empty."),
    ])
    func aSuggestionNeedsAName(query: String, message: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.post("/v2/suppliers/suggestedcode\(query)", nil)
            #expect(answer.names(("supplierName", message)))
        }
    }
}
