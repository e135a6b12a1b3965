import Foundation

/// The built program, run as its users run it: with a folder to stand in, arguments, and standard input.
struct Program {
    /// The folder it stands in, where `daybook-data` lies then.
    let folder: String

    /// What came of a run.
    struct Ran: Sendable {
        let code: Int32
        let output: String
        let error: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
        var errorLines: [String] { error.split(separator: "\n").map(String.init) }
    }

    /// Beside the tests that run now.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("daybook").path
    }()

    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) async throws -> Ran {
        try await Self.run(Self.path, arguments, in: folder, input: input, environment: environment)
    }

    @discardableResult
    func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) async throws
        -> Ran
    {
        try await Self.run(Self.path, arguments, in: folder, input: input, environment: environment)
    }

    /// Waits where it blocks none of the threads that other tests run on.
    static func run(
        _ path: String, _ arguments: [String], in folder: String, input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Ran {
        try await withCheckedThrowingContinuation { caller in
            DispatchQueue.global().async {
                caller.resume(
                    with: Result {
                        try wait(path, arguments, in: folder, input: input, environment: environment)
                    })
            }
        }
    }

    private static func wait(
        _ path: String, _ arguments: [String], in folder: String, input: String, environment: [String: String]
    ) throws -> Ran {
        // Through files: a pipe that nobody reads would stop the program.
        let names = ["in", "out", "err"].map { "\(folder)/\(UUID().uuidString).\($0)" }
        defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
        for (name, text) in zip(names, [input, "", ""]) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        return Ran(
            code: process.terminationStatus, output: try String(contentsOfFile: names[1], encoding: .utf8),
            error: try String(contentsOfFile: names[2], encoding: .utf8))
    }
}

extension Program {
    static let password = "nine-copper-kettles"
    static let word = "tidewater58"

    /// A fresh folder, gone afterwards.
    static func inFolder(_ body: (Program) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "daybook-program-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(Program(folder: folder))
    }

    /// With a business, and its owner `ines`.
    static func withBusiness(_ body: (Program) async throws -> Void) async throws {
        try await inFolder { program in
            try await program.run("business", "add", "Harbour Joinery Ltd")
            try await program.addUser("ines", "--admin")
            try await body(program)
        }
    }

    @discardableResult
    func addUser(_ username: String, _ more: String...) async throws -> Ran {
        try await run(
            ["user", "add", "--business", "1", "--username", username, "--password-stdin"] + more,
            input: "\(Self.password)\n\(Self.word)\n")
    }
}
