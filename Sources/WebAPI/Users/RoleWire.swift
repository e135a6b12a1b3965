import Bookkeeping
import FrontDoor
import WebCore

/// A role as `GET /roles` shows it.
enum RoleWire {
    static let shape = WireShape<Role>(
        "Role",
        [
            .integer("Number", "What RoleId of a user means.", get: { $0.number }).example("5"),
            .text("Name", max: TextKind.nameMax, "What people call it.", get: { $0.name }).neverNull()
                .example(#""Sales""#),
            .text("Description", max: 500, "What it is for; may be empty.", get: { $0.description })
                .neverNull().example(#""All of invoices, quotes and customers; reading projects.""#),
            .texts(
                "Permissions", choices: Permission.allCases.map(\.name),
                "What its holders may do, included ones spelled out; empty for full access, which is everything.",
                get: { role in
                    guard !role.permissions.hasFullAccess else { return [] }
                    return Permission.allCases.filter(role.permissions.allow).map(\.name)
                }
            ).example(#"["ViewQuote","CreateQuote"]"#),
            .texts("UserNames", "Who has it, by their numbers.", get: { $0.usernames })
                .example(#"["ines.okafor"]"#),
            .integer("UserCount", "How many have it.", get: { Int64($0.usernames.count) }).example("1"),
            .flag(
                "IsAdmin", "Whether its holders have a say over other users or roles.",
                get: { $0.isAdministrative }),
        ])
}

/// Every permission there is, as `GET /allkfpermissions` shows them: names that are their own values.
enum AllPermissionsWire {
    static let shape = WireShape<Void>(
        "AllPermissions",
        Permission.allCases.map { permission in
            .text(permission.name, "Its own name.", get: { permission.name }).neverNull()
                .example("\"\(permission.name)\"")
        })
}

/// What must be held to hold a permission, as `GET /permissionhierarchy` shows it.
struct PermissionStep: Sendable {
    let id: Int
    let permission: Permission
    let required: Permission

    /// In the order of the documentation's permission page.
    static let all: [PermissionStep] = {
        let pairs = Permission.allCases.compactMap { permission in
            permission.required.map { (permission, $0) }
        }
        return zip(1..., pairs).map { PermissionStep(id: $0, permission: $1.0, required: $1.1) }
    }()

    /// Numbers as texts, as the documentation's sample has them.
    static let shape = WireShape<PermissionStep>(
        "PermissionHierarchy",
        [
            .text("HierarchyId", "Counts from 1.", get: { String($0.id) }).neverNull().example(#""1""#),
            .text("PermissionId", "The permission.", get: { String($0.permission.rawValue) }).neverNull()
                .example(#""3""#),
            .text(
                "ShouldHavePermissionId", "What its holders must hold too.",
                get: { String($0.required.rawValue) }
            ).neverNull().example(#""2""#),
        ])
}
