import Bookkeeping
import Store

/// One page of a list of projects.
public struct ProjectPage: Sendable {
    /// Rows on all pages.
    public let total: Int64
    /// Without the counts of quotes, which lists don't show.
    public let rows: [Project]
}

extension Transaction {
    /// A page of the projects, in one statement; another counts where the total is not kept. A page beyond the end has no
    /// rows and the true total.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func projectPage(_ filter: ProjectFilter) throws -> ProjectPage {
        try filter.check()
        let filter = try filter.ordered(by: projectSettings())
        var conditions = filter.conditions
        let total = try conditions.isEmpty ? total(of: .projects).live : countedTotal(conditions)
        guard let offset = filter.offset, offset < total else { return ProjectPage(total: total, rows: []) }
        conditions.order(by: filter.ordering)
        conditions.addPage(filter.perPage, after: offset)
        // Of the rows before the page, only what they are sorted by is read.
        let page = "(SELECT project.id FROM " + filter.source + conditions.sql + ") AS page"
        let statement =
            "SELECT " + projectColumns + " FROM " + page + " CROSS JOIN " + projectsWithCustomers
            + " WHERE project.id = page.id ORDER BY " + filter.ordering
        var rows: [Project] = []
        try query(statement, conditions.parameters) { row in
            var columns = Columns(row)
            rows.append(try Project(&columns))
            return true
        }
        return ProjectPage(total: total, rows: rows)
    }

    /// A page of one customer's projects.
    ///
    /// - Parameter code: in any case.
    /// - Throws: `BookkeepingError.partyUnknown`; `.invalid` for a filter out of bounds.
    public func projectPage(_ filter: ProjectFilter, ofCustomer code: String) throws -> ProjectPage {
        guard try exists("SELECT 1 FROM customer WHERE code_key = ?1", PartyCode.key(of: code)) else {
            throw BookkeepingError.partyUnknown(.customer, code: PartyCode.shown(code))
        }
        var filter = filter
        filter.customerCode = code
        return try projectPage(filter)
    }

    private func countedTotal(_ conditions: Conditions) throws -> Int64 {
        var count: Int64 = 0
        try query("SELECT COUNT(*) FROM project" + conditions.sql, conditions.parameters) { row in
            count = row.integer(0)
            return false
        }
        return count
    }
}
