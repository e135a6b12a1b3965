import ArgumentParser
import Installation

struct SecretCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret", abstract: "Change the key that seals memorable words.",
        subcommands: [RotateSecret.self])
}

struct RotateSecret: InstallationCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Seal every memorable word with a new key.",
        discussion: """
            The new key takes the place of secret.key in the data folder; sign-in goes on. Keep a copy of it apart \
            from the backups. With DAYBOOK_SECRET_KEY set it is refused.

              daybook secret rotate
            """)

    @OptionGroup var folder: FolderOptions

    func work(at desk: Desk) async throws {
        try await desk.installation.rotateSecret(from: .commandLine)
        desk.print("The secret key is a new one: \(desk.installation.folder.secretKey).")
    }
}
