import ArgumentParser
import FrontDoor

struct AddressCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "address", abstract: "List and change the addresses that may call a business.",
        discussion: """
            The list acts while the business's setting AccessToSpecificIPAddressesOnly is on, which its users turn on \
            through the API. `off` is the way back for who shut themselves out.
            """,
        subcommands: [ListAddresses.self, AddAddress.self, RemoveAddress.self, AddressesOff.self])
}

struct ListAddresses: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the addresses, and say whether the list acts.",
        discussion: "  daybook address list --business 1")

    @OptionGroup var place: BusinessOption
    @OptionGroup var form: ListForm
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let listed = try await desk.frontDoor.allowedAddresses(business: place.business)
        let listing = Listing(
            ["id", "address", "comment"],
            listed.map { [.number($0.id), .text($0.range.text), .text(orNothing: $0.comment)] })
        desk.print(listing, json: form.json)
        guard !form.json else { return }
        let acts = try await desk.frontDoor.apiSettings(business: place.business).listedAddressesOnly
        desk.print(
            "Business \(place.business) takes calls from \(acts ? "these addresses only" : "any address").")
    }
}

struct AddAddress: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "List an address or a block of them.",
        discussion: """
              daybook address add --business 1 203.0.113.5 --comment 'The workshop'
              daybook address add --business 1 2001:db8:4:9::/64
            """)

    @OptionGroup var place: BusinessOption
    @OptionGroup var named: AddressArgument

    @Option(help: "What it is for.")
    var comment: String?

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let added = try await desk.frontDoor.allowAddress(
            named.range, comment: comment, business: place.business, from: .commandLine)
        desk.print("\(added.range.text) is on the list of business \(place.business).")
    }
}

struct RemoveAddress: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an address or a block off the list.",
        discussion: "  daybook address remove --business 1 203.0.113.5")

    @OptionGroup var place: BusinessOption
    @OptionGroup var named: AddressArgument
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        let range = try named.range
        try await desk.frontDoor.removeAddress(range, business: place.business, from: .commandLine)
        desk.print("\(range.text) is off the list of business \(place.business).")
    }
}

struct AddressesOff: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "off", abstract: "Have a business take calls from any address again; the list stays.",
        discussion: "  daybook address off --business 1")

    @OptionGroup var place: BusinessOption
    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.frontDoor.takeCallsFromAnywhere(business: place.business, from: .commandLine)
        desk.print("Business \(place.business) takes calls from any address.")
    }
}

struct AddressArgument: ParsableArguments {
    @Argument(help: "IPv4 or IPv6, or a block like 203.0.113.0/24.")
    var address: String

    /// - Throws: `FrontDoorError.invalidField`.
    var range: AddressRange {
        get throws {
            guard let range = AddressRange(address) else {
                throw FrontDoorError.invalidField("Address", reason: AddressRange.rule)
            }
            return range
        }
    }
}
