import HTTPTypes
import Testing

@Suite struct CategoryTests {
    @Test func aNewBusinessHasNoneOfEitherKind() async throws {
        try await TestServer.run { server async throws in
            for kind in ["Quote", "PurchaseOrder"] { #expect(try await server.categories(kind) == "[]") }
        }
    }

    @Test func newOnesGetTheNextNumbersAndTheAnswerHasAll() async throws {
        try await TestServer.run { server in
            let first = try await server.post(
                "/v2/categories/list",
                categoryList(
                    #"{"Number":0,"Name":" Draft ","IconId":1},{"Name":"Sent","IconId":8,"IconType":"x"}"#))
            #expect(first.status == .created)
            let two =
                "\(categoryRow(1, "Draft", 1, "flag", "red")),\(categoryRow(2, "Sent", 8, "marker", "green"))"
            #expect(first.text == "[\(two)]")
            let second = try await server.post(
                "/v2/categories/list", categoryList(#"{"Number":1,"Name":"Done","IconId":11}"#))
            #expect(second.text == "[\(two),\(categoryRow(3, "Done", 11, "tick", "grey"))]")
            #expect(try await server.categories() == second.text)
            #expect(try await server.get("/v2/categories/quote?page=2").text == "[]")
        }
    }

    @Test(arguments: [
        (1, "flag", "red"), (2, "flag", "purple"), (3, "flag", "green"), (4, "flag", "yellow"),
        (5, "flag", "blue"), (6, "marker", "red"), (7, "marker", "purple"), (8, "marker", "green"),
        (9, "marker", "yellow"), (10, "marker", "blue"), (11, "tick", "grey"), (12, "cross", "grey"),
    ])
    func typeAndColourFollowFromTheIcon(icon: Int, type: String, colour: String) async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", icon))
            #expect(try await server.categories() == "[\(categoryRow(1, "A", icon, type, colour))]")
        }
    }

    @Test func eachKindHasItsOwnNumbersAndNoneIsGivenTwice() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1), ("B", 2))
            try await server.add(categories: ("A", 1), to: "PurchaseOrder")
            #expect(
                try await server.categories("PurchaseOrder") == "[\(categoryRow(1, "A", 1, "flag", "red"))]")
            #expect(try await server.delete("/v2/categories/2?entityType=Quote").status == .noContent)
            try await server.add(categories: ("C", 3))
            #expect(
                try await server.categories()
                    == "[\(categoryRow(1, "A", 1, "flag", "red")),\(categoryRow(3, "C", 3, "flag", "green"))]"
            )
        }
    }

    @Test func aChangeIsByNumberAndTheOthersStay() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1), ("B", 2), ("C", 3))
            // Two may swap what they are.
            let answer = try await server.put(
                "/v2/categories/list",
                categoryList(
                    #"{"Number":2,"Name":"A","IconId":1},{"Number":1,"Name":"B","IconId":2}"#, "quotes"),
                loosely: true)
            #expect(answer.status == .ok)
            let rows = [
                categoryRow(1, "B", 2, "flag", "purple"), categoryRow(2, "A", 1, "flag", "red"),
                categoryRow(3, "C", 3, "flag", "green"),
            ]
            #expect(answer.text == "[\(rows.joined(separator: ","))]")
            #expect(try await server.categories() == answer.text)
        }
    }

    @Test(arguments: ["Quote", "quotes", "QUOTE", "%20quote"])
    func aKindIsReadInAnyCaseAndNumber(word: String) async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1))
            #expect(try await server.categories(word) == "[\(categoryRow(1, "A", 1, "flag", "red"))]")
            #expect(try await server.categories("purchaseorders") == "[]")
            #expect(try await server.delete("/v2/categories/1?entitytype=\(word)").status == .noContent)
        }
    }

    @Test(arguments: ["invoice", "1", "purchase-order", "quotess"])
    func anotherKindIsRefused(word: String) async throws {
        try await TestServer.run { server async throws in
            let rule = "must be one of Quote, PurchaseOrder."
            #expect(try await server.get("/v2/categories/\(word)").names(("entity", "entity \(rule)")))
            #expect(
                try await server.delete("/v2/categories/1?entityType=\(word)").names(
                    ("entityType", "entityType \(rule)")))
            #expect(
                try await server.post("/v2/categories/list", categoryList(#"{"Name":"A","IconId":1}"#, word))
                    .names(
                        ("EntityType", "EntityType \(rule)")))
        }
    }

    @Test func quotesDifferInNameOrIcon() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("Sent", 1), ("Sent", 2))
            let before = try await server.categories()
            for answer in [
                try await server.post("/v2/categories/list", categoryList(#"{"Name":"SENT","IconId":2}"#)),
                try await server.post(
                    "/v2/categories/list",
                    categoryList(
                        #"{"Name":"New","IconId":1},{"Name":"SENT","IconId":3},{"Name":"SENT","IconId":3}"#)),
                try await server.put(
                    "/v2/categories/list", categoryList(#"{"Number":1,"Name":"SENT","IconId":2}"#)),
            ] {
                #expect(
                    answer.refuses(
                        .badRequest, "DuplicateCode", "There is a category SENT with this icon already."))
            }
            #expect(try await server.categories() == before)
            // What was refused used up no number.
            try await server.add(categories: ("Sent", 3))
            #expect(try await server.categories().contains(categoryRow(3, "Sent", 3, "flag", "green")))
        }
    }

    @Test func purchaseOrdersDifferInName() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("Sent", 1), ("Draft", 2), to: "PurchaseOrder")
            let before = try await server.categories("PurchaseOrder")
            for answer in [
                try await server.post(
                    "/v2/categories/list", categoryList(#"{"Name":"sent","IconId":2}"#, "PurchaseOrder")),
                try await server.put(
                    "/v2/categories/list",
                    categoryList(#"{"Number":2,"Name":"sent","IconId":2}"#, "PurchaseOrder")),
            ] {
                #expect(answer.refuses(.badRequest, "DuplicateCode", "There is a category sent already."))
            }
            #expect(try await server.categories("PurchaseOrder") == before)
        }
    }
}
