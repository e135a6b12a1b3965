import Foundation

/// A program run in a process of its own.
///
/// By `posix_spawn`, since Foundation's `Process` reads past the end of a folder's listing when it looks for open
/// files, which crashes a test run now and then.
public final class ChildProcess: Sendable {
    public let id: Int32

    /// Starts it with three files as its input, output and errors.
    /// - Throws: `POSIXError` when it can't be started.
    public init(
        _ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:],
        input: Int32, output: Int32, error: Int32
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in [input, output, error].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file, Int32(target))
        }
        let variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
        // It becomes the program, in the folder that it is told.
        let env = "/usr/bin/env"
        let words = ([env, "--chdir", folder, path] + arguments).map { strdup($0) }
        let settings = variables.map { strdup("\($0)=\($1)") }
        defer { for text in words + settings { free(text) } }
        var id: pid_t = 0
        let failure = posix_spawn(&id, env, &actions, nil, words + [nil], settings + [nil])
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        self.id = id
    }

    public func signal(_ signal: Int32) {
        kill(id, signal)
    }

    /// Its exit code, or the signal that ended it, once it has ended. Asked for once; blocks its thread.
    public func endedNow() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : signal
    }

    /// The same on a thread that may wait: others run tests.
    public func ended() async -> Int32 {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async { caller.resume(returning: self.endedNow()) }
        }
    }
}

/// What came of a program that was run to its end.
public struct Ran: Sendable {
    public let code: Int32
    public let output: String
    public let error: String

    public var lines: [String] { output.split(separator: "\n").map(String.init) }
    public var errorLines: [String] { error.split(separator: "\n").map(String.init) }
}

extension ChildProcess {
    /// Runs a program to its end. Through files: a pipe that nobody reads would stop it.
    public static func run(
        _ path: String, _ arguments: [String], in folder: String, input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Ran {
        let names = ["in", "out", "err"].map { "\(NSTemporaryDirectory())/\(UUID().uuidString).\($0)" }
        defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
        for (name, text) in zip(names, [input, "", ""]) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: name))
        }
        let files = zip(names, [O_RDONLY, O_WRONLY, O_WRONLY]).map { open($0, $1 | O_CLOEXEC) }
        defer { for file in files { close(file) } }
        let process = try ChildProcess(
            path, arguments, in: folder, environment: environment, input: files[0], output: files[1],
            error: files[2])
        let code = await process.ended()
        return Ran(
            code: code, output: try String(contentsOfFile: names[1], encoding: .utf8),
            error: try String(contentsOfFile: names[2], encoding: .utf8))
    }
}
