import Bookkeeping
import Store

/// Two statements that must give the same: an id and an amount each.
struct Agreement {
    let check: Int
    /// Gives id and amount, by id.
    let kept: SQL
    /// The same, worked out; an id that it lacks has 0.
    let worked: SQL
    /// How a difference is told: what the id is of, and what the amount is.
    let document: DocumentKind?
    let what: StaticString
}

extension Transaction {
    /// Holds what is kept against what it follows from, as sorted streams.
    func verify(
        _ agreement: Agreement, with parameters: [SQLValue] = [], _ found: inout BookVerification
    ) throws {
        var rest: [Int64: Int64] = [:]
        try query(agreement.worked, parameters) { row in
            if row.integer(1) != 0 { rest[row.integer(0)] = row.integer(1) }
            return true
        }
        try query(agreement.kept, []) { row in
            let (id, kept) = (row.integer(0), row.integer(1))
            let worked = rest.removeValue(forKey: id) ?? 0
            if kept != worked { tell(agreement, id, kept, worked, &found) }
            return kept == worked
        }
        guard !found.complaints.contains(where: { $0.check == agreement.check }) else { return }
        if let (id, worked) = rest.min(by: { $0.key < $1.key }) { tell(agreement, id, 0, worked, &found) }
    }

    private func tell(
        _ agreement: Agreement, _ id: Int64, _ kept: Int64, _ worked: Int64, _ found: inout BookVerification
    ) {
        let document = agreement.document.map { DocumentKey($0, id) }
        let subject = document == nil ? "\(agreement.what) of \(id)" : "\(agreement.what)"
        found.note(
            Complaint(
                agreement.check, document: document, "\(subject) is kept as \(kept), and comes to \(worked)"))
    }
}
