import Bookkeeping
import Store

extension Book {
    /// Deletes a project. What belongs to it moves to another, or belongs to none then; entries name the project, so that
    /// invoices are posted anew. Its number is not given again.
    ///
    /// - Parameter target: the number of the other; 0 for none.
    /// - Throws: `BookkeepingError.documentUnknown`; `.invalid` for a target that is not there or goes itself;
    ///   `.dateLocked` when something of it lies in a locked period. Then nothing was written.
    public func deleteProject(_ number: Int64, movingTo target: Int64) async throws {
        let pen = pen
        try await store.write { transaction in
            let target = try transaction.projectToMoveTo(target, from: [number], "reassignprojectnumber")
            try transaction.delete(transaction.project(number: number), movingTo: target, pen)
        }
    }

    /// Deletes each of the projects that can go, in one transaction, as `deleteProject` does one.
    ///
    /// - Parameter numbers: one that stands twice counts once.
    /// - Returns: those that are left, in the order sent.
    /// - Throws: `BookkeepingError.invalid` for a target that is not there or goes itself.
    public func deleteProjects(_ numbers: [Int64], movingTo target: Int64) async throws -> [DocumentFailure] {
        let pen = pen
        return try await store.write { transaction in
            let target = try transaction.projectToMoveTo(target, from: numbers, "reassignProjectNumber")
            var (failures, seen): ([DocumentFailure], Set<Int64>) = ([], [])
            for number in numbers where seen.insert(number).inserted {
                var id: Int64?
                do {
                    let project = try transaction.project(number: number)
                    id = project.id
                    try transaction.delete(project, movingTo: target, pen)
                } catch let reason as BookkeepingError {
                    failures.append(DocumentFailure(id: id, number: number, reason))
                }
            }
            return failures
        }
    }
}

extension Transaction {
    fileprivate func projectToMoveTo(_ number: Int64, from gone: [Int64], _ field: String) throws
        -> ProjectLink?
    {
        guard number != 0 else { return nil }
        guard !gone.contains(number) else {
            throw BookkeepingError.invalid([
                FieldProblem(field, "must not be \(number), which is to be deleted")
            ])
        }
        if let project = try projectLink(number: number) { return project }
        throw BookkeepingError.invalid([
            FieldProblem(field, "must be 0 or the number of a project; there is no \(number)")
        ])
    }

    /// - Throws: `BookkeepingError.dateLocked`, before anything was written.
    fileprivate func delete(_ project: Project, movingTo target: ProjectLink?, _ pen: LedgerPen) throws {
        try requireOpen(project)
        let roles = try nominalRoles()
        for invoice in try all(selectInvoices, project.id, as: { $0.integer(0) }) {
            try move(invoice: invoice, from: project, to: target, roles, pen)
        }
        for statement in moveQuotes + moveOthers { try post(statement, project.id, target?.id) }
        try post("DELETE FROM project WHERE id = ?1", project.id)
        try spend(project.number, of: .project)
        try change(.projects, by: ListChange(live: -1))
    }

    /// - Throws: `BookkeepingError.dateLocked` when a document of the project lies in the locked period.
    /// - Source: `conventions.md`, Settled: Lock date.
    private func requireOpen(_ project: Project) throws {
        let lock = try bookLock()
        guard lock.isOn, try exists(selectLocked, project.id, lock.until.text) else { return }
        throw BookkeepingError.dateLocked(until: lock.until)
    }

    private func move(
        invoice id: Int64, from project: Project, to target: ProjectLink?, _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        var invoice = try invoice(id: id)
        let old = invoice.lines
        if invoice.details.project?.id == project.id { invoice.details.project = target }
        for place in invoice.lines.indices where invoice.lines[place].project?.id == project.id {
            invoice.lines[place].project = target
        }
        try post("UPDATE invoice SET project = ?2 WHERE id = ?1", id, invoice.details.project?.id)
        try post(
            "UPDATE invoice_line SET project = ?3 WHERE invoice = ?1 AND project = ?2", id, project.id,
            target?.id)
        try repost(invoice.entries(roles), of: DocumentKey(.invoice, id), rules: invoice.posted.rules, pen)
        try addToProjects(from: old, to: invoice.lines)
    }
}

private let selectInvoices: SQL = """
    SELECT id FROM invoice WHERE project = ?1 UNION SELECT invoice FROM invoice_line WHERE project = ?1 ORDER BY 1
    """
/// What is dated on or before a day.
private let selectLocked: SQL = """
    SELECT 1 FROM invoice WHERE project = ?1 AND issued_on <= ?2
    UNION ALL
    SELECT 1 FROM invoice_line AS line JOIN invoice ON invoice.id = line.invoice
    WHERE line.project = ?1 AND invoice.issued_on <= ?2
    UNION ALL
    SELECT 1 FROM quote WHERE project = ?1 AND quoted_on <= ?2
    UNION ALL
    SELECT 1 FROM bank_transaction WHERE project = ?1 AND date <= ?2
    """
/// The lines of a quote have its project.
private let moveQuotes: [SQL] = [
    "UPDATE quote_line SET project = ?2 WHERE project = ?1 AND quote IN (SELECT id FROM quote WHERE project = ?1)",
    "UPDATE quote SET project = ?2 WHERE project = ?1",
]
private let moveOthers: [SQL] = [
    "UPDATE recurring_invoice_line SET project = ?2 WHERE project = ?1",
    "UPDATE recurring_invoice SET project = ?2 WHERE project = ?1",
    "UPDATE bank_transaction SET project = ?2 WHERE project = ?1",
]
