import Logging
import Synchronization

/// Everything that is logged, at every level, one line an event.
final class KeptLog: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    /// A logger that writes here, at `trace`.
    var logger: Logger {
        Logger(label: "test", factory: { _ in Handler(log: self) })
    }

    private struct Handler: LogHandler {
        let log: KeptLog
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let error = event.error.map { " \($0)" } ?? ""
            log.kept.withLock { $0.append("\(event.level) \(event.message) \(all)\(error)") }
        }
    }
}
