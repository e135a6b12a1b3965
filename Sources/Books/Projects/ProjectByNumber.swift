import Bookkeeping
import Store

extension Transaction {
    /// One project, with the number of quotes that name it.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func project(number: Int64) throws -> Project {
        let found = try first(
            "SELECT " + projectColumns + countOfQuotes + " FROM " + projectsWithCustomers
                + " WHERE project.number = ?1", number
        ) { row in
            var columns = Columns(row)
            var project = try Project(&columns)
            project.quoteCount = columns.integer()
            return project
        }
        guard let found else { throw BookkeepingError.documentUnknown(.project, String(number)) }
        return found
    }
}

extension Project {
    /// In the order of `projectColumns`.
    init(_ columns: inout Columns) throws(StoreError) {
        let (id, number) = (columns.integer(), columns.integer())
        var details = ProjectDetails()
        details.name = columns.text()
        details.reference = columns.optionalText()
        details.description = columns.optionalText()
        details.note = columns.optionalText()
        let status = columns.integer()
        guard let known = ProjectStatus(rawValue: status) else {
            throw .damaged("project \(number) has no status")
        }
        details.status = known
        details.startsOn = try columns.optionalDate()
        details.endsOn = try columns.optionalDate()
        details.targetSales = columns.money()
        details.targetPurchases = columns.money()
        details.excludesVAT = columns.flag()
        let actuals = ProjectActuals(salesNet: columns.money(), salesVAT: columns.money())
        let (customer, code, name) = (
            columns.optionalInteger(), columns.optionalText(), columns.optionalText()
        )
        self.init(
            id: id, number: number, details: details,
            customer: customer.map { ProjectCustomer(id: $0, code: code ?? "", name: name ?? "") },
            actuals: actuals)
    }
}

let projectColumns: SQL = """
    project.id, project.number, project.name, project.reference, project.description, project.note, project.status,
        project.starts_on, project.ends_on, project.target_sales, project.target_purchases, project.excludes_vat,
        project.sales_net, project.sales_vat, customer.id, customer.code, customer.name
    """

let projectsWithCustomers: SQL = "project LEFT JOIN customer ON customer.id = project.customer"

private let countOfQuotes: SQL = ", (SELECT COUNT(*) FROM quote WHERE quote.project = project.id)"
