import ArgumentParser
import FrontDoor

struct LogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Read what was logged for good.", subcommands: [ReadSecurityLog.self])
}

struct ReadSecurityLog: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "security", abstract: "Who signed in, failed, was locked or changed; the newest first.",
        discussion: """
              daybook log security --limit 20
              daybook log security --before 1234 --json
            """)

    @Option(help: ArgumentHelp("How many rows at most, 1 to 10000.", valueName: "number"))
    var limit = 100

    @Option(help: ArgumentHelp("Only rows before this id: the last one of the page before.", valueName: "id"))
    var before: Int64?

    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    mutating func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 10000.") }
    }

    func work(at desk: Desk) async throws {
        let rows = try await desk.frontDoor.securityLog(limit: limit, before: before)
        let listing = Listing(
            [
                "id", "at", "event", "userId", "username", "business", "by", "address", "userAgent",
                "request",
                "detail",
            ],
            rows.map { row in
                [
                    .number(row.id), .text(row.at.text), .text(row.kind), .number(orNothing: row.identity),
                    .text(orNothing: row.username), .number(orNothing: row.business),
                    .text(orNothing: row.actor),
                    .text(orNothing: row.address), .text(orNothing: row.userAgent),
                    .text(orNothing: row.requestID),
                    .text(orNothing: row.detail),
                ]
            })
        desk.print(listing, json: form.json)
    }
}
