import ArgumentParser
import FrontDoor

struct LockUser: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Lock a user: sign-in and every open session answer AccountLocked.",
        discussion: "  daybook user lock --username ines")

    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.lock(username: user.username, from: .commandLine)
        desk.print("User \(user.username) is locked.")
    }
}

struct UnlockUser: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Lift a user's lock and forget the failed sign-ins.",
        discussion: "  daybook user unlock --username ines")

    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.unlock(username: user.username, from: .commandLine)
        desk.print("User \(user.username) is not locked.")
    }
}

struct DisableUser: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep a user out of all businesses; sessions end at once.",
        discussion: "  daybook user disable --username tom")

    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.disableUser(username: user.username, from: .commandLine)
        desk.print("User \(user.username) is disabled.")
    }
}

struct EnableUser: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let a disabled user sign in again.",
        discussion: "Sessions from before stay ended.\n\n  daybook user enable --username tom")

    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.enableUser(username: user.username, from: .commandLine)
        desk.print("User \(user.username) is enabled.")
    }
}

struct MakeActivationLink: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "activation-link",
        abstract: "Make the link with which a new user chooses password and word.",
        discussion: """
            It is printed once, good once, and for seven days; one made before is worthless then. It begins with \
            public-url, which has to be set.

              daybook user activation-link --username tom
            """)

    @OptionGroup var user: UsernameOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        desk.print(try await desk.frontDoor.activationLink(username: user.username, from: .commandLine))
    }
}
