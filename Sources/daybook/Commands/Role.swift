import ArgumentParser
import FrontDoor

struct RoleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "List, add and remove the roles of a business.",
        discussion: """
            A role says what its holders may do. Every business is made with seven; through the API roles are only \
            read. `daybook membership role` gives one to a user.
            """,
        subcommands: [AddRole.self, ListRoles.self, RemoveRole.self])
}

struct AddRole: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Give a business another role.",
        discussion: """
            What a permission rests on comes with it: EditQuote brings CreateQuote and ViewQuote. Names of permissions \
            are those of docs/permissions.md, in any case.

              daybook role add --business 1 --name 'Quotes and users' \\
                  --permissions EditQuote,ManageUser
            """)

    @OptionGroup var place: BusinessOption

    @Option(help: "What people call it, 1 to 200 characters.")
    var name: String

    @Option(help: "What it is for, up to 500 characters.")
    var description = ""

    @Option(help: ArgumentHelp("What its holders may do, by commas.", valueName: "names"))
    var permissions: String

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let named = try permissions.split(separator: ",").map { name in
            guard let permission = Permission(name: String(name)) else {
                let known = Permission.allCases.map(\.name).joined(separator: ", ")
                throw Refusal("There is no permission \(oneLine(String(name))); there are \(known).")
            }
            return permission
        }
        let role = try await desk.frontDoor.addRole(
            business: place.business, name: name, description: description, permissions: named,
            from: .commandLine)
        desk.print("Role \(role.number) of business \(place.business): \(role.name).")
    }
}

struct ListRoles: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the roles of a business and who has them.",
        discussion: "  daybook role list --business 1 --json")

    @OptionGroup var place: BusinessOption
    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let roles = try await desk.frontDoor.roles(business: place.business)
        let listing = Listing(
            ["number", "name", "permissions", "users"],
            roles.map { role in
                [
                    .number(role.number), .text(role.name), .text(role.permissions.inWords),
                    .text(role.usernames.joined(separator: ", ")),
                ]
            })
        desk.print(listing, json: form.json)
    }
}

struct RemoveRole: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a role that nobody has away from a business.",
        discussion: "  daybook role remove --business 1 --role 'Quotes and users'")

    @OptionGroup var place: BusinessOption

    @Option(help: ArgumentHelp("The role's name or number.", valueName: "role"))
    var role: String

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.removeRole(
            business: place.business, role: RoleChoice(role), from: .commandLine)
        desk.print("Business \(place.business) has no role \(oneLine(role)) any more.")
    }
}

extension Permissions {
    /// `FullAccess`, or every permission by commas.
    fileprivate var inWords: String {
        let names = Permission.allCases.filter { contains(Permissions($0)) }.map(\.name)
        return names.joined(separator: ", ")
    }
}
