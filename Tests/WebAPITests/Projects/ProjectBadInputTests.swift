import FrontDoor
import HTTPTypes
import Testing

@Suite struct ProjectBadInputTests {
    @Test(arguments: [
        ("[]", "body", "The body must be an object."), ("{}", "Name", "Name is required."),
        (#"{"Name":" "}"#, "Name", "Name must not be empty."),
        (
            #"{"Name":"\#(String(repeating: "a", count: 201))"}"#, "Name",
            "Name must not be longer than 200 characters."
        ),
        (#"{"Name":"A","Number":-1}"#, "Number", "Number must be a whole number from 0 to 2147483647."),
        (#"{"Name":"A","Number":"1"}"#, "Number", "Number has the wrong type."),
        (#"{"Name":"A","Status":"Done"}"#, "Status", "Status must be one of Completed, Active, Archived."),
        (#"{"Name":"A","Status":3}"#, "Status", "Status must be one of Completed, Active, Archived."),
        (#"{"Name":"A","Status":true}"#, "Status", "Status has the wrong type."),
        (#"{"Name":"A","StartDate":"2026-02-30"}"#, "StartDate", "StartDate must be a date, as 2026-03-09."),
        (
            #"{"Name":"A","StartDate":"2026-03-09","EndDate":"2026-03-08"}"#, "EndDate",
            "EndDate must not be before StartDate."
        ),
        (
            #"{"Name":"A","CustomerCode":"NOBODY"}"#, "CustomerCode",
            "CustomerCode must be a customer's code; there is no NOBODY."
        ),
        (
            #"{"Name":"A","TargetSalesAmount":1e30}"#, "TargetSalesAmount",
            "TargetSalesAmount is out of range."
        ),
        (#"{"Name":"A","Reference":"A\u0007"}"#, "Reference", "Reference must not have control characters."),
    ])
    func aBadBodyNamesTheFieldAndNothingChanges(body: String, field: String, message: String) async throws {
        try await TestServer.run { server in
            try await server.addProject("Old", #","Reference":"R""#)
            let before = try await server.allProjects()
            for answer in [
                try await server.post("/v2/projects", body, loosely: true),
                try await server.put("/v2/projects/1", body, loosely: true),
            ] {
                #expect(answer.names((field, message)), "\(answer.text)")
            }
            #expect(try await server.allProjects() == before)
            #expect(try await server.addProject("Next") == 2)
        }
    }

    @Test(arguments: [
        "/v2/projects/2", "/v2/projects/x", "/v2/projects/0", "/v2/project/99999999999999999999",
    ])
    func whatIsNotThereIs404AndNothingChanges(path: String) async throws {
        try await TestServer.run { server in
            try await server.addProject("A")
            let before = try await server.allProjects()
            let asked = path.split(separator: "/").last ?? ""
            for answer in [
                try await server.get(path), try await server.put(path, #"{"Name":"B"}"#),
                try await server.delete(path),
            ] {
                #expect(answer.refuses(.notFound, "NotFound", "There is no project \(asked)."))
            }
            #expect(try await server.allProjects() == before)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/v2/projects", Permission.viewProject),
        (.get, "/v2/projects/1", .viewProject), (.get, "/v2/project/1", .viewProject),
        (.get, "/v2/customers/HARB01/projects", .viewProject), (.post, "/v2/projects", .createProject),
        (.put, "/v2/projects/1", .editProject), (.put, "/v2/projects/archive-status/true", .editProject),
        (.delete, "/v2/projects/1", .deleteProject), (.delete, "/v2/projectlist", .deleteProject),
    ])
    func everyCallAsksItsOwnPermissionBeforeItReads(
        method: HTTPRequest.Method, path: String, permission: Permission
    ) async throws {
        try await TestServer.run { server in
            try await server.addHarbour()
            try await server.addProject("A")
            let before = try await server.allProjects()
            let body =
                method == .get || path.hasSuffix("projects/1") && method == .delete ? nil : Array("{".utf8)
            let without = try await server.server.user(
                with: Permission.allCases.filter { $0 != permission && $0 != .fullAccess })
            #expect(
                try await server.server.send(method, path, body, token: without).refuses(
                    .unauthorized, "PermissionDenied", "Permission \(permission.name) is required."))
            #expect(try await server.allProjects() == before)
            let with = try await server.server.user(with: [permission])
            #expect(try await server.server.send(method, path, body, token: with).status != .unauthorized)
        }
    }
}
