import Bookkeeping
import Store

extension Transaction {
    /// Check 12 for what is kept with products, nominals and projects: stock is the sum of its movements, actuals are
    /// those of the lines, margins those of the actuals, and the lists are as long as they are kept.
    func verifyStockAndProjects(_ found: inout BookVerification) throws {
        for agreement in agreements { try verify(agreement, &found) }
        for (list, count) in [(CountedList.products, countProducts), (.projects, countProjects)] {
            let counted = try first(count) { (live: $0.integer(0), archived: $0.integer(1)) } ?? (0, 0)
            guard try total(of: list) != counted else { continue }
            found.note(Complaint(12, "the number of the \(list.rawValue) is not what is kept of them"))
        }
    }
}

private let agreements = [
    Agreement(
        check: 12, kept: "SELECT id, stock FROM product ORDER BY id",
        worked: """
            SELECT product, CAST(SUM(quantity) AS BIGINT) FROM stock_movement WHERE product IS NOT NULL
            GROUP BY product
            """, document: nil, what: "the stock of a product"),
    Agreement(
        check: 12, kept: "SELECT id, stock FROM nominal ORDER BY id",
        worked: """
            SELECT nominal, CAST(SUM(quantity) AS BIGINT) FROM stock_movement WHERE nominal IS NOT NULL
            GROUP BY nominal
            """, document: nil, what: "the stock of a nominal"),
    Agreement(
        check: 12, kept: "SELECT id, sales_net FROM project ORDER BY id",
        worked: """
            SELECT project, CAST(SUM(home_net) AS BIGINT) FROM invoice_line
            WHERE project IS NOT NULL AND is_withholding = 0 GROUP BY project
            """, document: nil, what: "the net sales of a project"),
    Agreement(
        check: 12, kept: "SELECT id, sales_vat FROM project ORDER BY id",
        worked: """
            SELECT project, CAST(SUM(home_vat) AS BIGINT) FROM invoice_line
            WHERE project IS NOT NULL AND is_withholding = 0 GROUP BY project
            """, document: nil, what: "the VAT on sales of a project"),
    Agreement(
        check: 12, kept: "SELECT id, margin FROM project ORDER BY id",
        worked: "SELECT id, sales_net + CASE WHEN excludes_vat = 1 THEN 0 ELSE sales_vat END FROM project",
        document: nil, what: "the margin of a project"),
]

private let countProducts: SQL =
    "SELECT COALESCE(SUM(in_use), 0), COUNT(*) - COALESCE(SUM(in_use), 0) FROM product"
private let countProjects: SQL = "SELECT COUNT(*), 0 FROM project"
