import Foundation
import HTTPTypes
import Testing

/// The answer for one product, at its defaults but for what is said.
struct ProductText {
    private var members: [(name: String, value: String)]

    init(_ id: Int, _ code: String, _ name: String, nominal: Int = 4000, nominalID: Int) {
        members = [
            ("Id", "\(id)"), ("Code", #""\#(code)""#), ("NominalCode", "\(nominal)"),
            ("NominalId", "\(nominalID)"),
            ("Name", #""\#(name)""#), ("Description", #""""#), ("AutoFillLineItem", "false"),
            ("Price", "0.0000"),
            ("WholeSalePrice", "0.0000"), ("VATRate", "0.0000"), ("VATExempt", "false"),
            ("ManageStockLevel", "false"),
            ("QuantityInStock", "0.0000"), ("StockWarningQuantity", "0.0000"), ("PurchaseNominalId", "0"),
            ("PurchaseSubNominalId", "0"), ("PurchaseNominalCode", "0"), ("PurchaseSubNominalCode", #""""#),
            ("IncrementStockLevelsOnPurchase", "false"), ("IsDefault", "false"), ("InUse", "true"),
        ]
    }

    /// The same with one member as JSON text.
    func with(_ member: String, _ value: String) -> ProductText {
        var text = self
        for place in text.members.indices where text.members[place].name == member {
            text.members[place].value = value
        }
        return text
    }

    var text: String {
        "{" + members.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",") + "}"
    }
}

extension SignedInServer {
    /// Creates products under one nominal, each called as its code.
    func addProducts(_ codes: String..., under nominal: Int = 4000, with more: String = "") async throws {
        for code in codes {
            let answer = try await post(
                "/v2/products", #"{"NominalCode":\#(nominal),"Code":"\#(code)","Name":"\#(code)"\#(more)}"#)
            try #require(answer.status == .created, "\(answer.text)")
        }
    }

    /// The codes of a page, as `4000/OAK`.
    func products(_ query: String = "", at path: String = "/v2/products") async throws -> [String] {
        let answer = try await get(path + query)
        #expect(answer.status == .ok, "\(answer.text)")
        let rows = try #require(answer.object["Data"] as? [[String: Any]])
        return try rows.map { row in
            let nominal = try #require(row["NominalCode"] as? Int)
            return "\(nominal)/\(try #require(row["Code"] as? String))"
        }
    }

    func productTotal(_ query: String = "") async throws -> Int? {
        let page = try await get("/v2/products" + query).object["MetaData"] as? [String: Any]
        return page?["TotalRecords"] as? Int
    }

    /// Everything there is of products: what a refusal must not change.
    func allProducts() async throws -> String {
        try await get("/v2/products?filterbyinuseonly=false&perpage=1000").text
    }

    /// Turns stock management on.
    func manageStock() async throws {
        let answer = try await put("/v2/stockoptions", #"{"EnableStockManagement":true}"#)
        try #require(answer.status == .ok, "\(answer.text)")
    }

    /// What is on hand of a product under 4000.
    func stock(of code: String, under nominal: Int = 4000) async throws -> Double? {
        try await get("/v2/products/\(nominal)/\(code)").object["QuantityInStock"] as? Double
    }
}
