import FrontDoor
import WebCore

/// `/roles` and what roles are made of. They are read here; the operator adds and removes them.
enum RoleRoutes {
    static let all: [Route] = [
        Route(
            .get, "/roles", access,
            RouteContract("The roles of the business, by their numbers.").bareList()
                .answers(.ok, "All of them.", .list(.table(RoleWire.shape.schema))),
            use: list),
        Route(
            .get, "/roles/{number}", access,
            RouteContract("One role.")
                .pathParameter("number", .integer(min: 1, max: nil), "5", "The role's number.")
                .answers(.ok, "The role.", .table(RoleWire.shape.schema))
                .refuses(FrontDoorError.noSuchRole("5")),
            use: read),
        Route(
            .get, "/permissionhierarchy", access,
            RouteContract("Which permission rests on which; the numbers are texts.").bareList()
                .answers(.ok, "All pairs.", .list(.table(PermissionStep.shape.schema))),
            use: { try await $0.bareList(PermissionStep.shape) { PermissionStep.all } }),
        Route(
            .get, "/allkfpermissions", .anyToken,
            RouteContract("Every permission there is, by its name.")
                .answers(
                    .ok, "An object with each name as key and value.",
                    .table(AllPermissionsWire.shape.schema)),
            use: allPermissions),
    ]

    private static let access = RouteAccess.needs(.manageRole, or: .manageUser)

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        try await call.bareList(RoleWire.shape) {
            try await call.services.frontDoor.roles(business: call.caller.business)
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        let text = try call.pathText("number")
        guard let number = Int64(text) else { throw FrontDoorError.noSuchRole(text) }
        let role = try await call.services.frontDoor.role(number, business: call.caller.business)
        var writer = WireWriter()
        RoleWire.shape.write(role, to: &writer)
        return Answer(.ok, json: writer.bytes)
    }

    @Sendable private static func allPermissions(_ call: Call) async throws -> Answer {
        var writer = WireWriter()
        AllPermissionsWire.shape.write((), to: &writer)
        return Answer(.ok, json: writer.bytes)
    }
}
