import ArgumentParser
import Bookkeeping
import FrontDoor
import Installation

struct RecurringCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recurring", abstract: "Make the recurring invoices that are due.",
        subcommands: [RunRecurring.self])
}

struct RunRecurring: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Make the recurring invoices that are due, each date once.",
        discussion: """
            The server does this by itself, at its start and each night. With --date it makes what is due up to that \
            day, and on that day the invoices that were not made since their own dates are locked; the day itself has \
            to be open.

              daybook recurring run --business 1
              daybook recurring run --business 1 --date 2026-04-06
            """)

    @Option(help: ArgumentHelp("The business; left out, all of them.", valueName: "id"))
    var business: Int64?

    @Option(
        help: ArgumentHelp("The day, as 2026-04-06; left out, today and no date in the place of another."))
    var date: String?

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let day = try date.map { try CalendarDate(text: $0) }
        var businesses = [business].compactMap(\.self)
        if businesses.isEmpty {
            businesses = try await desk.frontDoor.recurringBusinesses()
        }
        for business in businesses {
            let run = try await desk.installation.runRecurring(
                business: business, until: day, replacingLocked: day)
            desk.print("Business \(business): \(Self.count(run.made, "invoice")) made.")
            for missed in run.missed {
                let why =
                    missed.reason.map { ": " + oneLine($0) }
                    ?? (missed.outcome == .archived ? ": the customer is archived." : ".")
                desk.print("  Recurring invoice \(missed.number) was not made for \(missed.date.text)\(why)")
            }
        }
    }

    private static func count(_ number: Int, _ what: String) -> String {
        number == 1 ? "1 \(what) was" : "\(number) \(what)s were"
    }
}
