@testable import FrontDoor

extension Office {
    /// A new user who is signed in.
    func caller(_ username: String, in business: Business) async throws -> Caller {
        let header = try await session(of: user(username, in: business), in: business)
        return try await door.admit(authorization: [header])
    }
}
