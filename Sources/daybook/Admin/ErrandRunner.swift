import ArgumentParser
import Installation
import Logging

/// Runs errands inside the server, with the code that runs them without one.
struct ErrandRunner: Sendable {
    let installation: Installation
    let logger: Logger
    /// Where the server listens; known once it does.
    let address: ListeningAddress

    /// - Parameter stream: takes away pieces of a long output.
    func run(
        _ errand: Errand, stream: @escaping @Sendable (String) async throws -> Void
    ) async -> Errand.Answer {
        let desk = Desk(
            installation, input: errand.input, workingFolder: errand.workingFolder, address: address.url,
            stream: stream)
        do {
            guard let command = try Daybook.parseAsRoot(errand.arguments) as? any InstallationCommand else {
                throw Refusal("This command does not run inside a server.")
            }
            // The command's own name: its arguments may hold what should not be logged.
            logger.info("command", metadata: ["command": .string(Daybook.words(of: type(of: command)))])
            try await command.work(at: desk)
            return Errand.Answer(code: 0, output: desk.printed, error: "")
        } catch {
            let line =
                Daybook.exitCode(for: error) == .validationFailure
                ? oneLine(Daybook.message(for: error)) : Refusal(error).line
            return Errand.Answer(code: 1, output: desk.printed, error: line)
        }
    }
}
