import HTTPTypes
import Testing

/// What documents and counts do to what is on hand.
@Suite struct StockTests {
    /// A product OAK with 40 on hand, and a customer.
    private static func open(_ server: SignedInServer, isOn: Bool = true) async throws {
        if isOn { try await server.manageStock() }
        try await server.addHarbour()
        try await server.addProducts(
            "OAK", with: #","Price":18.5,"ManageStockLevel":true,"QuantityInStock":40"#)
    }

    private static func invoice(_ lines: String...) -> String {
        #"{"CustomerCode":"HARB01","LineItems":[\#(lines.joined(separator: ","))]}"#
    }

    private static func oak(_ quantity: String, rate: String = "18.5", more: String = "") -> String {
        #"{"NominalCode":4000,"ProductCode":"OAK","Quantity":\#(quantity),"Rate":\#(rate)\#(more)}"#
    }

    @Test func aSaleTakesAChangeBooksTheDifferenceAndADeletionGivesBack() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let made = try await server.post("/v2/invoices", Self.invoice(Self.oak("6")))
            #expect(made.status == .created)
            #expect(try await server.stock(of: "OAK") == 34)
            _ = try await server.put("/v2/invoices/1", Self.invoice(Self.oak("7.5"), Self.oak("2")))
            #expect(try await server.stock(of: "OAK") == 30.5)
            _ = try await server.put("/v2/invoices/1", Self.invoice(Self.oak("1")))
            #expect(try await server.stock(of: "OAK") == 39)
            #expect(try await server.complaints() == [])
            #expect(try await server.delete("/v2/invoices/1").status == .noContent)
            #expect(try await server.stock(of: "OAK") == 40)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aCreditNoteBringsBackAndACreditOfPriceAloneDoesNot() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            _ = try await server.post("/v2/invoices", Self.invoice(Self.oak("-3")))
            #expect(try await server.stock(of: "OAK") == 43)
            _ = try await server.post("/v2/invoices", Self.invoice(Self.oak("5", rate: "-2")))
            #expect(try await server.stock(of: "OAK") == 43)
        }
    }

    @Test func stockMayFallBelowZero() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            #expect(try await server.post("/v2/invoices", Self.invoice(Self.oak("41.25"))).status == .created)
            #expect(try await server.stock(of: "OAK") == -1.25)
        }
    }

    @Test func aRefusedSaleTakesNothing() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let refused = try await server.post(
                "/v2/invoices", Self.invoice(Self.oak("6"), #"{"NominalCode":1,"Rate":1}"#))
            #expect(refused.status == .badRequest)
            #expect(try await server.stock(of: "OAK") == 40)
        }
    }

    @Test func aQuoteTakesNothing() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            let made = try await server.post(
                "/v2/quotes", Self.invoice(Self.oak("6", more: #","Description":"Oak""#)))
            try #require(made.status == .created, "\(made.text)")
            #expect(try await server.stock(of: "OAK") == 40)
        }
    }

    @Test func whileItIsOffNothingMovesAndWhatWasTakenIsStillGivenBack() async throws {
        try await TestServer.run { server in
            try await Self.open(server, isOn: false)
            _ = try await server.post("/v2/invoices", Self.invoice(Self.oak("6")))
            #expect(try await server.stock(of: "OAK") == 40)
            try await server.manageStock()
            // It took nothing, and gives nothing back.
            _ = try await server.delete("/v2/invoices/1")
            #expect(try await server.stock(of: "OAK") == 40)
            _ = try await server.post("/v2/invoices", Self.invoice(Self.oak("6")))
            _ = try await server.put("/v2/stockoptions", "{}")
            _ = try await server.delete("/v2/invoices/2")
            #expect(try await server.stock(of: "OAK") == 40)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aLineWithoutAManagedProductTakesFromItsNominalWhereThatManagesStock() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await server.addProducts("LOOSE")
            let nominal = try await server.get("/v2/nominals/4000").text
                .replacing(#""ManageStockLevel":false"#, with: #""ManageStockLevel":true"#)
                .replacing(#""QuantityInStock":0.0000"#, with: #""QuantityInStock":100"#)
            let changed = try await server.put("/v2/nominals/4000", nominal)
            try #require(changed.status == .ok, "\(changed.text)")
            func stock() async throws -> Double? {
                try await server.get("/v2/nominals/4000").object["QuantityInStock"] as? Double
            }
            _ = try await server.post(
                "/v2/invoices",
                Self.invoice(
                    Self.oak("6"), #"{"NominalCode":4000,"Quantity":5,"Rate":1}"#,
                    #"{"NominalCode":4000,"ProductCode":"LOOSE","Quantity":2,"Rate":1}"#))
            #expect(try await server.stock(of: "OAK") == 34)
            #expect(try await server.stock(of: "LOOSE") == 0)
            #expect(try await stock() == 93)
            _ = try await server.delete("/v2/invoices/1")
            #expect(try await stock() == 100)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aCountIsTheLevelThenAndAMovementOfTheDifference() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            _ = try await server.post("/v2/invoices", Self.invoice(Self.oak("6")))
            let counted = try await server.put(
                "/v2/products/4000/OAK", #"{"Name":"Oak","ManageStockLevel":true,"QuantityInStock":30}"#)
            #expect(counted.text.contains(#""QuantityInStock":30.0000"#))
            #expect(
                try await server.stockMovements() == [
                    "count 40.0000", "invoice 1 -6.0000", "count -4.0000",
                ])
            // A level left out, and one that is the same, are no counts.
            _ = try await server.put("/v2/products/4000/OAK", #"{"Name":"Oak","ManageStockLevel":true}"#)
            _ = try await server.put(
                "/v2/products/4000/OAK", #"{"Name":"Oak","ManageStockLevel":true,"QuantityInStock":30}"#)
            #expect(try await server.stockMovements().count == 3)
            _ = try await server.delete("/v2/products/4000/OAK")
            #expect(try await server.stockMovements().last == "count -30.0000")
            // What is gone takes nothing back.
            _ = try await server.delete("/v2/invoices/1")
            #expect(try await server.complaints() == [])
        }
    }

    @Test func moreThanCanBeCountedIsRefusedAndNothingChanges() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            _ = try await server.put(
                "/v2/products/4000/OAK",
                #"{"Name":"Oak","ManageStockLevel":true,"QuantityInStock":9223372036854}"#)
            let refused = try await server.post("/v2/invoices", Self.invoice(Self.oak("-9", rate: "0.0001")))
            #expect(refused.refuses(.badRequest, "ValidationFailed", "An amount is out of range."))
            #expect(try await server.invoices() == [])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func everyChangeAtOnceIsKept() async throws {
        try await TestServer.run { server in
            try await Self.open(server)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        let made = try await server.post("/v2/invoices", Self.invoice(Self.oak("0.5")))
                        #expect(made.status == .created)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await server.stock(of: "OAK") == 15)
            #expect(try await server.complaints() == [])
        }
    }
}
