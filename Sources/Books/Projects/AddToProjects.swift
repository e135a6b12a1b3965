import Bookkeeping
import Store

// What projects bring is kept with them, in the transactions of the documents: a list that is sorted by margin reads one
// index, however many lines there are.
extension Transaction {
    /// Adds what changed in a document's lines to the projects that they belong to.
    ///
    /// - Parameters:
    ///   - old: none for a new document.
    ///   - new: none for one that goes.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    func addToProjects(from old: [SalesLine], to new: [SalesLine]) throws {
        var changes = try ProjectActuals.byProject(new)
        for (project, actuals) in try ProjectActuals.byProject(old) {
            changes[project] = try (changes[project] ?? ProjectActuals()) + actuals.negative
        }
        for (project, change) in changes.sorted(by: { $0.key < $1.key }) where change != ProjectActuals() {
            try add(change, toProject: project)
        }
    }

    private func add(_ change: ProjectActuals, toProject id: Int64) throws {
        let kept = try first("SELECT sales_net, sales_vat, excludes_vat FROM project WHERE id = ?1", id) {
            row in
            var columns = Columns(row)
            return (ProjectActuals(salesNet: columns.money(), salesVAT: columns.money()), columns.flag())
        }
        guard let (actuals, excludesVAT) = kept else { return }
        let sum = try actuals + change
        try post(
            "UPDATE project SET sales_net = ?2, sales_vat = ?3, margin = ?4 WHERE id = ?1", id,
            sum.salesNet.minorUnits, sum.salesVAT.minorUnits,
            try sum.income(excludesVAT: excludesVAT).minorUnits)
    }
}
