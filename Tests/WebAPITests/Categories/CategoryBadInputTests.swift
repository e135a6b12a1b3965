import FrontDoor
import HTTPTypes
import Testing

@Suite struct CategoryBadInputTests {
    @Test(arguments: [
        ("[]", "body", "The body must be an object."),
        (
            #"{"CategoriesList":[{"Name":"A","IconId":1,"Number":1}]}"#, "EntityType",
            "EntityType is required."
        ),
        (
            #"{"EntityType":"","CategoriesList":[{"Name":"A","IconId":1,"Number":1}]}"#, "EntityType",
            "EntityType is required."
        ),
        (#"{"EntityType":"Quote"}"#, "CategoriesList", "CategoriesList is required."),
        (categoryList(""), "CategoriesList", "CategoriesList must not be empty."),
        (
            categoryList(#"{"Number":1,"IconId":1}"#), "CategoriesList[0].Name",
            "CategoriesList[0].Name is required."
        ),
        (
            categoryList(#"{"Number":1,"Name":" ","IconId":1}"#), "CategoriesList[0].Name",
            "CategoriesList[0].Name must not be empty."
        ),
        (
            categoryList(#"{"Number":1,"Name":"A"}"#), "CategoriesList[0].IconId",
            "CategoriesList[0].IconId is required."
        ),
        (
            categoryList(#"{"Number":1,"Name":"A","IconId":13}"#), "CategoriesList[0].IconId",
            "CategoriesList[0].IconId must be a whole number from 1 to 12."
        ),
        (
            categoryList(#"{"Number":1,"Name":"A","IconId":0}"#), "CategoriesList[0].IconId",
            "CategoriesList[0].IconId must be a whole number from 1 to 12."
        ),
        (categoryList("7"), "CategoriesList[0]", "CategoriesList[0] has the wrong type."),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("Draft", 5))
            let before = try await server.categories()
            for answer in [
                try await server.post("/v2/categories/list", body),
                try await server.put("/v2/categories/list", body),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            #expect(try await server.categories() == before)
        }
    }

    @Test func everyWrongRowIsNamedAndNothingIsAdded() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post(
                "/v2/categories/list",
                categoryList(#"{"Name":"A","IconId":1},{"IconId":99},{"Name":"B"}"#, "Project"))
            #expect(
                answer.names(
                    ("EntityType", "EntityType must be one of Quote, PurchaseOrder."),
                    (
                        "CategoriesList[1].IconId",
                        "CategoriesList[1].IconId must be a whole number from 1 to 12."
                    ), ("CategoriesList[1].Name", "CategoriesList[1].Name is required."),
                    ("CategoriesList[2].IconId", "CategoriesList[2].IconId is required.")), "\(answer.text)")
            #expect(try await server.categories() == "[]")
        }
    }

    @Test func aHundredAtOnceAreTheMost() async throws {
        try await TestServer.run { server async throws in
            func rows(_ count: Int) -> String {
                (1...count).map { #"{"Name":"C\#($0)","IconId":1}"# }.joined(separator: ",")
            }
            #expect(
                try await server.post("/v2/categories/list", categoryList(rows(101))).names(
                    ("CategoriesList", "CategoriesList must not have more than 100 entries.")))
            #expect(try await server.categories() == "[]")
            #expect(try await server.post("/v2/categories/list", categoryList(rows(100))).status == .created)
        }
    }

    @Test func aChangeNeedsNumbersThereAreEachOnce() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1), ("B", 2))
            try await server.add(categories: ("A", 1), ("B", 2), ("C", 3), to: "PurchaseOrder")
            let before = try await server.categories()
            let good = #"{"Number":1,"Name":"New","IconId":5}"#
            let unknown = "must be the number of a category there is."
            #expect(
                try await server.put(
                    "/v2/categories/list", categoryList(good + #",{"Number":3,"Name":"C","IconId":3}"#)
                ).names(("CategoriesList[1].Number", "CategoriesList[1].Number \(unknown)")))
            #expect(
                try await server.put("/v2/categories/list", categoryList(good + #",{"Name":"C","IconId":3}"#))
                    .names(
                        ("CategoriesList[1].Number", "CategoriesList[1].Number is required.")))
            #expect(
                try await server.put(
                    "/v2/categories/list", categoryList(good + #",{"Number":0,"Name":"C","IconId":3}"#)
                ).names(
                    (
                        "CategoriesList[1].Number",
                        "CategoriesList[1].Number must be a whole number from 1 to 2147483647."
                    )))
            #expect(
                try await server.put("/v2/categories/list", categoryList(good + "," + good)).names(
                    ("CategoriesList", "CategoriesList must not name the same Number twice.")))
            #expect(try await server.categories() == before)
        }
    }

    @Test func deletingNeedsTheKindAndANumberThereIs() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1))
            let before = try await server.categories()
            for number in ["2", "0", "A", "99999999999999999999"] {
                #expect(
                    try await server.delete("/v2/categories/\(number)?entityType=Quote").refuses(
                        .notFound, "NotFound", "There is no category \(number)."))
            }
            #expect(
                try await server.delete("/v2/categories/1?entityType=PurchaseOrder").refuses(
                    .notFound, "NotFound", "There is no category 1."))
            #expect(
                try await server.delete("/v2/categories/1").names(("entityType", "entityType is required.")))
            #expect(try await server.categories() == before)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.post, "/v2/categories/list"), (.put, "/v2/categories/list"),
        (.delete, "/v2/categories/1?entityType=Quote"),
    ])
    func whoeverMayDoEverythingWritesAndAnyTokenReads(
        method: HTTPRequest.Method, path: String
    ) async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1))
            let all = try await server.server.user(with: Permission.allCases.filter { $0 != .fullAccess })
            let body = method == .delete ? nil : Array("{".utf8)
            #expect(
                try await server.server.send(method, path, body, token: all).refuses(
                    .unauthorized, "PermissionDenied", "Permission FullAccess is required."))
            let one = try await server.user(with: .viewProject)
            #expect(try await one.categories() == "[\(categoryRow(1, "A", 1, "flag", "red"))]")
        }
    }

    @Test func fd27_anotherBusinesssCategoriesAreNotThere() async throws {
        try await TestServer.run { server in
            try await server.add(categories: ("A", 1))
            let before = try await server.categories()
            let other = try await server.otherBusiness()
            #expect(try await other.categories() == "[]")
            #expect(
                try await other.put(
                    "/v2/categories/list", categoryList(#"{"Number":1,"Name":"B","IconId":2}"#)
                )
                .status == .badRequest)
            #expect(try await other.delete("/v2/categories/1?entityType=Quote").status == .notFound)
            #expect(try await server.categories() == before)
        }
    }
}
