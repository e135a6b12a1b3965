import Installation

/// A PostgreSQL database in place of the files of a data folder.
extension Settings {
    static let database = Setting<String?>(
        "database", .database, "url", "an address like postgres://daybook@db.example/books", default: nil,
        as: nil,
        "The PostgreSQL database in which all is kept, in place of the data folder's files; TLS options and several "
            + "hosts in it are honoured. A password in it is shown nowhere, but on a command line others of the machine "
            + "can read it.",
        show: { DatabaseSettings(address: $0)?.shown ?? "(hidden)" }
    ) { text in
        // Written out: a text that is no address must not turn into nothing by promotion.
        guard DatabaseSettings(address: text) != nil else { return nil }
        return .some(text)
    }
    static let databasePassword = Setting<String?>(
        "database-password", .database, "password", "a text that is not empty", default: nil, as: nil,
        "The database's password, when its address has none. PGPASSFILE and ~/.pgpass go too.",
        from: .environmentOnly
    ) { $0.isEmpty || $0.contains("\0") ? nil : .some($0) }
    static let databaseConnectionsMax = Setting<Int>.number(
        "database-connections-max", .database, "number", 16, in: 2...1_000,
        "Connections that this process opens for the books at most, and half as many for the front door.")
    static let databaseWaitSeconds = Setting<Int>.number(
        "database-wait-seconds", .database, "seconds", 5, in: 1...300,
        "How long a request waits for a connection; then it is answered 503.")
    static let databaseStatementSeconds = Setting<Int>.number(
        "database-statement-seconds", .database, "seconds", 15, in: 1...3_600,
        "How long one statement may take before the server gives it up (statement_timeout).")
    static let databaseTransactionSeconds = Setting<Int>.number(
        "database-transaction-seconds", .database, "seconds", 30, in: 1...3_600,
        "How long a transaction may take with all its statements, whatever the server or the network do; then the "
            + "connection is given up and the request answered 503.")

    static let databaseFacts: [SettingFact] = [
        database.fact, databasePassword.fact, databaseConnectionsMax.fact, databaseWaitSeconds.fact,
        databaseStatementSeconds.fact, databaseTransactionSeconds.fact,
    ]
}
