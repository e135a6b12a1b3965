import Bookkeeping
import Store

extension Book {
    /// The first figure that is kept beside the rows it is derived from and does not agree with them; nil when all
    /// do. Reads every row.
    /// - Throws: `StoreError`.
    public func firstComplaint() async throws -> String? {
        try await store.read { transaction in
            for party in Party.allCases {
                if let complaint = try transaction.complaint(of: party) { return complaint }
            }
            return nil
        }
    }
}

extension Transaction {
    fileprivate func complaint(of party: Party) throws -> String? {
        let kept = try total(of: party.list)
        let counted =
            try first(countRows[party]) { (live: $0.integer(0), archived: $0.integer(1)) }
            ?? (live: 0, archived: 0)
        guard kept != counted else { return nil }
        return """
            the \(party.rawValue) list is noted as \(kept.live) and \(kept.archived) archived, and holds \
            \(counted.live) and \(counted.archived) archived
            """
    }
}

private let countRows: PartyStatement = """
    SELECT COUNT(*) - COALESCE(SUM(is_archived), 0), COALESCE(SUM(is_archived), 0) FROM {party}
    """
