import Foundation
import Store
import TestSupport
import Testing

@testable import FrontDoor

/// What can be seen of a house from inside.
extension SignInHouse {
    /// How many password hashes were begun.
    var hashes: Int { get throws { try door.hashGate.hashesComputed } }

    func failures(_ username: String) async throws -> Int {
        try await door.user(username: username).failures
    }

    func count(_ table: SQL) async throws -> Int64 {
        try await texts("SELECT count(*) FROM " + table).first.flatMap { Int64($0) } ?? -1
    }

    /// The first column of what `sql` finds.
    func texts(_ sql: SQL) async throws -> [String] {
        try await door.store.read { try $0.all(sql) { $0.text(0) } }
    }

    func change(_ sql: SQL) async throws {
        try await door.store.write { try $0.run(sql) }
    }

    /// The same for the tables themselves, which only their owner can change.
    func changeTables(_ sql: SQL) async throws {
        guard let database = place.database else { return try await change(sql) }
        try TestPostgreSQL.changeControl(sql, in: database)
    }

    /// The rows of the security log that came after the row `last`, oldest first.
    func rows(after last: Int64 = 0) async throws -> [SecurityLogRow] {
        try await door.securityLog(limit: 10_000).reversed().filter { $0.id > last }
    }

    func rows(_ kind: SecurityEvent) async throws -> [SecurityLogRow] {
        try await rows().filter { $0.kind == kind.rawValue }
    }

    var lastRow: Int64 { get async throws { try await rows().last?.id ?? 0 } }

    /// Every byte of the control database: its files with their log, or its rows.
    func controlBytes() throws -> Data {
        guard place.database == nil else { return Data("\(try place.control().rows)".utf8) }
        return try [folder.control, folder.control + "-wal"].reduce(into: Data()) { bytes, path in
            guard FileManager.default.fileExists(atPath: path) else { return }
            bytes += try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }
}
