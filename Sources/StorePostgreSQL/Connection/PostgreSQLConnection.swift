import CPostgreSQL
import Store

/// One connection to a server, with the statements it has prepared.
///
/// Unchecked, because libpq's handle is no `Sendable`: it is used by one thread at a time, which took it from
/// `ConnectionPool`.
final class PostgreSQLConnection: @unchecked Sendable {
    let handle: OpaquePointer
    private var statements: [StatementKey: Prepared] = [:]
    private var asks = 0
    private var names = 0
    /// What the server said of the last statement that failed: five characters, or none when it is gone.
    var lastState = ""
    /// Set by what the server warns of.
    var isWarned = false
    /// When whatever runs now is given up, with the connection.
    var deadline: ContinuousClock.Instant?
    /// Set once the server did not answer in time; libpq itself thinks nothing of that.
    var isGivenUp = false
    /// How many statements were posted and not answered yet.
    var owed = 0

    /// - Parameters:
    ///   - url: `postgres://…` or libpq's own `key=value` form; its TLS options, several hosts and
    ///     `target_session_attrs` are libpq's to honour.
    ///   - preparation: run once, on the new connection.
    /// - Throws: `StoreError.unavailable`, without the URL, which may hold a password.
    init(url: String, preparation: [String]) throws(StoreError) {
        // What the URL says comes later and wins.
        let defaults = [
            ("application_name", "daybook"), ("connect_timeout", "5"), ("tcp_user_timeout", "10000"),
            ("keepalives_idle", "10"), ("dbname", url),
        ]
        let connected = withCStrings(defaults.map(\.0)) { keywords in
            withCStrings(defaults.map(\.1)) { values in
                PQconnectdbParams(keywords + [nil], values + [nil], 1)
            }
        }
        guard let connected else { throw .unavailable("no memory for a connection") }
        handle = connected
        guard PQstatus(handle) == CONNECTION_OK else {
            let error = Self.refusal(to: handle)
            PQfinish(handle)
            throw error
        }
        PQsetnonblocking(handle, 1)
        // The connection outlives its handle's last call.
        PQsetNoticeReceiver(handle, noteWarning, Unmanaged.passUnretained(self).toOpaque())
        do {
            for statement in preparation { try command(statement) }
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    var isSound: Bool { !isGivenUp && PQstatus(handle) == CONNECTION_OK }

    /// What has to follow the last statement that failed.
    var lastFailure: Aftermath { Aftermath(state: lastState) }

    /// Before what may fail without the server's having refused anything.
    func forgetFailure() {
        lastState = successful
    }

    func close() {
        PQfinish(handle)
    }

    /// Runs statements of our own making, one after another in one trip. Returns how many rows the last one gave.
    @discardableResult
    func command(_ text: String) throws(StoreError) -> Int {
        try settle()
        try requireSent(PQsendQuery(handle, text))
        let result = try lastResult()
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return Int(PQntuples(result))
        default: throw error(of: result)
        }
    }

    /// Runs `sql`, prepared at its first use.
    /// - Returns: the rows, and how many a statement without rows changed.
    func run(_ sql: SQL, _ parameters: [SQLValue]) throws(StoreError) -> (rows: ResultRows, changed: Int) {
        let name = try prepared(sql, parameters)
        let sent = withCStrings(parameters.map(\.postgreSQLText)) { values in
            PQsendQueryPrepared(handle, name, Int32(values.count), values, nil, nil, 0)
        }
        try requireSent(sent)
        let result = owed == 0 ? try lastResult() : try lastResultBehindPosted()
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            guard let result else { throw .unavailable("no memory for an answer") }
            return (ResultRows(result), Int(String(cString: PQcmdTuples(result))) ?? 0)
        default:
            defer { PQclear(result) }
            throw error(of: result)
        }
    }

    /// Runs a statement whose first row's first column is all that is asked for.
    func number(_ sql: SQL, _ parameters: [SQLValue] = []) throws(StoreError) -> Int64? {
        let rows = try run(sql, parameters).rows
        defer { rows.clear() }
        return rows.count > 0 && !rows.isNull(0) ? rows.integer(0) : nil
    }

