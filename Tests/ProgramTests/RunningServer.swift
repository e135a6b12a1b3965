import Foundation
import TestSupport
import Testing

/// `daybook serve` in a process of its own, from its one line to its end.
final class RunningServer {
    private let process: ChildProcess
    let output = LineCollector()
    let log = LineCollector()
    /// What stood after `listening on`.
    private(set) var url = ""

    /// Starts it on a free port and waits until it listens.
    init(_ program: Program, _ arguments: [String] = [], environment: [String: String] = [:]) async throws {
        let nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nowhere) }
        process = try ChildProcess(
            Program.path, ["serve", "--port", "0"] + arguments, in: program.folder, environment: environment,
            input: nowhere, output: output.pipe.fileHandleForWriting.fileDescriptor,
            error: log.pipe.fileHandleForWriting.fileDescriptor)
        // Only the program writes to them from here on, so that they end with it.
        try output.pipe.fileHandleForWriting.close()
        try log.pipe.fileHandleForWriting.close()
        let line = try #require(await output.line { $0.hasPrefix("listening on ") }, "\(log.text)")
        url = String(line.dropFirst("listening on ".count))
    }

    var pid: Int32 { process.id }
    var port: UInt16 { UInt16(url.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 0 }

    func signalStop(_ signal: Int32 = SIGTERM) {
        process.signal(signal)
    }

    /// Its exit code, once it has ended.
    func ended() async -> Int32 {
        await process.ended()
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
        // Another program that starts meanwhile must not hold it open.
        for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
            _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
        }
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
