import CPostgreSQL
import Store

// Statements that nobody waits for: they go out with the next one that is waited for, in libpq's pipeline mode, so that
// all of them cost one trip.
extension PostgreSQLConnection {
    /// Sends `sql`, prepared at its first use; `settle` or the next statement reads what came of it.
    func post(_ sql: SQL, _ parameters: [SQLValue]) throws(StoreError) {
        let name = try prepared(sql, parameters)
        try enterPipeline()
        let sent = withCStrings(parameters.map(\.postgreSQLText)) { values in
            PQsendQueryPrepared(handle, name, Int32(values.count), values, nil, nil, 0)
        }
        try requireSent(sent)
        owed += 1
    }

    /// The same for one statement of our own making.
    func post(command text: String) throws(StoreError) {
        try enterPipeline()
        try requireSent(PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 0))
        owed += 1
    }

    /// Waits for what was posted.
    /// - Throws: what is wrong with the first of it that failed; the server has skipped the rest.
    func settle() throws(StoreError) {
        guard owed > 0 else { return }
        try requireSent(PQpipelineSync(handle))
        let failed = try answersToPosted()
        defer { PQclear(failed) }
        try leavePipeline()
        if let failed { throw error(of: failed) }
    }

    /// The answer to the statement that was sent behind what was posted, or to the first of those that failed; to be
    /// cleared.
    func lastResultBehindPosted() throws(StoreError) -> OpaquePointer? {
        try requireSent(PQpipelineSync(handle))
        let failed = try answersToPosted()
        let result: OpaquePointer?
        do throws(StoreError) {
            result = try lastResult()
            try leavePipeline()
        } catch {
            PQclear(failed)
            throw error
        }
        guard let failed else { return result }
        PQclear(result)
        return failed
    }

    private func enterPipeline() throws(StoreError) {
        if owed == 0 { try requireSent(PQenterPipelineMode(handle)) }
    }

    /// Reads the end of the pipeline, behind which the connection is as before.
    private func leavePipeline() throws(StoreError) {
        PQclear(try lastResult())
        try requireSent(PQexitPipelineMode(handle))
    }

    /// Reads the answers to all that was posted; gives the first that is an error.
    private func answersToPosted() throws(StoreError) -> OpaquePointer? {
        var failed: OpaquePointer?
        while owed > 0 {
            owed -= 1
            let result: OpaquePointer?
            do throws(StoreError) {
                result = try lastResult()
            } catch {
                owed = 0
                PQclear(failed)
                throw error
            }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: PQclear(result)
            default:
                if failed == nil { failed = result } else { PQclear(result) }
            }
        }
        return failed
    }
}
