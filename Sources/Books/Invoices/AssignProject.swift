import Bookkeeping
import Store

extension Book {
    /// Puts all of the invoices and all their lines under one project; or none of them, where one is refused.
    ///
    /// No money moves by it, so that neither a VAT return nor a reconciliation holds them, but their entries name the
    /// project: they are posted anew, on open dates alone.
    ///
    /// - Parameters:
    ///   - project: its number; 0 takes the invoices out of theirs.
    ///   - numbers: of the invoices.
    /// - Throws: `BookkeepingError.invalid` for an unknown project, and with every entry that is no invoice's number;
    ///   `.dateLocked`.
    /// - Source: `invoices.md`, `PUT /internal/invoices?assignproject=`.
    public func assignProject(_ project: Int64, toInvoices numbers: [Int64]) async throws {
        let pen = pen
        try await store.write { transaction in
            let link = try transaction.projectToAssign(project)
            let picked = try transaction.pickedInvoices(numbers)
            let roles = try transaction.nominalRoles()
            for invoice in picked { try transaction.assign(link, to: invoice.id, roles, pen) }
        }
    }
}

extension Transaction {
    fileprivate func projectToAssign(_ number: Int64) throws -> ProjectLink? {
        guard number != 0 else { return nil }
        if let project = try projectLink(number: number) { return project }
        throw BookkeepingError.invalid([
            FieldProblem("assignproject", "must be 0 or the number of a project; there is no \(number)")
        ])
    }

    fileprivate func assign(_ project: ProjectLink?, to id: Int64, _ roles: NominalRoles, _ pen: LedgerPen)
        throws
    {
        var invoice = try invoice(id: id)
        guard invoice.details.project != project || invoice.lines.contains(where: { $0.project != project })
        else {
            return
        }
        try requireOpen(invoice.details.issuedOn)
        let old = invoice.lines
        invoice.details.project = project
        for place in invoice.lines.indices { invoice.lines[place].project = project }
        try addToProjects(from: old, to: invoice.lines)
        try post("UPDATE invoice SET project = ?2 WHERE id = ?1", id, project?.id)
        try post("UPDATE invoice_line SET project = ?2 WHERE invoice = ?1", id, project?.id)
        try repost(
            invoice.entries(roles), of: DocumentKey(.invoice, id), rules: invoice.posted.rules, pen)
    }
}
