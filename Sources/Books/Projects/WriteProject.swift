import Bookkeeping
import Store

extension Book {
    /// Adds a project.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`; then nothing was written.
    public func create(_ draft: CheckedProjectDraft) async throws -> Project {
        let pen = pen
        return try await store.write { try $0.project(number: $0.createProject(draft, pen)) }
    }

    /// Puts what was sent in the place of a project's details. What was left out has its default then, but the number
    /// stays.
    ///
    /// - Returns: the project, and whether it has another number now.
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.numberTaken`; then nothing was written.
    public func changeProject(
        _ number: Int64, to draft: CheckedProjectDraft
    ) async throws -> (project: Project, isRenumbered: Bool) {
        try await store.write { transaction in
            let old = try transaction.project(number: number)
            let new = try transaction.change(old, to: draft.draft)
            return (try transaction.project(number: new), new != number)
        }
    }
}

extension Transaction {
    /// Adds a project within a command's own transaction.
    ///
    /// - Returns: its number.
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`.
    func createProject(_ draft: CheckedProjectDraft, _ pen: LedgerPen) throws -> Int64 {
        let sent = draft.draft
        let customer = try projectCustomer(sent.customerCode)
        let number = try documentNumber(sent.number, of: .project, taken: isProject)
        let more: [any SQLConvertible] = [pen.instant]
        try post(insertRow, (sent.details.values(number, customer) + more).map(\.sqlValue))
        try change(.projects, by: ListChange(live: 1))
        return number
    }

    /// - Returns: the number that it has then.
    fileprivate func change(_ old: Project, to sent: ProjectDraft) throws -> Int64 {
        let customer = try projectCustomer(sent.customerCode)
        var number = old.number
        if let wanted = sent.number, wanted != 0, wanted != old.number {
            number = try documentNumber(wanted, of: .project, taken: isProject)
            try spend(old.number, of: .project)
        }
        let margin = try old.actuals.income(excludesVAT: sent.details.excludesVAT)
        let more: [any SQLConvertible] = [margin.minorUnits, old.id]
        try post(updateRow, (sent.details.values(number, customer) + more).map(\.sqlValue))
        return number
    }

    private func isProject(_ number: Int64) throws -> Bool {
        try exists("SELECT 1 FROM project WHERE number = ?1", number)
    }

    /// The id of the customer that a project names; nil for none.
    ///
    /// - Throws: `BookkeepingError.invalid` for a code that is nobody's.
    private func projectCustomer(_ code: String?) throws -> Int64? {
        guard let code else { return nil }
        if let id = try first(
            "SELECT id FROM customer WHERE code_key = ?1", PartyCode.key(of: code), as: { $0.integer(0) })
        {
            return id
        }
        throw BookkeepingError.invalid([
            FieldProblem("CustomerCode", "must be a customer's code; there is no \(PartyCode.shown(code))")
        ])
    }
}

extension ProjectDetails {
    /// In the order of both statements below.
    fileprivate func values(_ number: Int64, _ customer: Int64?) -> [any SQLConvertible] {
        [
            number, name, name.folded, reference, (reference ?? "").folded, description, description?.folded,
            note,
            status.rawValue, startsOn?.text, endsOn?.text, customer, targetSales.minorUnits,
            targetPurchases.minorUnits, excludesVAT,
        ]
    }
}

private let insertRow: SQL = """
    INSERT INTO project (number, name, name_key, reference, reference_key, description, description_key, note, status,
        starts_on, ends_on, customer, target_sales, target_purchases, excludes_vat, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
    """
private let updateRow: SQL = """
    UPDATE project SET number = ?1, name = ?2, name_key = ?3, reference = ?4, reference_key = ?5, description = ?6,
        description_key = ?7, note = ?8, status = ?9, starts_on = ?10, ends_on = ?11, customer = ?12,
        target_sales = ?13, target_purchases = ?14, excludes_vat = ?15, margin = ?16
    WHERE id = ?17
    """
