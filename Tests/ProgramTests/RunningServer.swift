import Foundation
import TestSupport
import Testing

/// `daybook serve` in a process of its own, from its one line to its end.
final class RunningServer: Sendable {
    private let process: ChildProcess
    let output: LineCollector
    let log: LineCollector
    /// What stood after `listening on`.
    let url: String

    /// Starts it on a free port and waits until it listens.
    init(_ program: Program, _ arguments: [String] = [], environment: [String: String] = [:]) async throws {
        let (output, log) = (try LineCollector(), try LineCollector())
        (self.output, self.log) = (output, log)
        let nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nowhere) }
        let (folder, ends) = (program.folder, (output.writing, log.writing))
        let started = Result {
            try ChildProcess(
                Program.path, ["serve", "--port", "0"] + arguments, in: folder, environment: environment,
                input: nowhere, output: ends.0, error: ends.1)
        }
        // Only the program writes to them from here on, so that they end with it.
        close(ends.0)
        close(ends.1)
        process = try started.get()
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
    private let condition = NSCondition()
    private var received = Data()
    private var isOver = false
    /// What the process writes to. Closed here once it has it, so that reading ends with it.
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        // Another program that starts meanwhile must not hold it open.
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        writing = ends[1]
        let reading = ends[0]
        // A thread that reads, and closes what it read from: a dispatch source of a file that is closed under it
        // brings the whole run down now and then.
        Thread.detachNewThread { [self] in
            var bytes = [UInt8](repeating: 0, count: 4_096)
            while true {
                let count = read(reading, &bytes, bytes.count)
                if count < 0, errno == EINTR { continue }
                add(Data(bytes.prefix(max(count, 0))))
                guard count > 0 else { break }
            }
            close(reading)
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
