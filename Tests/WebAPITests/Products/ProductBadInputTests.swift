import FrontDoor
import HTTPTypes
import Testing

@Suite struct ProductBadInputTests {
    @Test(arguments: [
        ("[]", "body", "The body must be an object."), ("{}", "Name", "Name is required."),
        (#"{"Name":"\u200b "}"#, "Name", "Name must not be empty."),
        (#"{"Name":"A\nB"}"#, "Name", "Name must not have control characters."),
        (
            #"{"Name":"\#(String(repeating: "a", count: 201))"}"#, "Name",
            "Name must not be longer than 200 characters."
        ),
        (
            #"{"Name":"A","Code":"\#(String(repeating: "a", count: 51))"}"#, "Code",
            "Code must not be longer than 50 characters."
        ),
        (#"{"Name":"A","Code":".."}"#, "Code", "Code must not be '..', which is a path of its own."),
        (#"{"Name":"A","Price":"5"}"#, "Price", "Price has the wrong type."),
        (#"{"Name":"A","Price":1e30}"#, "Price", "Price is out of range."),
        (
            #"{"Name":"A","QuantityInStock":99999999999999999999}"#, "QuantityInStock",
            "QuantityInStock is out of range."
        ),
        (
            #"{"Name":"A","NominalCode":"4000x"}"#, "NominalCode",
            "NominalCode must be a whole number from 0 to 2147483647."
        ),
        (
            #"{"Name":"A","NominalCode":3999}"#, "NominalCode",
            "NominalCode must be the code of a nominal; there is no 3999."
        ),
        (
            #"{"Name":"A","NominalCode":1100}"#, "NominalCode",
            "NominalCode must not be 1100, Debtors Control, which can have no products."
        ),
        (
            #"{"Name":"A","NominalCode":1200}"#, "NominalCode",
            "NominalCode must not be 1200, Current Account, which can have no products."
        ),
        (
            #"{"Name":"A","VATRate":17.5}"#, "VATRate",
            "VATRate must be a VAT rate of the account, which are 0, 5, 20."
        ),
        (#"{"Name":"A","VATRate":101}"#, "VATRate", "VATRate must be a number from 0 to 100."),
        (
            #"{"Name":"A","PurchaseNominalCode":5999}"#, "PurchaseNominalCode",
            "PurchaseNominalCode must be a nominal that purchases can be on; 5999 is none."
        ),
        (
            #"{"Name":"A","PurchaseNominalId":7}"#, "PurchaseNominalId",
            "PurchaseNominalId must be a nominal that purchases can be on; 7 is none."
        ),
        (
            #"{"Name":"A","PurchaseNominalCode":5000,"PurchaseSubNominalCode":"X"}"#,
            "PurchaseSubNominalCode",
            "PurchaseSubNominalCode must be the code of a product under 5000; there is no X."
        ),
        (
            #"{"Name":"A","PurchaseSubNominalCode":"X"}"#, "PurchaseSubNominalCode",
            "PurchaseSubNominalCode needs PurchaseNominalCode, under which X is."
        ),
        (
            #"{"Name":"A","PurchaseNominalCode":5000,"PurchaseSubNominalId":77}"#, "PurchaseSubNominalId",
            "PurchaseSubNominalId must be the Id of a product under 5000; there is no 77."
        ),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.addProducts("OLD", with: #","Price":3"#)
            let before = try await server.allProducts()
            for answer in [
                try await server.post("/v2/products", body, loosely: true),
                try await server.put("/v2/products/4000/OLD", body, loosely: true),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            #expect(try await server.allProducts() == before)
        }
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/products", #"{"Name":"A","NominalCode":3999,"VATRate":3,"PurchaseNominalCode":1100}"#)
            #expect(
                answer.names(
                    ("NominalCode", "NominalCode must be the code of a nominal; there is no 3999."),
                    ("VATRate", "VATRate must be a VAT rate of the account, which are 0, 5, 20."),
                    (
                        "PurchaseNominalCode",
                        "PurchaseNominalCode must be a nominal that purchases can be on; 1100 is none."
                    )))
        }
    }

    @Test func aRateThatTheAccountHasNoMoreStaysWhereItIs() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A", with: #","VATRate":5"#)
            let rates = try await server.get("/v2/vat/settings/vatrates")
            #expect(rates.status == .ok)
            #expect(try await server.delete("/v2/vat/settings/vatrates/2").status == .noContent)
            let kept = try await server.put("/v2/products/4000/A", #"{"Name":"B","VATRate":5}"#)
            #expect(kept.status == .ok && kept.text.contains(#""VATRate":5.0000"#))
            #expect(try await server.post("/v2/products", #"{"Name":"B","VATRate":5}"#).status == .badRequest)
        }
    }

    @Test(arguments: ["/v2/products/4000/X", "/v2/products/999/A", "/v2/products/x/A", "/v2/products/1/2"])
    func whatIsNotThereIs404AndNothingChanges(path: String) async throws {
        try await TestServer.run { server in
            try await server.addProducts("A")
            let before = try await server.allProducts()
            let key = path.dropFirst("/v2/products/".count)
            for answer in [
                try await server.get(path), try await server.put(path, #"{"Name":"B"}"#),
                try await server.delete(path),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no product \(key)."))
            }
            #expect(try await server.allProducts() == before)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.post, "/v2/products"), (.put, "/v2/products/4000/A"),
        (.delete, "/v2/products/4000/A"),
    ])
    func whoeverMayDoEverythingWritesAndAnyTokenReads(method: HTTPRequest.Method, path: String) async throws {
        try await TestServer.run { server in
            try await server.addProducts("A")
            let before = try await server.allProducts()
            let all = try await server.server.user(with: Permission.allCases.filter { $0 != .fullAccess })
            let body = method == .delete ? nil : Array("{".utf8)
            #expect(
                try await server.server.send(method, path, body, token: all).refuses(
                    .unauthorized, "PermissionDenied", "Permission FullAccess is required."))
            let one = try await server.user(with: .viewCustomer)
            #expect(try await one.allProducts() == before)
            #expect(try await one.get("/v2/products/4000/A").status == .ok)
            #expect(try await one.products(at: "/v2/nominals/4000/products") == ["4000/A"])
            #expect(try await server.with(nil).get("/v2/products").status == .unauthorized)
        }
    }
}
