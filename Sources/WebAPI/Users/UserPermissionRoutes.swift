import FrontDoor
import WebCore

/// `GET /userpermissions`: what the caller may do.
enum UserPermissionRoutes {
    static let all: [Route] = ["/userpermissions", "/userpermissions-mobile"].map { path in
        Route(
            .get, path, .anyToken,
            RouteContract("The caller's permissions, included ones spelled out.")
                .answers(
                    .ok, "Their names.", .value(.list(.text(max: nil, choices: names), max: nil), example)),
            use: { call in
                let caller = try call.caller
                return Answer(texts: Permission.allCases.filter(caller.permissions.allow).map(\.name))
            })
    }

    private static let names = Permission.allCases.map(\.name)
    private static let example = #"["\#(Permission.viewCustomer.name)","\#(Permission.editCustomer.name)"]"#
}
