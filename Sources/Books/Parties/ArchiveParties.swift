import Bookkeeping
import Store

extension Book {
    /// Archives all of the customers or suppliers, or none. One that is archived already stays so.
    ///
    /// - Throws: `BookkeepingError.partiesUnknown` with every entry that is nobody's code.
    public func archive(_ codes: [String], of party: Party) async throws {
        let moment = moment
        try await store.write { transaction in
            let found = try transaction.picked(codes, of: party, "id") { $0.integer() }
            let unknown = found.indices.filter { found[$0] == nil }
                .map { SentCode(place: $0, PartyCode.shown(codes[$0])) }
            guard unknown.isEmpty else { throw BookkeepingError.partiesUnknown(party, codes: unknown) }
            let changed = try transaction.execute(
                PickedCodes.table + archivePicked[party],
                PickedCodes(codes, of: party).parameters + [.text(moment.instant), .text(moment.day)])
            let count = Int64(changed)
            try transaction.change(party.list, by: ListChange(live: -count, archived: count))
        }
    }
}

// The plus keeps SQLite from taking the index of a flag that nearly all rows share.
private let archivePicked: PartyStatement = """
    UPDATE {party} SET is_archived = 1, updated_at = ?4, updated_on = ?5
    WHERE +is_archived = 0 AND code_key IN (SELECT code_key FROM picked)
    """
