import Foundation
import HTTPTypes
import Testing

@testable import FrontDoor

@Suite struct RoleTests {
    private let sales = """
        {"Number":5,"Name":"Sales","Description":"All of invoices, quotes and customers; reading projects.",\
        "Permissions":["ViewInvoice","CreateInvoice","EditInvoice","DeleteInvoice","ViewQuote","CreateQuote",\
        "EditQuote","DeleteQuote","ViewCustomer","CreateCustomer","EditCustomer","DeleteCustomer","ViewProject"],\
        "UserNames":["ines","tom"],"UserCount":2,"IsAdmin":false}
        """

    @Test func rolesComeWithWhatTheyGiveAndWhoHasThem() async throws {
        try await TestServer.run { server in
            for name in ["ines", "tom"] { _ = try await server.post("/v2/users", userBody(name)) }
            let answer = try await server.get("/v2/roles")
            #expect(answer.status == .ok)
            let full = """
                {"Number":1,"Name":"Full Access","Description":"Everything.","Permissions":[],\
                "UserNames":["harbour.admin"],"UserCount":1,"IsAdmin":true}
                """
            let readOnly = """
                {"Number":7,"Name":"Read only","Description":"Reading, changing nothing.",\
                "Permissions":["ViewInvoice","ViewQuote","ViewCustomer","ViewReceipt","ViewProject"],\
                "UserNames":[],"UserCount":0,"IsAdmin":false}
                """
            #expect(answer.text.hasPrefix("[\(full),{\"Number\":2,"))
            #expect(answer.text.contains(",\(sales),{\"Number\":6,"))
            #expect(answer.text.hasSuffix(",\(readOnly)]"))
            #expect(try await server.get("/v2/roles/5").text == sales)
        }
    }

    @Test func aSayOverUsersOrRolesReadsThemAndMakesAdministrative() async throws {
        try await TestServer.run { server in
            for permission in [Permission.manageRole, .manageUser] {
                let session = try await server.user(with: permission)
                for path in ["/v2/roles", "/v2/roles/1", "/v2/permissionhierarchy"] {
                    #expect(try await session.get(path).status == .ok)
                }
            }
            #expect(try await server.get("/v2/roles").text.contains(#""Permissions":["ManageUser"],"#))
            #expect(
                try await server.get("/v2/roles").text.components(separatedBy: #""IsAdmin":true"#).count == 4)
            let others = Permission.allCases.filter { ![.fullAccess, .manageRole, .manageUser].contains($0) }
            let session = server.with(try await server.server.user(with: others))
            for path in ["/v2/roles", "/v2/roles/1", "/v2/permissionhierarchy"] {
                #expect(
                    try await session.get(path).refuses(
                        .unauthorized, "PermissionDenied", "Permission ManageRole is required."))
            }
        }
    }

    @Test(arguments: ["8", "0", "x", "-1"])
    func aRoleThatIsNotThereIsNotFound(number: String) async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.get("/v2/roles/\(number)").status == .notFound)
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete])
    func rolesAreOnlyRead(method: HTTPRequest.Method) async throws {
        try await TestServer.run { server in
            for path in ["/v2/roles", "/v2/roles/5"] {
                let answer = try await server.server.send(
                    method, path, Array("{}".utf8), token: server.token, loosely: true)
                #expect(answer.refuses(.methodNotAllowed, "MethodNotAllowed", "This path takes GET, HEAD."))
                #expect(answer.headers[.allow] == "GET, HEAD")
            }
        }
    }

    @Test func thePermissionHierarchyIsOfTexts() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/v2/permissionhierarchy")
            let pairs = [
                (3, 2), (4, 3), (5, 4), (7, 6), (8, 7), (9, 8), (11, 10), (12, 11), (13, 12), (15, 14),
                (16, 15),
                (18, 17), (19, 18), (20, 19),
            ]
            let rows = zip(1..., pairs).map { id, pair in
                #"{"HierarchyId":"\#(id)","PermissionId":"\#(pair.0)","ShouldHavePermissionId":"\#(pair.1)"}"#
            }
            #expect(answer.status == .ok && answer.text == "[\(rows.joined(separator: ","))]")
        }
    }

    @Test func everyPermissionIsNamedUnderItsOwnName() async throws {
        try await TestServer.run { server in
            let session = try await server.user(with: .viewProject)
            let answer = try await session.get("/v2/allkfpermissions")
            let members = Permission.allCases.map { #""\#($0.name)":"\#($0.name)""# }
            #expect(answer.text == "{\(members.joined(separator: ","))}")
            #expect(answer.text.hasPrefix(#"{"FullAccess":"FullAccess","ViewInvoice":"ViewInvoice","#))
        }
    }
}
