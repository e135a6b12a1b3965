import ArgumentParser
import FrontDoor

struct SubscriptionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscription", abstract: "Show or set until when a business may be used.",
        discussion: "By default there is no end.",
        subcommands: [ShowSubscription.self, RenewSubscription.self])
}

struct ShowSubscription: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a business's package and last day.",
        discussion: "  daybook subscription show --business 1")

    @OptionGroup var place: BusinessOption

    @Flag(help: "Print a JSON object.")
    var json = false

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let subscription = try await desk.frontDoor.subscription(business: place.business)
        let listing = Listing(
            ["business", "package", "until"],
            [[.number(place.business), .text(subscription.package), .text(orNothing: subscription.until)]])
        desk.print(json ? listing.firstAsJSON : subscription.sentence)
    }
}

struct RenewSubscription: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Set a business's package and last day.",
        discussion: """
            It holds at the next call of every open session. A day in the past ends it: every call but signing in, \
            changing the company and signing out answers SubscriptionExpired.

              daybook subscription renew --business 1 --until 2027-03-31
              daybook subscription renew --business 1          # no end
            """)

    @OptionGroup var place: BusinessOption

    @Option(help: "The package's name; left out, it stays.")
    var package: String?

    @Option(help: ArgumentHelp("The last day, in UTC; left out, there is no end.", valueName: "YYYY-MM-DD"))
    var until: String?

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let subscription = try await desk.frontDoor.renewSubscription(
            business: place.business, package: package, until: until, from: .commandLine)
        desk.print(subscription.sentence)
    }
}

extension Subscription {
    fileprivate var sentence: String {
        "Business \(business): \(package), \(until.map { "until \($0)" } ?? "no end")."
    }
}
