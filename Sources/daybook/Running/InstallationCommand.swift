import ArgumentParser
import Foundation
import Installation
import Logging

/// A command that reads or writes an installation. It runs in this process, or in the server that has the data folder;
/// the code is the same. A database is everybody's, so there it always runs here.
protocol InstallationCommand: AsyncParsableCommand {
    var folder: FolderOptions { get }
    /// Whether an installation is made where there is none.
    static var makesInstallation: Bool { get }
    /// Prompts for the lines of standard input that it takes.
    var asks: [String] { get }
    /// Does the work.
    /// - Throws: any floor's refusal; the caller gets it as one line and the exit code 1.
    func work(at desk: Desk) async throws
}

extension InstallationCommand {
    static var makesInstallation: Bool { false }
    var asks: [String] { [] }

    func run() async throws {
        let settings = try HeldSettings(flags: folder.givenSettings)
        try await CommandRun(settings: settings, input: SecretLines.read(asks)).run(self)
    }
}

/// Runs one command where its data is.
struct CommandRun {
    let settings: HeldSettings
    let input: [String]

    /// Another command has the folder for a moment only, and a server listens as soon as it can.
    private static let tries = 50
    private static let pause: Duration = .milliseconds(100)

    func run<Command: InstallationCommand>(_ command: Command) async throws {
        for attempt in 1...Self.tries {
            if let answer = try askServer() { return try show(answer) }
            do {
                return try await runHere(command)
            } catch let error as InstallationError {
                guard case .inUse = error, attempt < Self.tries else { throw error }
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    private func askServer() throws -> Errand.Answer? {
        guard settings[Settings.database] == nil,
            let socket = try AdminSocketClient(folder: settings.folder)
        else { return nil }
        return try socket.ask(
            Errand(
                arguments: Array(CommandLine.arguments.dropFirst()), input: input,
                workingFolder: FileManager.default.currentDirectoryPath))
    }

    private func show(_ answer: Errand.Answer) throws {
        StandardOutput.write(answer.output)
        guard answer.code == 0 else { throw Refusal(answer.error) }
    }

    private func runHere<Command: InstallationCommand>(_ command: Command) async throws {
        // What goes wrong is said in one line, and the log would only say it again.
        var logger = Logger(label: Program.name) { _ in LineLogHandler(format: settings[Settings.logFormat]) }
        logger.logLevel = .critical
        let (folder, opening) = (settings.folder, settings.installation(logger: logger))
        var isThere = Command.makesInstallation
        if !isThere { isThere = try await Installation.isThere(folder, opening) }
        guard isThere else {
            let place = opening.database?.shown ?? folder.path
            throw Refusal("There is no installation in \(place). Make one with `daybook business add`.")
        }
        let installation = try await Installation.open(folder, opening)
        let desk = Desk(
            installation, input: input, workingFolder: FileManager.default.currentDirectoryPath, address: nil,
            stream: { try StandardOutput.writeAll($0) })
        let result: Result<Void, any Error>
        do {
            result = .success(try await command.work(at: desk))
        } catch {
            result = .failure(error)
        }
        await installation.close()
        StandardOutput.write(desk.printed)
        // Only opening the folder may be tried again.
        do { try result.get() } catch { throw Refusal(error) }
    }
}

/// The two standard streams that are written to.
enum StandardOutput {
    static func write(_ text: String) {
        guard !text.isEmpty else { return }
        // A reader that went away is not worth a crash.
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    /// - Throws: when the reader is gone: who writes a journal must know.
    static func writeAll(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    static func writeError(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}
