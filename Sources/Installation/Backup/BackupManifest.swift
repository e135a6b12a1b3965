import Foundation
import Surroundings

/// What is in a backup. After its files come this and its own sum; a backup without both was cut short.
public struct BackupManifest: Codable, Hashable, Sendable {
    public struct File: Codable, Hashable, Sendable {
        /// `control.sqlite`, `books/7.sqlite` or `secret.key`.
        public let name: String
        public let bytes: Int
        /// Lower-case hexadecimal.
        public let sha256: String
    }

    /// Of this layout; a program refuses those it does not know.
    public let format: Int
    /// The version of the program that made it.
    public let program: String
    /// When it was begun, as `Instant.text`.
    public let made: String
    /// In the order of the archive: control first.
    public let files: [File]

    static let name = "manifest.json"
    /// The last file: the manifest's SHA-256, as its own text has no sum anywhere else.
    static let sum = "manifest.sha256"
    static let format = 1
    static let control = "control.sqlite"
    static let secretKey = "secret.key"
    static let bytesMax = 64 << 20

    static func book(_ business: Int64) -> String { "books/\(business).sqlite" }

    /// Whether a file of that name belongs into a backup: nothing else is ever written to the disk.
    static func allows(_ name: String) -> Bool {
        if name == control || name == secretKey { return true }
        guard name.hasPrefix("books/"), name.hasSuffix(".sqlite"),
            let business = Int64(name.dropFirst("books/".count).dropLast(".sqlite".count))
        else { return false }
        return business > 0 && name == book(business)
    }

    /// Where in the archive a file begins, with its header.
    func offset(of name: String) -> Int {
        files.prefix { $0.name != name }.reduce(0) { offset, file in
            let header = TarHeader(name: file.name, size: file.bytes, modified: 0)
            return offset + TarHeader.length + file.bytes + header.padding
        }
    }

    /// The businesses that it holds a book of, in its order.
    var books: [Int64] {
        files.compactMap { file in
            guard file.name.hasPrefix("books/") else { return nil }
            return Int64(file.name.dropFirst("books/".count).dropLast(".sqlite".count))
        }
    }

    /// How many businesses it holds a book of.
    public var bookCount: Int { books.count }
    public var holdsSecretKey: Bool { files.contains { $0.name == Self.secretKey } }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}
