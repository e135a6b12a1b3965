import Foundation
import TestSupport

/// The built program, run as its users run it: with a folder to stand in, arguments, and standard input.
struct Program {
    /// The folder it stands in, where `daybook-data` lies then.
    let folder: String

    /// Beside the tests that run now.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("daybook").path
    }()

    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) async throws -> Ran {
        try await ChildProcess.run(Self.path, arguments, in: folder, input: input, environment: environment)
    }

    @discardableResult
    func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) async throws
        -> Ran
    {
        try await ChildProcess.run(Self.path, arguments, in: folder, input: input, environment: environment)
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
