import StorePostgreSQL

/// A PostgreSQL database in place of the files of a data folder, and how it is used.
public struct DatabaseSettings: Sendable {
    let address: PostgreSQLAddress
    /// Connections of this process for the books, and half as many for the front door.
    public var connectionsMax = 16
    /// How long one statement may take before the server gives it up.
    public var statementMax: Duration = .seconds(15)
    /// How long all statements of one transaction may take, before it is given up with its connection.
    public var transactionMax: Duration = .seconds(30)
    /// How long a call waits for a connection.
    public var waitMax: Duration = .seconds(5)

    /// Nil when `address` is none.
    /// - Parameters:
    ///   - address: `postgres://…`, or libpq's `key=value` form; TLS options and several hosts are honoured.
    ///   - password: used when the address has none.
    public init?(address: String, password: String? = nil) {
        guard let address = PostgreSQLAddress(address, password: password) else { return nil }
        self.address = address
    }

    /// `postgres://daybook@db.example:5432/books`: without the password.
    public var shown: String { address.shown }

    var engine: PostgreSQLDatabase.Settings {
        var settings = PostgreSQLDatabase.Settings()
        settings.connectionsMax = connectionsMax
        settings.statementTimeout = statementMax
        settings.transactionMax = transactionMax
        settings.waitMax = waitMax
        return settings
    }
}
