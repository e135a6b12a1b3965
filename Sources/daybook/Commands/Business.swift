import ArgumentParser
import Bookkeeping
import FrontDoor

struct BusinessCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "business", abstract: "Add, list, rename and remove businesses.",
        discussion: "A business is a company that keeps its books here, each in a file of its own.",
        subcommands: [AddBusiness.self, ListBusinesses.self, RenameBusiness.self, RemoveBusiness.self])
}

struct AddBusiness: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a business with an empty book.",
        discussion: """
            Prints its id, which the other commands take. It has seven roles and no users yet.

              daybook business add 'Harbour Joinery Ltd'
              daybook business add 'Hafen Tischlerei' --country DE --currency EUR --json
            """)
    static let makesInstallation = true

    @Argument(help: "Its name, 1 to 200 characters; others may have the same.")
    var name: String

    @Option(help: "Its country, ISO 3166-1, two letters.")
    var country = "GB"

    @Option(help: "The currency its ledger is kept in, ISO 4217, three letters.")
    var currency = "GBP"

    @Flag(help: "Print the business as a JSON object.")
    var json = false

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let business = try await desk.installation.addBusiness(
            name: name, country: countryCode(), currency: currencyCode(), from: .commandLine)
        desk.print(
            json ? Listing(businesses: [business]).firstAsJSON : "Business \(business.id): \(business.name).")
    }

    /// The front door takes any letters; which of them are a country's, the books know.
    private func countryCode() throws(FrontDoorError) -> String {
        do {
            return try Country.meant(by: country).code
        } catch {
            throw .invalidField("Country", reason: error.words)
        }
    }

    private func currencyCode() throws(FrontDoorError) -> String {
        do {
            return try ISOCurrency.meant(by: currency).code
        } catch {
            throw .invalidField("Currency", reason: error.words)
        }
    }
}

struct ListBusinesses: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all businesses.", discussion: "  daybook business list --json")

    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        desk.print(Listing(businesses: try await desk.frontDoor.businesses()), json: form.json)
    }
}

struct RenameBusiness: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a business another name.",
        discussion: "  daybook business rename --business 1 'Harbour Joinery and Sons Ltd'")

    @OptionGroup var place: BusinessOption

    @Argument(help: "The new name, 1 to 200 characters.")
    var name: String

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let business = try await desk.frontDoor.renameBusiness(
            id: place.business, to: name, from: .commandLine)
        desk.print("Business \(business.id) is called \(business.name) now.")
    }
}

struct RemoveBusiness: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a business and its book, for good.",
        discussion: """
            Its sessions end, its book is deleted, and users who work in no other business are removed with it. There \
            is no way back but a backup. While a request still works in the book it is refused; try it again then.

              daybook business remove --business 3
            """)

    @OptionGroup var place: BusinessOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.installation.removeBusiness(place.business, from: .commandLine)
        desk.print("Business \(place.business) is removed.")
    }
}

struct BusinessOption: ParsableArguments {
    @Option(help: ArgumentHelp("The business's id, as `daybook business list` has it.", valueName: "id"))
    var business: Int64
}

struct ListForm: ParsableArguments {
    @Flag(help: "Print one JSON array.")
    var json = false
}

extension Listing {
    init(businesses: [Business]) {
        self.init(
            ["id", "name", "country", "currency", "state", "package", "until", "created"],
            businesses.map { business in
                [
                    .number(business.id), .text(business.name), .text(business.country),
                    .text(business.currency),
                    .text(business.state.rawValue), .text(business.subscription.package),
                    .text(orNothing: business.subscription.until), .text(business.createdAt.text),
                ]
            })
    }
}
