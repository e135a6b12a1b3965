import ArgumentParser
import FrontDoor
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
            from the backups.

            With DAYBOOK_SECRET_KEY set the new one is read from standard input. Start every server with it at once: \
            until then nobody signs in there, and what is open goes on.

              daybook secret rotate
              openssl rand -base64 32 | tee new.key | daybook secret rotate --new-key-stdin
            """)

    @Flag(help: "Read the new key, the base64 text of 32 bytes, from standard input.")
    var newKeyStdin = false

    @OptionGroup var folder: FolderOptions

    var asks: [String] { newKeyStdin ? ["New secret key"] : [] }

    func work(at desk: Desk) async throws {
        guard newKeyStdin else {
            try await desk.installation.rotateSecret(from: .commandLine)
            return desk.print("The secret key is a new one: \(desk.installation.folder.secretKey).")
        }
        let key = try SecretKey(base64: desk.input.first ?? "")
        try await desk.installation.rotateSecret(to: key, from: .commandLine)
        desk.print("The secret key is a new one: set DAYBOOK_SECRET_KEY to it and start every server again.")
    }
}
