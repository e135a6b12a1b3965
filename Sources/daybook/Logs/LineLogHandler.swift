import Foundation
import Logging
import Surroundings
import WebCore

/// Writes each event as one line on standard error: text for people, JSON for programs.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let format: LogFormat
    private let clock = SystemTimekeeper()

    init(format: LogFormat) {
        self.format = format
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard !Self.isVerbose(event) else { return }
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let more = event.metadata { all.merge(more) { $1 } }
        if let error = event.error { all["error"] = .string("\(error)") }
        let pairs = all.map { (name: Self.name($0.key), value: "\($0.value)") }.sorted { $0.name < $1.name }
        let line =
            switch format {
            case .text: Self.text(clock.now(), event, pairs)
            case .json: Self.json(clock.now(), event, pairs)
            }
        // One write for a line, so that lines of several threads don't mix.
        let bytes = Array(line.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// What the library that starts and stops the parts says of each step: it describes every part in full, with all
    /// that is in it, in lines of a thousand characters and more.
    private static func isVerbose(_ event: LogEvent) -> Bool {
        event.level < .info && event.source == "ServiceLifecycle"
    }

    private static func text(_ at: Instant, _ event: LogEvent, _ pairs: [(name: String, value: String)])
        -> String
    {
        let words = pairs.map { pair in
            let value = oneLine(pair.value)
            return value.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) || value.isEmpty
                ? "\(pair.name)=\(quoted(value))" : "\(pair.name)=\(value)"
        }
        return ([at.text, event.level.rawValue, oneLine("\(event.message)")] + words).joined(separator: " ")
            + "\n"
    }

    private static func json(_ at: Instant, _ event: LogEvent, _ pairs: [(name: String, value: String)])
        -> String
    {
        let fixed = [("at", at.text), ("level", event.level.rawValue), ("message", "\(event.message)")]
        let members = (fixed + pairs.map { ($0.name, $0.value) }).map { "\(quoted($0.0)):\(quoted($0.1))" }
        return "{" + members.joined(separator: ",") + "}\n"
    }

    private static func quoted(_ text: String) -> String {
        var writer = WireWriter(capacity: text.utf8.count + 2)
        writer.text(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The HTTP library's own name for the request's id, as this program says it.
    private static func name(_ key: String) -> String {
        key == "hb.request.id" ? "request" : key
    }
}
