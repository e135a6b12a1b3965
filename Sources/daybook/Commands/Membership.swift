import ArgumentParser
import FrontDoor

struct MembershipCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "membership",
        abstract: "Let a user work in another business, with another role, or no more.",
        discussion: "A session changes from one business to another with GET /sessiontoken/{companyId}.",
        subcommands: [AddMembership.self, ChangeMembershipRole.self, RemoveMembership.self])
}

struct AddMembership: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Let a user work in a business too.",
        discussion: "  daybook membership add --business 2 --username ines --role 'Full Access'")

    @OptionGroup var place: BusinessOption
    @OptionGroup var user: UsernameOption

    @Option(help: ArgumentHelp("The role's name or number (default: Read only).", valueName: "role"))
    var role: String?

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let user = try await desk.frontDoor.addMembership(
            business: place.business, username: user.username, role: role.map { RoleChoice($0) },
            from: .commandLine)
        desk.print("User \(user.username) works in business \(place.business).")
    }
}

struct ChangeMembershipRole: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give a user another role in a business; it holds at once.",
        discussion: """
            The roles are those of `daybook role list`. The owner keeps Full Access.

              daybook membership role --business 2 --username ines --role Sales
            """)

    @OptionGroup var place: BusinessOption
    @OptionGroup var user: UsernameOption

    @Option(help: ArgumentHelp("The role's name or number.", valueName: "role"))
    var role: String

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.changeRole(
            business: place.business, username: user.username, to: RoleChoice(role), from: .commandLine)
        desk.print("User \(user.username) has the role \(oneLine(role)) in business \(place.business).")
    }
}

struct RemoveMembership: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "End a user's work in a business; sessions there end.",
        discussion: "  daybook membership remove --business 2 --username ines")

    @OptionGroup var place: BusinessOption
    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.removeMembership(
            business: place.business, username: user.username, from: .commandLine)
        desk.print("User \(user.username) does not work in business \(place.business) any more.")
    }
}
