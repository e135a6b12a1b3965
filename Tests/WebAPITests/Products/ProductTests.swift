import HTTPTypes
import Testing

@Suite struct ProductTests {
    @Test func theDocumentedExampleIsAnsweredInFullAndFoundInAnyCase() async throws {
        try await TestServer.run { server in
            try await server.addProducts("OAK-22", under: 5000)
            let answer = try await server.post(
                "/v2/products",
                #"""
                { "NominalCode": 4000, "Code": "OAK-22", "Name": "Oak board 22 mm", "Price": 18.5, "VATRate": 20, "AutoFillLineItem": true,
                  "ManageStockLevel": true, "QuantityInStock": 40, "StockWarningQuantity": 10, "IncrementStockLevelsOnPurchase": true,
                  "PurchaseNominalCode": 5000, "PurchaseSubNominalCode": "OAK-22" }
                """#)
            #expect(answer.status == .created)
            #expect(answer.headers[.location] == "/v2/products/4000/OAK-22")
            let (sales, purchases) = (try await server.nominalID(4000), try await server.nominalID(5000))
            let expected = ProductText(2, "OAK-22", "Oak board 22 mm", nominalID: sales)
                .with("Price", "18.5000").with("VATRate", "20.0000").with("AutoFillLineItem", "true").with(
                    "ManageStockLevel", "true"
                )
                .with("QuantityInStock", "40.0000").with("StockWarningQuantity", "10.0000")
                .with("PurchaseNominalId", "\(purchases)").with("PurchaseSubNominalId", "1")
                .with("PurchaseNominalCode", "5000").with("PurchaseSubNominalCode", #""OAK-22""#)
                .with("IncrementStockLevelsOnPurchase", "true")
            #expect(answer.text == expected.text)
            for path in ["OAK-22", "oak-22", "%20oak%2D22"] {
                #expect(try await server.get("/v2/products/4000/\(path)").text == expected.text)
            }
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aCodeWithASlashLivesAtItsEncodedPath() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "/v2/products", #"{"NominalCode":"4000","Code":"A/1 é","Name":"A"}"#, loosely: true)
            #expect(answer.status == .created)
            let location = try #require(answer.headers[.location])
            #expect(location == "/v2/products/4000/A%2F1%20%C3%A9")
            #expect(try await server.get(location).text == answer.text)
        }
    }

    @Test func whatIsLeftOutHasItsDefaultAndTheNominalsVATRate() async throws {
        try await TestServer.run { server in
            // The default sales nominal, and the first free code of the name's letters under it.
            let sales = try await server.nominalID(4000)
            for (place, code) in [(1, "OAKB01"), (2, "OAKB02")] {
                let answer = try await server.post("/v2/products", #"{"Name":" Oak board "}"#)
                #expect(answer.text == ProductText(place, code, "Oak board", nominalID: sales).text)
            }
            let other = try await server.post("/v2/products", #"{"Name":"Oak board","NominalCode":5000}"#)
            #expect(try other.object["Code"] as? String == "OAKB01")
            // What the nominal has then.
            let nominal = try await server.get("/v2/nominals/5000").text
                .replacing(#""VATRate":0.0000"#, with: #""VATRate":5.0000"#)
            #expect(try await server.put("/v2/nominals/5000", nominal).status == .ok)
            let taxed = try await server.post("/v2/products", #"{"Name":"Oak board","NominalCode":5000}"#)
            #expect(taxed.text.contains(#""VATRate":5.0000,"VATExempt":false"#))
            // A code that is free again is given again.
            _ = try await server.delete("/v2/products/4000/OAKB01")
            let again = try await server.post("/v2/products", #"{"Name":"Oak board"}"#)
            #expect(try again.object["Code"] as? String == "OAKB01")
        }
    }

    @Test func aPriceBelowZeroIsADeduction() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/products", #"{"Name":"Trade-in","Price":-12.34567}"#)
            #expect(answer.text.contains(#""Price":-12.3457,"#))
        }
    }

    @Test func oneCodeUnderSeveralNominalsAreSeveralProducts() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A", under: 4000)
            try await server.addProducts("A", under: 5000)
            let before = try await server.allProducts()
            let taken = try await server.post("/v2/products", #"{"NominalCode":4000,"Code":"a","Name":"B"}"#)
            #expect(taken.refuses(.badRequest, "DuplicateCode", "The product code a is taken."))
            let moved = try await server.put("/v2/products/5000/A", #"{"NominalCode":4000,"Name":"B"}"#)
            #expect(moved.refuses(.badRequest, "DuplicateCode", "The product code A is taken."))
            #expect(try await server.allProducts() == before)
        }
    }

    @Test func aChangePutsWhatIsLeftOutBackButForKeyAndStock() async throws {
        try await TestServer.run { server in
            try await server.addProducts(
                "A",
                with:
                    #","Price":5,"VATRate":5,"QuantityInStock":7,"ManageStockLevel":true,"Description":"Board","InUse":false"#
            )
            let sales = try await server.nominalID(4000)
            let answer = try await server.put("/v2/products/4000/a", #"{"Name":"B"}"#)
            #expect(answer.status == .ok)
            #expect(
                answer.text
                    == ProductText(1, "A", "B", nominalID: sales).with("QuantityInStock", "7.0000").text)
            #expect(try await server.get("/v2/products/4000/A").text == answer.text)
            // Another spelling of the same code is no other key.
            #expect(try await server.put("/v2/products/4000/A", #"{"Code":"a","Name":"B"}"#).status == .ok)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func whatWasReadCanBeSentBack() async throws {
        try await TestServer.run { server in
            try await server.addProducts("B", under: 5000)
            try await server.addProducts(
                "A",
                with:
                    #","Price":5.1234,"PurchaseNominalCode":5000,"PurchaseSubNominalCode":"b","IsDefault":true,"QuantityInStock":2"#
            )
            let read = try await server.get("/v2/products/4000/A")
            #expect(try await server.put("/v2/products/4000/A", read.text).text == read.text)
        }
    }

    @Test func anotherCodeOrNominalIsAnotherPathWith201() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A", "B")
            let renamed = try await server.put("/v2/products/4000/A", #"{"Code":"C","Name":"A"}"#)
            #expect(renamed.status == .created)
            #expect(renamed.headers[.location] == "/v2/products/4000/C")
            #expect(try await server.get("/v2/products/4000/A").status == .notFound)
            let moved = try await server.put("/v2/products/4000/C", #"{"NominalCode":4001,"Name":"A"}"#)
            #expect(moved.status == .created)
            #expect(moved.headers[.location] == "/v2/products/4001/C")
            #expect(try await server.products() == ["4000/B", "4001/C"])
        }
    }

    @Test func linesStayOnTheNominalThatAProductLeft() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProducts("A", "B", with: #","Price":5"#)
            let line = #"{"NominalCode":4000,"ProductCode":"A","Quantity":2}"#
            _ = try await server.post("/v2/invoices", #"{"CustomerCode":"HARB01","LineItems":[\#(line)]}"#)
            let before = try await server.get("/v2/invoices/1").text
            let moved = try await server.put("/v2/products/4000/A", #"{"NominalCode":4001,"Name":"A"}"#)
            #expect(moved.status == .created)
            #expect(try await server.put("/v2/invoices/1", before).text == before)
            // Another product can take its place.
            let other = before.replacing(#""ProductCode":"A""#, with: #""ProductCode":"B""#)
            #expect(
                try await server.put("/v2/invoices/1", other).text.contains(
                    #""ProductCode":"B","ProductName":"B""#))
            #expect(try await server.put("/v2/invoices/1", before).status == .badRequest)
            #expect(try await server.complaints() == [])
        }
    }

    @Test func aNominalHasOneDefaultProductAtMost() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A", "B", with: #","IsDefault":true"#)
            try await server.addProducts("A", under: 5000, with: #","IsDefault":true"#)
            func defaults() async throws -> [String] {
                let rows = try await server.get("/v2/products").object["Data"] as? [[String: Any]] ?? []
                return rows.filter { $0["IsDefault"] as? Bool == true }.compactMap { row in
                    (row["NominalCode"] as? Int).map { "\($0)/\(row["Code"] ?? "")" }
                }
            }
            #expect(try await defaults() == ["5000/A", "4000/B"])
            _ = try await server.put("/v2/products/4000/A", #"{"Name":"A","IsDefault":true}"#)
            #expect(try await defaults().sorted() == ["4000/A", "5000/A"])
            // One that moves to a nominal which has one takes its place where it asks for that.
            _ = try await server.put(
                "/v2/products/5000/A", #"{"Name":"A","Code":"Z","NominalCode":4000,"IsDefault":true}"#)
            #expect(try await defaults() == ["4000/Z"])
            let nominals = try await server.get("/v2/nominals").rows
            let nominal = nominals.first { $0["Code"] as? Int == 4000 }
            #expect((nominal?["DefaultProduct"] as? [String: Any])?["Code"] as? String == "Z")
        }
    }

    @Test func deletingIsNeverRefusedAndLinesKeepCodeAndName() async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProducts("B", under: 5000)
            try await server.addProducts(
                "A",
                with:
                    #","Price":5,"PurchaseNominalCode":5000,"PurchaseSubNominalCode":"B","QuantityInStock":3"#
            )
            let line = #"{"NominalCode":4000,"ProductCode":"A","Quantity":2}"#
            let made = try await server.post(
                "/v2/invoices", #"{"CustomerCode":"HARB01","LineItems":[\#(line)]}"#)
            try #require(made.status == .created, "\(made.text)")
            let before = try await server.get("/v2/invoices/1").text
            for path in ["/v2/products/4000/A", "/v2/products/5000/B"] {
                if path.hasSuffix("A") {
                    // The link goes with the product that it names.
                    _ = try await server.delete("/v2/products/5000/B")
                    let unlinked = try await server.get(path).object
                    #expect(unlinked["PurchaseNominalCode"] as? Int == 0)
                    #expect(unlinked["PurchaseSubNominalCode"] as? String == "")
                    #expect(try await server.delete(path).status == .noContent)
                }
                #expect(
                    try await server.delete(path).refuses(
                        .notFound, "NotFound", "There is no product \(path.dropFirst("/v2/products/".count))."
                    ))
            }
            #expect(try await server.get("/v2/invoices/1").text == before)
            #expect(before.contains(#""ProductCode":"A","ProductName":"A""#))
            // What was read can be sent back, though there is no such product any more; elsewhere there is none.
            #expect(try await server.put("/v2/invoices/1", before).text == before)
            let other = try await server.post(
                "/v2/invoices",
                #"{"CustomerCode":"HARB01","LineItems":[{"NominalCode":4000,"ProductCode":"A","Rate":5}]}"#)
            #expect(
                other.names(
                    (
                        "LineItems[0].ProductCode",
                        "LineItems[0].ProductCode must be the code of a product under 4000."
                    )))
            #expect(try await server.products() == [])
            #expect(try await server.complaints() == [])
        }
    }

    @Test func ifMatchHoldsAChangeAndADeletion() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A")
            let tag = try #require(try await server.get("/v2/products/4000/A").headers[.eTag])
            let first = try await server.put(
                "/v2/products/4000/A", #"{"Name":"B"}"#, headers: [.ifMatch: tag])
            #expect(first.status == .ok)
            let second = try await server.put(
                "/v2/products/4000/A", #"{"Name":"C"}"#, headers: [.ifMatch: tag])
            #expect(second.status == .preconditionFailed)
            #expect(
                try await server.delete("/v2/products/4000/A", headers: [.ifMatch: tag]).status
                    == .preconditionFailed)
            #expect(try await server.get("/v2/products/4000/A").object["Name"] as? String == "B")
        }
    }

    @Test func fd27_anotherBusinesssProductsAreNotThere() async throws {
        try await TestServer.run { server in
            try await server.addProducts("A")
            let before = try await server.allProducts()
            let other = try await server.otherBusiness()
            #expect(try await other.products() == [])
            #expect(try await other.get("/v2/products/4000/A").status == .notFound)
            #expect(try await other.put("/v2/products/4000/A", #"{"Name":"Mine"}"#).status == .notFound)
            #expect(try await other.delete("/v2/products/4000/A").status == .notFound)
            #expect(try await server.allProducts() == before)
        }
    }
}
