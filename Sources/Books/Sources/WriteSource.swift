import Bookkeeping
import Store

extension Book {
    /// Adds a business source.
    ///
    /// - Throws: `BookkeepingError.sourceNameTaken`; then nothing was written.
    public func create(_ source: CheckedBusinessSource) async throws -> BusinessSource {
        try await store.write { transaction in
            try transaction.requireFree(sourceName: source.name)
            let id = try transaction.insert(
                insertSource, source.name, BusinessSource.key(of: source.name), source.name.folded,
                source.cost.minorUnits)
            return try transaction.source(id)
        }
    }

    /// Puts what was sent in the place of a source's name and cost. Its customers stay with it.
    ///
    /// - Throws: `BookkeepingError.sourceUnknown`, `.sourceNameTaken`; then nothing was written.
    public func changeSource(_ id: Int64, to source: CheckedBusinessSource) async throws -> BusinessSource {
        try await store.write { transaction in
            _ = try transaction.source(id)
            try transaction.requireFree(sourceName: source.name, except: id)
            try transaction.run(
                updateSource, id, source.name, BusinessSource.key(of: source.name), source.name.folded,
                source.cost.minorUnits)
            return try transaction.source(id)
        }
    }

    /// Deletes the source of a name, in any case. Its customers have none then, which is a change of theirs.
    ///
    /// - Throws: `BookkeepingError.sourceUnknown`.
    public func deleteSource(named name: String) async throws {
        let moment = moment
        try await store.write { transaction in
            guard
                let id = try transaction.first(selectID, BusinessSource.key(of: name), as: { $0.integer(0) })
            else { throw BookkeepingError.sourceUnknown(name.shown(max: TextKind.nameMax)) }
            try transaction.run(clearSource, id, moment.instant, moment.day)
            try transaction.run("DELETE FROM source WHERE id = ?1", id)
        }
    }
}

extension Transaction {
    /// - Throws: `BookkeepingError.sourceNameTaken` when a source other than `id` has the name, in any case.
    fileprivate func requireFree(sourceName name: String, except id: Int64? = nil) throws {
        let owner = try first(selectID, BusinessSource.key(of: name)) { $0.integer(0) }
        guard owner == nil || owner == id else { throw BookkeepingError.sourceNameTaken(name) }
    }
}

private let selectID: SQL = "SELECT id FROM source WHERE name_key = ?1"

private let insertSource: SQL = """
    INSERT INTO source (name, name_key, sort_key, cost) VALUES (?1, ?2, ?3, ?4) RETURNING id
    """

private let updateSource: SQL = """
    UPDATE source SET name = ?2, name_key = ?3, sort_key = ?4, cost = ?5 WHERE id = ?1
    """

private let clearSource: SQL = """
    UPDATE customer SET source = 0, updated_at = ?2, updated_on = ?3 WHERE source = ?1
    """
