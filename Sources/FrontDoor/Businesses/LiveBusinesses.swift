import Store

extension FrontDoor {
    /// The history of the control tables.
    public static var migrations: [Migration] { controlMigrations }

    /// The businesses that can be entered, of control tables that no door is open over.
    /// - Throws: `StoreError`.
    public static func liveBusinesses(in control: any Store) async throws -> [Int64] {
        try await control.read { transaction in
            try transaction.all(selectLive, Business.State.live.rawValue) { $0.integer(0) }
        }
    }
}

private let selectLive: SQL = "SELECT id FROM business WHERE state = ?1 ORDER BY id"
