import Foundation

/// A command that is sent to the server that has the data folder, and what came of it.
///
/// On the wire: the length in four bytes, the highest first, then so many bytes of JSON; one errand a connection. A long
/// output comes in several answers, of which the last does not go on.
struct Errand: Codable, Sendable {
    let arguments: [String]
    /// The lines of standard input; may hold a password, and is never logged.
    let input: [String]
    /// Where the sender stands.
    let workingFolder: String

    struct Answer: Codable, Sendable {
        /// The exit code.
        var code: Int32
        /// For standard output.
        var output: String
        /// For standard error, one line.
        var error: String
        /// Whether this is only a piece of the output, and more follows.
        var goesOn: Bool?
    }

    static let bytesMax = 1 << 20
    static let answerBytesMax = 1 << 27
    static let lengthBytes = 4

    /// `message` with its length before it.
    static func frame(_ message: some Encodable) throws -> [UInt8] {
        let json = try JSONEncoder().encode(message)
        let length = UInt32(json.count)
        return (0..<lengthBytes).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + json
    }

    static func length(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.prefix(lengthBytes).reduce(0) { $0 << 8 | Int($1) }
    }
}