    /// Runs a statement whose rows have one text each.
    func texts(_ sql: SQL, _ parameters: [SQLValue] = []) throws(StoreError) -> [String] {
        let rows = try run(sql, parameters).rows
        defer { rows.clear() }
        var texts: [String] = []
        while rows.current < rows.count {
            texts.append(rows.text(0))
            rows.current += 1
        }
        return texts
    }

    // MARK: Statements

    /// The same text with parameters of other kinds is another statement: a null says nothing of its type.
    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    private struct Prepared {
        let name: String
        var lastAsk: Int
    }

    func prepared(_ sql: SQL, _ parameters: [SQLValue]) throws(StoreError) -> String {
        let key = StatementKey(text: sql.text, types: parameters.map(\.postgreSQLType))
        asks += 1
        if let kept = statements[key] {
            statements[key]?.lastAsk = asks
            return kept.name
        }
        try settle()
        if statements.count >= statementsMax { try forgetOldStatements() }
        names += 1
        let name = "s\(names)"
        let numbered = NumberedParameters(sql.text)
        guard numbered.count == parameters.count else {
            throw .misuse("\(numbered.count) parameters are named and \(parameters.count) given")
        }
        try requireSent(PQsendPrepare(handle, name, numbered.text, Int32(key.types.count), key.types))
        let result = try lastResult()
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw error(of: result) }
        statements[key] = Prepared(name: name, lastAsk: asks)
        return name
    }

    /// Drops the half that was not asked for the longest.
    private func forgetOldStatements() throws(StoreError) {
        let middle = statements.values.map(\.lastAsk).sorted()[statements.count / 2]
        let old = statements.filter { $0.value.lastAsk <= middle }
        for (key, statement) in old {
            try command("DEALLOCATE \(statement.name)")
            statements[key] = nil
        }
    }

    // MARK: Errors

    func error(of result: OpaquePointer?) -> StoreError {
        // PG_DIAG_SQLSTATE is a character constant that Swift doesn't see.
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        lastState = isSound ? state : ""
        return StoreError(state: lastState, message: String(cString: PQresultErrorMessage(result)))
    }

    /// The connection is of no more use.
    func lost(_ reason: String) -> StoreError {
        isGivenUp = true
        lastState = ""
        return .unavailable(reason)
    }

    func requireSent(_ sent: Int32) throws(StoreError) {
        guard sent == 1 else { throw lost("PostgreSQL is gone") }
    }

    /// Why a server did not let us in, in words that hold neither the URL nor a password.
    private static func refusal(to handle: OpaquePointer) -> StoreError {
        let said = String(cString: PQerrorMessage(handle))
        let known = [
            // Also one that does not exist.
            ("certificate", "its certificate can't be trusted"),
            ("password authentication failed", "it refuses the user name or password"),
            ("no password supplied", "it asks for a password"),
            ("does not exist", "there is no such database or user"),
            ("no pg_hba.conf entry", "its pg_hba.conf lets nobody in from here"),
            ("too many clients", "it has no connection left"),
            ("remaining connection slots", "it has no connection left"),
            ("starting up", "it is starting up"),
            ("shutting down", "it is shutting down"),
            ("SSL", "it does not agree on TLS"),
            ("could not translate host name", "its host name is not known"),
            ("session is read-only", "no server there takes writes"),
            ("invalid", "the URL is not one of PostgreSQL"),
        ]
        let reason = known.first { said.contains($0.0) }?.1
        return .unavailable("PostgreSQL can't be reached" + (reason.map { ": \($0)" } ?? ""))
    }
}

/// Notices are nobody's affair, warnings may be.
private func noteWarning(_ connection: UnsafeMutableRawPointer?, _ notice: OpaquePointer?) {
    guard let connection,
        PQresultErrorField(notice, Int32(UInt8(ascii: "V"))).map({ String(cString: $0) }) == "WARNING"
    else { return }
    Unmanaged<PostgreSQLConnection>.fromOpaque(connection).takeUnretainedValue().isWarned = true
}

/// SQLSTATE of what did not fail.
private let successful = "00000"

/// How many statements a connection keeps prepared.
private let statementsMax = 512
