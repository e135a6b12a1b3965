import ArgumentParser
import FrontDoor

struct ExternalTokenCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "external-token", abstract: "Sign in users whom your own portal has authenticated.",
        subcommands: [IssueExternalToken.self])
}

struct IssueExternalToken: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Print a token that signs a user in once, within 60 seconds.",
        discussion: """
            GET /sessiontoken?externalToken=TOKEN&uid=UID answers with a session token. A locked user is refused \
            there too.

              daybook external-token issue --username ines --json
            """)

    @OptionGroup var user: UsernameOption

    @Flag(help: "Print a JSON object.")
    var json = false

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let issued = try await desk.frontDoor.issueExternalToken(username: user.username, from: .commandLine)
        let listing = Listing(["token", "uid"], [[.text(issued.token), .number(issued.identity)]])
        desk.print(json ? listing.firstAsJSON : "Token: \(issued.token)\nUid:   \(issued.identity)")
    }
}
