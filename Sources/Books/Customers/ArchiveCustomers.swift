import Bookkeeping
import Store

extension Book {
    /// Archives all of the customers, or none. One that is archived already stays so.
    ///
    /// - Throws: `BookkeepingError.customersUnknown` with every code that no customer has.
    public func archiveCustomers(_ codes: [String]) async throws {
        let (codes, moment) = (codes.uniqueCustomerCodes, moment)
        try await store.write { transaction in
            var ids: [Int64] = []
            var unknown: [String] = []
            for code in codes {
                let found = try transaction.first(selectArchived, CustomerCode.key(of: code)) {
                    (id: $0.integer(0), isArchived: $0.flag(1))
                }
                switch found {
                case nil: unknown.append(CustomerCode.shown(code))
                case let found? where !found.isArchived: ids.append(found.id)
                case _?: break
                }
            }
            guard unknown.isEmpty else { throw BookkeepingError.customersUnknown(codes: unknown) }
            for id in ids {
                try transaction.run(archive, id, moment.instant, moment.day)
            }
            let count = Int64(ids.count)
            try transaction.change(.customers, by: ListChange(live: -count, archived: count))
        }
    }
}

private let selectArchived: SQL = "SELECT id, is_archived FROM customer WHERE code_key = ?1"

private let archive: SQL = """
    UPDATE customer SET is_archived = 1, updated_at = ?2, updated_on = ?3 WHERE id = ?1
    """
