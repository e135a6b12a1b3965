import Store

extension PostgreSQLDatabase {
    /// Connects to what is at `address` without making anything. It blocks its thread.
    /// - Throws: as `init(url:settings:)`.
    public convenience init(
        _ address: PostgreSQLAddress, settings: Settings = Settings()
    ) throws(StoreError) {
        try self.init(url: address.connectionText, settings: settings)
    }

    /// Whether the tables of an installation are at `address`, with anything in them. It blocks its thread.
    /// - Throws: `StoreError.unavailable`.
    public static func holdsInstallation(_ address: PostgreSQLAddress) throws(StoreError) -> Bool {
        let connection = try PostgreSQLConnection(url: address.connectionText, preparation: sessionSettings)
        defer { connection.close() }
        guard try connection.number("SELECT CAST(to_regclass('control.setting') IS NOT NULL AS INTEGER)") == 1
        else { return false }
        return try connection.number("SELECT CAST(EXISTS (SELECT 1 FROM control.setting) AS INTEGER)") == 1
    }
}
