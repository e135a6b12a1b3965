import Foundation
import Testing

/// `daybook serve` in a process of its own, from its one line to its end.
final class RunningServer {
    private let process: Process
    let output = LineCollector()
    let log = LineCollector()
    /// What stood after `listening on`.
    private(set) var url = ""

    /// Starts it on a free port and waits until it listens.
    init(_ program: Program, _ arguments: [String] = [], environment: [String: String] = [:]) async throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.pipe
        process.standardError = log.pipe
        try process.run()
        let line = try #require(await output.line { $0.hasPrefix("listening on ") }, "\(log.text)")
        url = String(line.dropFirst("listening on ".count))
    }

    var pid: Int32 { process.processIdentifier }
    var port: UInt16 { UInt16(url.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 0 }

    func signalStop(_ signal: Int32 = SIGTERM) {
        kill(process.processIdentifier, signal)
    }

    /// Its exit code, once it has ended.
    func ended() async -> Int32 {
        let process = UncheckedBox(process)
        return await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                process.value.waitUntilExit()
                caller.resume(returning: process.value.terminationStatus)
            }
        }
    }

    @discardableResult
    func stop() async -> Int32 {
        signalStop()
        return await ended()
    }

    static func run(
        _ program: Program, _ arguments: [String] = [], environment: [String: String] = [:],
        _ body: (RunningServer) async throws -> Void
    ) async throws {
        let server = try await RunningServer(program, arguments, environment: environment)
        do {
            try await body(server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}

/// Collects what a process prints, line by line, and wakes who waits for one.
final class LineCollector: @unchecked Sendable {
    // Unchecked, because a condition guards `received` and `isOver` and the compiler can't see that.
    let pipe = Pipe()
    private let condition = NSCondition()
    private var received = Data()
    private var isOver = false

    init() {
        pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            self?.add(data)
        }
    }

    private func add(_ data: Data) {
        condition.lock()
        received.append(data)
        isOver = isOver || data.isEmpty
        condition.broadcast()
        condition.unlock()
    }

    var text: String {
        condition.lock()
        defer { condition.unlock() }
        return String(decoding: received, as: UTF8.self)
    }

    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// The first line that fits, waited for; nil when the process ended without it or it took half a minute.
    func line(_ fits: @escaping @Sendable (String) -> Bool) async -> String? {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                let end = Date(timeIntervalSinceNow: 30)
                self.condition.lock()
                defer { self.condition.unlock() }
                while true {
                    let whole = String(decoding: self.received, as: UTF8.self).split(
                        separator: "\n", omittingEmptySubsequences: false
                    ).dropLast()
                    if let line = whole.first(where: { fits(String($0)) }) {
                        return caller.resume(returning: String(line))
                    }
                    guard !self.isOver, self.condition.wait(until: end) else {
                        return caller.resume(returning: nil)
                    }
                }
            }
        }
    }
}

/// Hands a value to another thread that only waits on it.
struct UncheckedBox<Value>: @unchecked Sendable {
    // Unchecked: a process is only waited for there, which may be done from any thread.
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
