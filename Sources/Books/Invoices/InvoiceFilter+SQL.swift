import Bookkeeping
import Store

extension InvoiceFilter {
    /// ` WHERE …` with its parameters. Every clause has a fixed place for its values, so that statements are made of
    /// literals alone: ?1 and ?2 the issue dates, ?3 the customer's key, ?4 the project, ?5 the text, ?6 and ?7 days, ?8
    /// the amount due.
    func selection(on today: CalendarDate) -> (sql: SQL, parameters: [SQLValue]) {
        var sql: SQL = " WHERE invoice.issued_on >= ?1 AND invoice.issued_on <= ?2"
        if issuedFrom == nil, issuedTo == nil { sql = " WHERE ?1 <= ?2" }
        switch archived {
        case .leftOut: sql = sql + " AND +invoice.is_archived = 0"
        case .only: sql = sql + " AND invoice.is_archived = 1"
        case .included: break
        }
        sql = sql + (customerCode == nil ? " AND CAST(?3 AS TEXT) = ''" : ofCustomer)
        sql = sql + (projectNumber == 0 ? " AND CAST(?4 AS BIGINT) = 0" : ofProject)
        let text = searchText?.tidied.folded ?? ""
        sql = sql + (text.isEmpty ? " AND CAST(?5 AS TEXT) = ''" : searchesDue ? withTextOrDue : withText)
        let (first, last) = months(today)
        sql = sql + statusClause
        let parameters: [SQLValue] = [
            .text((issuedFrom ?? .first).text), .text((issuedTo ?? .last).text),
            .text(customerCode.map(PartyCode.key(of:)) ?? ""), .integer(projectNumber),
            .text(text.isEmpty ? "" : likePattern(containing: text)), .text(first.text), .text(last.text),
            .integer((try? Money(decimalText: searchText ?? ""))?.minorUnits ?? Int64.min),
        ]
        return (sql, parameters)
    }

    /// The days that the status clause asks by: today, or the ends of a month.
    private func months(_ today: CalendarDate) -> (CalendarDate, CalendarDate) {
        let first = CalendarDate(year: today.year, month: today.month, day: 1) ?? today
        switch status {
        case .thisMonth: return (first, today.lastOfMonth)
        case .lastMonth:
            let last = first.adding(days: -1) ?? first
            return (CalendarDate(year: last.year, month: last.month, day: 1) ?? last, last)
        case .all, .unpaid, .partPaid, .overdue, .overduePartPaid, .overpaid, .paid, .notFullyPaid:
            return (today, today)
        }
    }

    /// `invoices.md`, Status, as conditions: what is open has a due amount of the gross's own sign.
    private var statusClause: SQL {
        switch status {
        case .all: noDays
        case .paid: noDays + " AND invoice.due = 0 AND (invoice.home_gross <> 0 OR invoice.paid <> 0)"
        case .overpaid:
            noDays + """
                 AND (invoice.home_gross >= 0 AND invoice.due < 0 OR invoice.home_gross < 0 AND invoice.due > 0)
                """
        case .unpaid: open + " AND invoice.paid = 0 AND (invoice.home_gross < 0 OR invoice.due_on >= ?6)"
        case .partPaid: open + " AND invoice.paid <> 0 AND (invoice.home_gross < 0 OR invoice.due_on >= ?6)"
        case .overdue: open + " AND invoice.paid = 0 AND invoice.home_gross > 0 AND invoice.due_on < ?6"
        case .overduePartPaid: open + " AND invoice.paid <> 0 AND invoice.home_gross > 0 AND invoice.due_on < ?6"
        case .notFullyPaid: open + " AND ?6 <= ?7"
        case .thisMonth, .lastMonth:
            " AND CAST(?8 AS BIGINT) IS NOT NULL AND invoice.issued_on >= ?6 AND invoice.issued_on <= ?7"
        }
    }

    /// The number breaks ties in the direction of the sort, so that one order is the other backwards.
    var ordering: SQL {
        let direction: SQL = isDescending ? " DESC" : ""
        let key: SQL? =
            switch sort {
            case .number: nil
            case .customerReference: "invoice.reference_key"
            case .customerName: "customer.name_key"
            case .issuedOn: "invoice.issued_on"
            case .dueOn: "invoice.due_on"
            case .gross: "invoice.gross"
            case .net: "invoice.net"
            case .status, .due: "invoice.due"
            case .settledOn: "invoice.settled_on"
            case .type: "CASE WHEN invoice.gross < 0 THEN 0 ELSE 1 END"
            case .vat: "invoice.vat"
            case .project: "project.number"
            }
        guard let key else { return " ORDER BY invoice.number" + direction }
        return " ORDER BY " + key + direction + ", invoice.number" + direction
    }

    var offset: Int64? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflow ? nil : offset
    }
}

private let ofCustomer: SQL = " AND invoice.customer = (SELECT id FROM customer WHERE code_key = ?3)"
private let ofProject: SQL = """
     AND (invoice.project = (SELECT id FROM project WHERE number = ?4) OR invoice.id IN (
        SELECT line.invoice FROM invoice_line AS line WHERE line.project = (SELECT id FROM project WHERE number = ?4)))
    """
private let withText: SQL = """
     AND (CAST(invoice.number AS TEXT) LIKE ?5 ESCAPE '!' OR invoice.reference_key LIKE ?5 ESCAPE '!'
        OR customer.name_key LIKE ?5 ESCAPE '!')
    """
private let withTextOrDue: SQL = """
     AND (CAST(invoice.number AS TEXT) LIKE ?5 ESCAPE '!' OR invoice.reference_key LIKE ?5 ESCAPE '!'
        OR customer.name_key LIKE ?5 ESCAPE '!' OR invoice.due = ?8)
    """
private let open: SQL = """
     AND CAST(?7 AS TEXT) IS NOT NULL AND CAST(?8 AS BIGINT) IS NOT NULL AND invoice.due <> 0
        AND (invoice.home_gross > 0 AND invoice.due > 0 OR invoice.home_gross < 0 AND invoice.due < 0)
    """
private let noDays: SQL = " AND ?6 <= ?7 AND CAST(?8 AS BIGINT) IS NOT NULL"
