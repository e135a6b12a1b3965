import FrontDoor
import HTTPTypes
import Testing

@Suite struct SourceBadInputTests {
    @Test(arguments: [
        ("[]", "body", "The body must be an object."), ("{}", "Name", "Name is required."),
        (#"{"Name":null,"CostOfSource":1}"#, "Name", "Name is required."),
        (#"{"Name":"\u200b "}"#, "Name", "Name must not be empty."),
        (#"{"Name":"A\nB"}"#, "Name", "Name must not have control characters."),
        (#"{"Name":7}"#, "Name", "Name has the wrong type."),
        (#"{"Name":"A","CostOfSource":"5"}"#, "CostOfSource", "CostOfSource has the wrong type."),
        (#"{"Name":"A","CostOfSource":-0.01}"#, "CostOfSource", "CostOfSource must not be negative."),
        (#"{"Name":"A","CostOfSource":1e30}"#, "CostOfSource", "CostOfSource is out of range."),
        (
            #"{"Name":"\#(String(repeating: "a", count: 201))"}"#, "Name",
            "Name must not be longer than 200 characters."
        ),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair")
            let before = try await server.sources()
            for answer in [
                try await server.post("/v2/sources/createSource", body),
                try await server.put("/v2/sources/1", body),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            #expect(try await server.sources() == before)
        }
    }

    @Test func everyWrongFieldIsNamedAtOnce() async throws {
        try await TestServer.run { server async throws in
            let answer = try await server.post("/v2/sources/createSource", #"{"CostOfSource":-1}"#)
            #expect(
                answer.names(
                    ("Name", "Name is required."), ("CostOfSource", "CostOfSource must not be negative.")))
            #expect(try await server.sources() == "[]")
        }
    }

    @Test(arguments: ["", "?sourceName=", "?name="])
    func aNameMustBeAskedFor(query: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/sources/getSource\(query)").names(
                    ("sourceName", "sourceName is required.")))
            #expect(
                try await server.delete("/v2/sources/deleteSource\(query)").names(
                    ("name", "name is required.")))
        }
    }

    @Test(arguments: ["%20", "%0A", "a%00b", String(repeating: "a", count: 201)])
    func whatCanBeNoNameIsRefused(name: String) async throws {
        try await TestServer.run { server async throws in
            let rule = "must be a name of 1 to 200 characters, without control characters."
            #expect(
                try await server.get("/v2/sources/getSource?sourceName=\(name)").names(
                    ("sourceName", "sourceName \(rule)")))
            #expect(
                try await server.delete("/v2/sources/deleteSource?name=\(name)").names(
                    ("name", "name \(rule)")))
        }
    }

    @Test func theListsOwnParametersAreRead() async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/sources?onlySources=perhaps&page=0").names(
                    ("onlySources", "onlySources must be true or false."),
                    ("page", "page must be a whole number from 1 to 2147483647.")))
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/sources", Permission.viewCustomer),
        (.get, "/v2/sources/getSource", .viewCustomer), (.post, "/v2/sources/createSource", .editCustomer),
        (.put, "/v2/sources/1", .editCustomer),
        (.delete, "/v2/sources/deleteSource?name=Fair", .editCustomer),
    ])
    func everyCallAsksItsOwnPermissionBeforeItReads(
        method: HTTPRequest.Method, path: String, permission: Permission
    ) async throws {
        try await TestServer.run { server in
            try await server.add(sources: "Fair")
            let before = try await server.sources()
            let body = [.post, .put].contains(method) ? Array("{".utf8) : nil
            let others = Permission.allCases.filter { $0 != permission && $0 != .fullAccess }
            let without = try await server.server.user(with: others)
            #expect(
                try await server.server.send(method, path, body, token: without).refuses(
                    .unauthorized, "PermissionDenied", "Permission \(permission.name) is required."))
            #expect(try await server.sources() == before)
            let with = try await server.server.user(with: [permission])
            #expect(try await server.server.send(method, path, body, token: with).status != .unauthorized)
        }
    }
}
