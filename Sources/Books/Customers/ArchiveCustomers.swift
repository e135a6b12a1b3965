import Bookkeeping
import Store

extension Book {
    /// Archives all of the customers, or none. One that is archived already stays so.
    ///
    /// - Throws: `BookkeepingError.customersUnknown` with every code that no customer has.
    public func archiveCustomers(_ codes: [String]) async throws {
        let (codes, moment) = (codes.uniqueCustomerCodes, moment)
        try await store.write { transaction in
            let found = try transaction.customers(codes, "id") { $0.integer() }
            let unknown = zip(codes, found).filter { $1 == nil }.map { CustomerCode.shown($0.0) }
            guard unknown.isEmpty else { throw BookkeepingError.customersUnknown(codes: unknown) }
            let changed = try transaction.execute(
                PickedCodes.table + archive,
                PickedCodes(codes).parameters + [.text(moment.instant), .text(moment.day)])
            let count = Int64(changed)
            try transaction.change(.customers, by: ListChange(live: -count, archived: count))
        }
    }
}

// The plus keeps SQLite from taking the index of a flag that nearly all rows share.
private let archive: SQL = """
    UPDATE customer SET is_archived = 1, updated_at = ?4, updated_on = ?5
    WHERE +is_archived = 0 AND code_key IN (SELECT code_key FROM picked)
    """
