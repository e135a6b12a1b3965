import ArgumentParser
import WebAPI
import WebCore

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every route of the API, and whether it is built or planned.",
        discussion: """
            One a line: METHOD path built|planned, sorted. What is planned answers 501 NotImplemented. With --json \
            each says what it needs, too.

              daybook routes | grep ' built$'
            """)

    @OptionGroup var form: ListForm
    /// Taken as by every command; the routes are the same for every folder.
    @OptionGroup var folder: FolderOptions

    func run() {
        let routes = Router.table(version: Program.version).routes
            .map { route in
                (
                    method: route.method.rawValue, path: route.path,
                    state: route.isBuilt ? "built" : "planned",
                    needs: route.isBuilt ? route.access.words : nil
                )
            }
            .sorted { ($0.method, $0.path) < ($1.method, $1.path) }
        guard !form.json else {
            let listing = Listing(
                ["method", "path", "state", "needs"],
                routes.map {
                    [.text($0.method), .text($0.path), .text($0.state), .text(orNothing: $0.needs)]
                })
            return StandardOutput.write(listing.json + "\n")
        }
        StandardOutput.write(routes.map { "\($0.method) \($0.path) \($0.state)\n" }.joined())
    }
}

struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the contract, OpenAPI 3.1, of what is built.",
        discussion: """
            YAML, or JSON as a running server has it at /v2/openapi.json.

              daybook openapi > openapi/daybook.yaml
            """)

    @Flag(help: "Print JSON.")
    var json = false
    /// Taken as by every command; the contract is the same for every folder.
    @OptionGroup var folder: FolderOptions

    func run() throws {
        let contract = Contract(Router.table(version: Program.version), version: Program.version).document
        guard !json else {
            return StandardOutput.write(String(decoding: contract.json, as: UTF8.self) + "\n")
        }
        StandardOutput.write(try ContractYAML.text(of: contract))
    }
}

struct Version: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the program's version.")

    /// Taken as by every command.
    @OptionGroup var folder: FolderOptions

    func run() {
        StandardOutput.write("\(Program.name) \(Program.version)\n")
    }
}

struct SettingsPageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings-page", abstract: "Print docs/configuration.md.", shouldDisplay: false)

    func run() {
        StandardOutput.write(SettingsPage.markdown)
    }
}
