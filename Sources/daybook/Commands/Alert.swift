import ArgumentParser
import FrontDoor

struct AlertCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Tell users something; list and remove what they were told.",
        discussion: "Each user sees an alert until they say that they have read it: PUT /alert/{messageId}.",
        subcommands: [AddAlert.self, ListAlerts.self, RemoveAlert.self])
}

struct AddAlert: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Tell the users of one business something, or everyone.",
        discussion: """
              daybook alert add --title 'Closed on Sunday' --text 'The server is being moved from 8 to 9.'
              daybook alert add --business 2 --title 'Your invoice' --text 'It is due next week.'
            """)

    @Option(help: ArgumentHelp("Only the users of this business; left out, everyone.", valueName: "id"))
    var business: Int64?

    @Option(help: "What it is about, 1 to 200 characters.")
    var title: String

    @Option(help: "The message, 1 to 2000 characters on one line.")
    var text: String

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let alert = try await desk.frontDoor.postAlert(business: business, title: title, text: text)
        let users = alert.business.map { "the users of business \($0)" } ?? "everyone"
        desk.print("Alert \(alert.id) is for \(users).")
    }
}

struct ListAlerts: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all alerts, the newest first, with how many users read each.",
        discussion: "  daybook alert list --json")

    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let listing = Listing(
            ["id", "business", "title", "text", "created", "readers"],
            try await desk.frontDoor.alerts().map { posted in
                let alert = posted.alert
                return [
                    .number(alert.id), alert.business.map { .number($0) } ?? .nothing, .text(alert.title),
                    .text(alert.text), .text(alert.createdAt.text), .number(posted.readers),
                ]
            })
        desk.print(listing, json: form.json)
    }
}

struct RemoveAlert: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an alert back: nobody sees it any more.",
        discussion: "  daybook alert remove --id 3")

    @Option(help: ArgumentHelp("The alert, as `daybook alert list` has it.", valueName: "id"))
    var id: Int64

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.removeAlert(id: id)
        desk.print("Alert \(id) is removed.")
    }
}
