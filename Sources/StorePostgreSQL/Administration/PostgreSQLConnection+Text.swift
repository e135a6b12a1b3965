import CPostgreSQL
import Store

extension PostgreSQLConnection {
    /// Runs one statement whose text is made of names that the tables' own definitions hold, and of nothing that was
    /// sent.
    /// - Returns: the rows, to be cleared, and how many a statement without rows changed.
    func answer(
        to text: String, _ parameters: [String?] = []
    ) throws(StoreError) -> (rows: ResultRows, changed: Int) {
        let sent = withCStrings(parameters) { values in
            PQsendQueryParams(handle, text, Int32(values.count), nil, values, nil, nil, 0)
        }
        guard sent == 1 else { throw lost("PostgreSQL is gone") }
        let result = try lastResult()
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            guard let result else { throw .unavailable("no memory for an answer") }
            return (ResultRows(result), Int(String(cString: PQcmdTuples(result))) ?? 0)
        default:
            defer { PQclear(result) }
            throw error(of: result)
        }
    }

    /// How many rows a statement changed.
    func changes(by text: String, _ parameters: [String?] = []) throws(StoreError) -> Int {
        let (rows, changed) = try answer(to: text, parameters)
        rows.clear()
        return changed
    }
}
