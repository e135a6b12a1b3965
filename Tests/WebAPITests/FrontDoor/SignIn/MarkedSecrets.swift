import Foundation
import Synchronization
import Testing

@testable import FrontDoor

/// All secrets of a run, as they were sent and given.
final class MarkedSecrets: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    @discardableResult
    func mark(_ secret: String) -> String {
        kept.withLock { $0.append(secret) }
        return secret
    }

    /// A token in the forms in which it could leak.
    @discardableResult
    func token(_ token: String) -> String {
        mark(token.replacing("-", with: ""))
        return mark(token)
    }
}

extension MarkedSecrets {
    /// That none of them is in a line of the log at any level, in a row of the security log, or readable in the
    /// database.
    func expectUnseen(in house: SignInHouse) async throws {
        let lines = house.log.all
        let rows = try await house.rows().map { "\($0)" }
        let told = try await house.texts("SELECT name || value FROM setting")
        let text = (lines + rows + told).map { $0.lowercased() }
        let bytes = try house.controlBytes()
        for secret in all {
            #expect(!text.contains { $0.contains(secret.lowercased()) }, "\(secret) is logged")
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) is kept")
        }
    }
}
