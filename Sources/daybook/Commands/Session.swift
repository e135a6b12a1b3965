import ArgumentParser
import FrontDoor

struct SessionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "List who is signed in, or end sessions.",
        subcommands: [ListSessions.self, RevokeSessions.self])
}

struct ListSessions: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sessions that live now.",
        discussion: """
            A session is named by the first eight digits of its token's hash, as in the log; tokens are kept nowhere.

              daybook session list --user ines --json
            """)

    @Option(
        name: [.customLong("user"), .customLong("username")],
        help: ArgumentHelp("Only those of this user.", valueName: "name"))
    var username: String?

    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let sessions = try await desk.frontDoor.sessions(username: username)
        let listing = Listing(
            ["session", "userId", "username", "business", "created", "lastUsed", "ends", "keptLoggedIn"],
            sessions.map { session in
                [
                    .text(session.hashPrefix), .number(session.identity), .text(session.username),
                    .number(session.business), .text(session.createdAt.text), .text(session.lastUsedAt.text),
                    .text(session.endsAt.text), .flag(session.keepLoggedIn),
                ]
            })
        desk.print(listing, json: form.json)
    }
}

struct RevokeSessions: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End sessions at once: of one user, one alone, or all.",
        discussion: """
              daybook session revoke --user ines
              daybook session revoke --session 3f9a12c0
              daybook session revoke --all
            """)

    @Option(
        name: [.customLong("user"), .customLong("username")],
        help: ArgumentHelp("All of this user.", valueName: "name"))
    var username: String?

    @Option(help: ArgumentHelp("The one whose hash begins so.", valueName: "digits"))
    var session: String?

    @Flag(help: "All there are.")
    var all = false

    @OptionGroup var folder: FolderOptions

    mutating func validate() throws {
        let named = [username != nil, session != nil, all].count { $0 }
        guard named == 1 else { throw ValidationError("Give one of --user, --session and --all.") }
    }

    func work(at desk: Desk) async throws {
        let count = try await desk.frontDoor.revokeSessions(
            username: username, all: all, hashPrefix: session, from: .commandLine)
        desk.print(count == 1 ? "1 session ended." : "\(count) sessions ended.")
    }
}
