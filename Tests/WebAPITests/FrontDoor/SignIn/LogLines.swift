import Logging
import Synchronization

/// Keeps every line that is logged, at every level, with all of its metadata.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func logger() -> Logger {
        var logger = Logger(label: "test", factory: { [self] _ in LineKeeper(lines: self) })
        logger.logLevel = .trace
        return logger
    }

    fileprivate func keep(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

private struct LineKeeper: LogHandler {
    let lines: LogLines
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let pairs = all.map { "\($0.key)=\($0.value)" }.sorted()
        let error = event.error.map { ["error=\($0)"] } ?? []
        lines.keep((["\(event.level): \(event.message)"] + pairs + error).joined(separator: " "))
    }
}
