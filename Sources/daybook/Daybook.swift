import ArgumentParser
import Foundation

/// `daybook`: bookkeeping over HTTP, and the commands of who runs it.
@main
struct Daybook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Program.name,
        abstract: "A bookkeeping server that speaks the KashFlow REST API v2.",
        discussion: """
            Everything lies in one data folder: who may sign in, and a SQLite file for each business. One server has \
            the folder at a time; the other commands work beside it, handed over through a socket in the folder, or \
            without one.

              daybook business add 'Harbour Joinery Ltd'
              daybook user add --business 1 --username ines --admin --password-stdin
              daybook serve

            The folder is ./daybook-data, the one that --data names, or the one in DAYBOOK_DATA. With --database all of \
            it is in a PostgreSQL database instead, which any number of servers share. Every setting can \
            stand on the command line of serve, in the environment, or in daybook.yaml in the folder: see \
            `daybook serve --help` and `daybook serve --print-config`.

            Exit codes: 0 done; 1 refused, with one line on standard error that says why; 64 wrong usage.

            Completions for a shell: daybook --generate-completion-script bash (or zsh, or fish).
            """,
        version: "\(Program.name) \(Program.version)",
        subcommands: [
            Serve.self, Demo.self, BusinessCommands.self, UserCommands.self, MembershipCommands.self,
            RoleCommands.self,
            SubscriptionCommands.self, AlertCommands.self, RecurringCommands.self, AddressCommands.self,
            SessionCommands.self,
            ExternalTokenCommands.self, SecretCommands.self,
            Backup.self, Restore.self, Verify.self, Export.self, LogCommands.self, Routes.self, OpenAPI.self,
            Version.self,
            SettingsPageCommand.self, PermissionsPageCommand.self,
        ])

    /// What is typed for a command: `user add`.
    static func words(of command: any ParsableCommand.Type) -> String {
        words(of: command, below: Self.self)?.joined(separator: " ") ?? ""
    }

    private static func words(
        of command: any ParsableCommand.Type, below parent: any ParsableCommand.Type
    ) -> [String]? {
        for child in parent.configuration.subcommands {
            if child == command { return [child._commandName] }
            if let rest = words(of: command, below: child) { return [child._commandName] + rest }
        }
        return nil
    }

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            // Usage, help and versions are the parser's to print; what a floor refused is one line of ours.
            guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
            StandardOutput.writeError("\(Program.name): \(Refusal(error).line)")
            Foundation.exit(ExitCode.failure.rawValue)
        }
    }
}
