import Bookkeeping
import Store

/// Which part of what passed between the business and a customer is asked for.
public struct AccountFilter: Hashable, Sendable {
    /// By the numbers of the documentation.
    public enum Sort: Int, CaseIterable, Sendable {
        case number, date, project, type, reference, amount, status
    }

    public var page: Int64 = 1
    public var perPage: Int64 = 50
    public var sort = Sort.date
    public var isDescending = false
    /// Nil for all.
    public var kind: AccountRow.Kind?
    /// 0 for all.
    public var projectNumber: Int64 = 0
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init() {}

    fileprivate var ordering: SQL {
        let direction: SQL = isDescending ? " DESC" : ""
        let key: SQL =
            switch sort {
            case .number: "number"
            case .date: "date"
            case .project: "COALESCE(project_name, '')"
            case .type: "kind"
            case .reference: "COALESCE(reference, '')"
            case .amount: "amount"
            case .status: "gross - paid"
            }
        return " ORDER BY " + key + direction + ", kind" + direction + ", id" + direction
    }
}

extension Transaction {
    /// A page of a customer's invoices, credit notes, quotes and payments.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func accountPage(
        ofCustomer code: String, _ filter: AccountFilter
    ) throws -> (total: Int64, amount: Money, rows: [AccountRow]) {
        guard let customer = try id(of: .customer, PartyCode(checked: code)) else {
            throw BookkeepingError.partyUnknown(.customer, code: PartyCode.shown(code))
        }
        let parameters: [SQLValue] = [
            .integer(customer), .integer(filter.kind?.rawValue ?? 0), .integer(filter.projectNumber),
            .text((filter.from ?? .first).text), .text((filter.to ?? .last).text),
        ]
        var (total, amount): (Int64, Int64) = (0, 0)
        try query("SELECT COUNT(*), CAST(COALESCE(SUM(gross), 0) AS BIGINT)" + fromAccount, parameters) {
            row in
            (total, amount) = (row.integer(0), row.integer(1))
            return false
        }
        let (offset, overflow) = (filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
        guard !overflow, offset < total else { return (total, Money(minorUnits: amount), []) }
        var rows: [AccountRow] = []
        try query(
            selectRow + fromAccount + filter.ordering + " LIMIT ?6 OFFSET ?7",
            parameters + [.integer(filter.perPage), .integer(offset)]
        ) { row in
            rows.append(try AccountRow(row))
            return true
        }
        return (total, Money(minorUnits: amount), rows)
    }
}

extension AccountRow {
    /// In the order of `selectRow`.
    fileprivate init(_ row: any Row) throws(StoreError) {
        var columns = Columns(row)
        guard let kind = Kind(rawValue: columns.integer()) else { throw .damaged("no kind of row") }
        self.init(
            kind: kind, id: columns.integer(), number: columns.integer(), date: try columns.date(),
            projectName: columns.optionalText(), amount: columns.money(), reference: columns.optionalText(),
            linkKey: columns.optionalText(), gross: columns.money(), paid: columns.money(),
            dueOn: try columns.optionalDate())
    }
}

private let selectRow: SQL =
    "SELECT kind, id, number, date, project_name, amount, reference, link_key, gross, paid, due_on"

/// All of them as rows of one form; the sum over `gross` counts documents alone.
private let fromAccount: SQL = """
     FROM (
        SELECT CASE WHEN invoice.gross < 0 THEN 6 ELSE 1 END AS kind, invoice.id AS id, invoice.number AS number,
            issued_on AS date, project.name AS project_name, COALESCE(project.number, 0) AS project_number,
            gross AS amount, invoice.reference AS reference, link_key AS link_key, home_gross AS gross, paid AS paid,
            due_on AS due_on
        FROM invoice LEFT JOIN project ON project.id = invoice.project WHERE invoice.customer = ?1
        UNION ALL
        SELECT 3, quote.id, quote.number, quoted_on, project.name, COALESCE(project.number, 0), gross,
            quote.reference, link_key, 0, 0, CAST(NULL AS TEXT)
        FROM quote LEFT JOIN project ON project.id = quote.project WHERE quote.customer = ?1
        UNION ALL
        SELECT 2, payment.id, invoice.number, payment.date, project.name, COALESCE(project.number, 0), payment.amount,
            payment.reference, payment.link_key, 0, 0, CAST(NULL AS TEXT)
        FROM invoice JOIN payment ON payment.document_kind = 'invoice' AND payment.document = invoice.id
            LEFT JOIN project ON project.id = invoice.project
        WHERE invoice.customer = ?1
    ) AS account
    WHERE (CAST(?2 AS BIGINT) = 0 OR kind = ?2) AND (CAST(?3 AS BIGINT) = 0 OR project_number = ?3)
        AND date >= ?4 AND date <= ?5
    """
