import HTTPTypes
import Testing

@Suite struct StockOverviewTests {
    private static let path = "/v2/reports/business/stockoverview"

    @Test func tellsWhatIsThereAndWhatItIsWorth() async throws {
        try await TestServer.run { server in
            try await server.manageStock()
            try await server.addProducts(
                "OAK",
                with: #","Price":18.5,"ManageStockLevel":true,"QuantityInStock":34,"StockWarningQuantity":10"#
            )
            try await server.addProducts(
                "ELM",
                with:
                    #","Price":7.3333,"ManageStockLevel":true,"QuantityInStock":-2,"StockWarningQuantity":1,"Description":"Board""#
            )
            try await server.addProducts("ASH", with: #","Price":5,"QuantityInStock":9"#)
            let oak = row("OAK", price: "18.5000", stock: "34.0000", value: "629.0000", level: "10.0000")
            let elm = row(
                "ELM", text: "Board", price: "7.3333", stock: "-2.0000", value: "0.0000", level: "1.0000")
            let all = try await server.get(
                Self.path + "?ordersOnly=false&alertsOnly=false&excludeOrdered=false")
            #expect(all.status == .ok)
            #expect(all.text == #"{"TotalValue":629.0000,"Stocks":[\#(elm),\#(oak)]}"#)
            let low = try await server.get(
                Self.path + "?ordersOnly=false&alertsOnly=true&excludeOrdered=true")
            #expect(low.text == #"{"TotalValue":0.0000,"Stocks":[\#(elm)]}"#)
            let ordered = try await server.get(
                Self.path + "?ordersOnly=true&alertsOnly=false&excludeOrdered=false")
            #expect(ordered.text == #"{"TotalValue":0.0000,"Stocks":[]}"#)
            // Off, nothing is kept.
            _ = try await server.put("/v2/stockoptions", "{}")
            let off = try await server.get(
                Self.path + "?ordersOnly=false&alertsOnly=false&excludeOrdered=false")
            #expect(off.text == #"{"TotalValue":0.0000,"Stocks":[]}"#)
        }
    }

    @Test func allThreeMustBeAskedForAndFullAccessIsNeeded() async throws {
        try await TestServer.run { server in
            #expect(
                try await server.get(Self.path + "?alertsOnly=x").names(
                    ("ordersOnly", "ordersOnly is required."),
                    ("alertsOnly", "alertsOnly must be true or false."),
                    ("excludeOrdered", "excludeOrdered is required.")))
            let other = try await server.user(with: .viewInvoice)
            #expect(try await other.get(Self.path).status == .unauthorized)
        }
    }
}

private func row(
    _ code: String, text: String = "", price: String, stock: String, value: String, level: String
) -> String {
    #"""
    {"NominalCode":4000,"NominalName":"Sale of Goods","ProductCode":"\#(code)","ProductName":"\#(code)",\#
    "ProductDescription":"\#(text)","ProductPrice":\#(price),"QuantityInStock":\#(stock),"StockValue":\#(value),\#
    "PendingDelivery":0.0000,"AlertLevel":\#(level)}
    """#
}
