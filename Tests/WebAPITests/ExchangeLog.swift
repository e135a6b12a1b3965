import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// One request and its answer, as scripts/check-exchanges holds them against the contract.
struct Exchange: Encodable, Sendable {
    let method: String
    let path: String
    let status: Int
    let requestBody: String?
    let responseBody: String
    let responseHeaders: [String: String]
    let contentType: String?
}

/// Writes every exchange of the tests down, one line of JSON each, in a file of this process's own.
final class ExchangeLog: Sendable {
    static let shared = ExchangeLog()

    private let file: Mutex<FileHandle?>

    private init() {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent(".build/exchanges")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("web-\(ProcessInfo.processInfo.processIdentifier).jsonl")
            .path
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        file = Mutex(FileHandle(forWritingAtPath: path))
    }

    func write(_ exchange: Exchange) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(exchange) else { return }
        file.withLock { try? $0?.write(contentsOf: line + Data("\n".utf8)) }
    }
}

/// The body of an answer, put together from what the route wrote.
final class CollectedBody: ResponseBodyWriter {
    private let collected = Mutex(ByteBuffer())

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailers: HTTPFields?) async throws {}

    var bytes: [UInt8] { collected.withLock { Array($0.readableBytesView) } }
    var text: String { collected.withLock { String(buffer: $0) } }
}
