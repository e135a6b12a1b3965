import Bookkeeping
import Store

/// Which quotes a list shows, in which order, and which part of it.
public struct QuoteFilter: Hashable, Sendable {
    public enum Sort: Sendable, CaseIterable {
        case number, date, customerName, customerCode, reference, gross, net, vat, category, project
    }

    /// From 1.
    public var page: Int64 = 1
    public var perPage: Int64 = 50
    public var sort = Sort.number
    public var isDescending = false
    public var customerCode: String?
    public var category: Int64?
    public var project: Int64?
    /// This day and later.
    public var from: CalendarDate?
    /// This day and earlier.
    public var to: CalendarDate?
    /// Anywhere in the number, the reference or the customer's name.
    public var searchText: String?

    public init() {}
}

/// One page of a list of quotes.
public struct QuotePage: Sendable {
    /// Rows on all pages.
    public let total: Int64
    /// What they come to on all pages, gross in home currency.
    public let amount: Money
    public let rows: [QuoteRow]
}

/// What a list shows of a quote.
public struct QuoteRow: Hashable, Sendable {
    public let id: Int64
    public let number: Int64
    public let date: CalendarDate
    public let customerID: Int64
    public let customerCode: String
    public let customerName: String
    public let reference: String?
    public let net: Money
    public let vat: Money
    public let gross: Money
    public let homeVAT: Money
    public let homeGross: Money
    public let project: ProjectLink?
    public let isEmailSent: Bool
    public let category: DocumentCategory?

    fileprivate init(_ columns: inout Columns) throws(StoreError) {
        id = columns.integer()
        number = columns.integer()
        date = try columns.date()
        customerID = columns.integer()
        customerCode = columns.text()
        customerName = columns.text()
        reference = columns.optionalText()
        net = columns.money()
        vat = columns.money()
        gross = columns.money()
        homeVAT = columns.money()
        homeGross = columns.money()
        project = ProjectLink(&columns)
        isEmailSent = columns.flag()
        category = try DocumentCategory(&columns)
    }
}

extension Transaction {
    /// A page of the quotes. A page beyond the end has no rows and the true totals.
    public func quotePage(_ filter: QuoteFilter) throws -> QuotePage {
        var conditions = filter.conditions
        let total: (rows: Int64, amount: Money)
        if conditions.isEmpty {
            total = (try self.total(of: .quotes).live, Money(minorUnits: try amount(of: .quotes).live))
        } else {
            total = try sum(conditions)
        }
        let (offset, overflow) = (filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
        guard !overflow, offset < total.rows else {
            return QuotePage(total: total.rows, amount: total.amount, rows: [])
        }
        conditions.order(by: filter.ordering)
        conditions.addPage(filter.perPage, after: offset)
        var rows: [QuoteRow] = []
        try query(selectRows + conditions.sql, conditions.parameters) { row in
            var columns = Columns(row)
            rows.append(try QuoteRow(&columns))
            return true
        }
        return QuotePage(total: total.rows, amount: total.amount, rows: rows)
    }

    private func sum(_ conditions: Conditions) throws -> (Int64, Money) {
        var sum: (Int64, Money) = (0, .zero)
        try query(countRows + conditions.sql, conditions.parameters) { row in
            sum = (row.integer(0), Money(minorUnits: row.integer(1)))
            return false
        }
        return sum
    }

    /// What the quotes of each category come to, for the dashboard; those of none last, under the number 0.
    public func quoteSummary() throws -> [QuoteSummary] {
        try all(selectSummary) { row in
            QuoteSummary(
                category: row.integer(0), name: row.optionalText(1), count: row.integer(2),
                amount: Money(minorUnits: row.integer(3)))
        }
    }
}

/// The quotes of one category.
public struct QuoteSummary: Hashable, Sendable {
    /// 0 for those of none.
    public let category: Int64
    public let name: String?
    public let count: Int64
    /// Gross, home currency.
    public let amount: Money
}

extension QuoteFilter {
    fileprivate var conditions: Conditions {
        var conditions = Conditions()
        if let customerCode {
            conditions.add(
                "quote.customer = (SELECT id FROM customer WHERE code_key = {value})",
                PartyCode.key(of: customerCode))
        }
        if let category { conditions.add("quote.category = {value}", category) }
        if let project {
            conditions.add("quote.project = (SELECT id FROM project WHERE number = {value})", project)
        }
        if let from { conditions.add("quoted_on >= {value}", from.text) }
        if let to { conditions.add("quoted_on <= {value}", to.text) }
        if let key = searchText?.tidied.folded, !key.isEmpty {
            conditions.add(
                """
                (quote.reference_key LIKE {value} ESCAPE '!' OR customer.name_key LIKE {value} ESCAPE '!'
                    OR CAST(quote.number AS TEXT) LIKE {value} ESCAPE '!')
                """, likePattern(containing: key))
        }
        return conditions
    }

    /// The number breaks ties in the direction of the sort, so that one order is the other backwards.
    fileprivate var ordering: SQL {
        let down: SQL = isDescending ? " DESC" : ""
        let key: SQL
        switch sort {
        case .number: return "quote.number" + down
        case .date: key = "quoted_on"
        case .customerName: key = "customer.name_key"
        case .customerCode: key = "customer.code_key"
        // Without a case of its own, the two engines put what is unset at different ends.
        case .reference: key = "COALESCE(quote.reference_key, '')"
        case .gross: key = "quote.gross"
        case .net: key = "quote.net"
        case .vat: key = "quote.vat"
        case .category: key = "COALESCE(quote.category, 0)"
        case .project: key = "COALESCE(project.number, 0)"
        }
        return key + down + ", quote.number" + down
    }
}

private let fromTables: SQL = """
     FROM quote JOIN customer ON customer.id = quote.customer LEFT JOIN project ON project.id = quote.project
        LEFT JOIN category ON category.kind = 'Quote' AND category.number = quote.category
    """
private let selectRows: SQL =
    """
    SELECT quote.id, quote.number, quoted_on, quote.customer, customer.code, customer.name, quote.reference,
        quote.net, quote.vat, quote.gross, quote.home_vat, quote.home_gross, quote.project, project.number, project.name, is_email_sent,
        category.number, category.name, category.icon
    """ + fromTables
private let countRows: SQL = """
    SELECT COUNT(*), COALESCE(SUM(quote.home_gross), 0)
    FROM quote JOIN customer ON customer.id = quote.customer
    """
private let selectSummary: SQL = """
    SELECT category.number, category.name, COUNT(quote.id), COALESCE(SUM(quote.home_gross), 0), category.number AS place
    FROM category LEFT JOIN quote ON quote.category = category.number
    WHERE category.kind = 'Quote' GROUP BY category.number, category.name
    UNION ALL
    SELECT 0, NULL, COUNT(*), COALESCE(SUM(home_gross), 0), 9223372036854775807 AS place
    FROM quote WHERE category IS NULL HAVING COUNT(*) > 0
    ORDER BY place
    """
