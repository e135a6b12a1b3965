import Bookkeeping
import Store

extension InvoiceFilter {
    /// What can be counted without asking the rows themselves.
    var isPlain: Bool {
        customerCode == nil && status == .all && projectNumber == 0 && issuedFrom == nil && issuedTo == nil
            && searchKey.isEmpty
    }

    private var searchKey: String { searchText?.tidied.folded ?? "" }

    /// The conditions of the filter.
    ///
    /// - Parameters:
    ///   - today: in the United Kingdom.
    ///   - hasArchived: whether any invoice is archived: where none is, no row need be asked.
    func conditions(on today: CalendarDate, hasArchived: Bool) -> Conditions {
        var conditions = Conditions()
        switch archived {
        case .included: break
        // The plus keeps SQLite from taking the index of a flag that nearly all rows share, and sorting them.
        case .leftOut where hasArchived:
            let isByIndex = isPlain && sort == .number
            conditions.add(isByIndex ? "invoice.is_archived = 0" : "+invoice.is_archived = 0")
        case .leftOut: break
        case .only: conditions.add("invoice.is_archived = 1")
        }
        if let customerCode { conditions.add(ofCustomer, PartyCode.key(of: customerCode)) }
        conditions.addIssued(from: issuedFrom, to: issuedTo)
        if projectNumber != 0 { conditions.add(ofProject, projectNumber) }
        add(status, to: &conditions, today)
        search(&conditions)
        return conditions
    }

    /// `InvoiceStatus.init` in the words of the tables.
    private func add(_ status: Status, to conditions: inout Conditions, _ today: CalendarDate) {
        switch status {
        case .all: break
        case .paid: conditions.add("invoice.due = 0 AND invoice.home_gross <> 0")
        case .overpaid: conditions.add(isOverpaid)
        case .overdue: conditions.add(isOverdue + " AND invoice.paid = 0", today.text)
        case .overduePartPaid: conditions.add(isOverdue + " AND invoice.paid <> 0", today.text)
        case .unpaid: conditions.add(isNotYetDue + " AND invoice.paid = 0", today.text)
        case .partPaid: conditions.add(isNotYetDue + " AND invoice.paid <> 0", today.text)
        case .notFullyPaid: conditions.add(isOpen)
        case .thisMonth: conditions.addIssued(from: today.firstOfMonth, to: today.lastOfMonth)
        case .lastMonth:
            // The day before the first of this month; before the first month of all there is none.
            guard let last = today.firstOfMonth.adding(days: -1) else { return conditions.add("1 = 0") }
            conditions.addIssued(from: last.firstOfMonth, to: last)
        }
    }

    private func search(_ conditions: inout Conditions) {
        guard !searchKey.isEmpty else { return }
        let pattern = likePattern(containing: searchKey)
        if searchesDue, let amount = try? Money(decimalText: searchKey) {
            let due = conditions.takePlace(for: .integer(amount.minorUnits))
            conditions.add("(" + holdsText + " OR invoice.due = " + due + ")", pattern)
        } else {
            conditions.add("(" + holdsText + ")", pattern)
        }
    }

    /// What the rows are sorted by; the number breaks ties in the direction of the sort, so that one order is the other
    /// backwards.
    ///
    /// - Parameter conditions: gets the parameter that the order needs.
    func ordering(_ conditions: inout Conditions, on today: CalendarDate) -> SQL {
        let down: SQL = isDescending ? " DESC" : ""
        guard sort != .number else { return "invoice.number" + down }
        return sortKey(&conditions, today) + down + ", invoice.number" + down
    }

    /// The table beside the invoices that the order needs.
    var sortJoin: SQL {
        switch sort {
        case .customerName: " JOIN customer ON customer.id = invoice.customer"
        case .project: " LEFT JOIN project ON project.id = invoice.project"
        case .number, .reference, .issueDate, .dueDate, .gross, .net, .status, .paidDate, .due, .type, .vat:
            ""
        }
    }

    private func sortKey(_ conditions: inout Conditions, _ today: CalendarDate) -> SQL {
        switch sort {
        case .number: "invoice.number"
        // Without a case of its own, the two engines put what is unset at different ends.
        case .reference: "COALESCE(invoice.reference_key, '')"
        case .customerName: "customer.name_key"
        case .issueDate: "invoice.issued_on"
        case .dueDate: "invoice.due_on"
        case .gross: "invoice.gross"
        case .net: "invoice.net"
        case .status: statusPlace.replacing("{value}", with: conditions.takePlace(for: .text(today.text)))
        case .paidDate: "COALESCE(invoice.settled_on, '')"
        case .due: "invoice.due"
        case .type: "CASE WHEN invoice.home_gross < 0 THEN 0 ELSE 1 END"
        case .vat: "invoice.vat"
        case .project: "COALESCE(project.number, 0)"
        }
    }
}

extension Conditions {
    fileprivate mutating func addIssued(from first: CalendarDate?, to last: CalendarDate?) {
        if let first { add("invoice.issued_on >= {value}", first.text) }
        if let last { add("invoice.issued_on <= {value}", last.text) }
    }
}

/// A customer's code, folded.
let ofCustomer: SQL = "invoice.customer = (SELECT id FROM customer WHERE code_key = {value})"

/// The searched text in number, reference or the customer's name.
let holdsText: SQL = """
    CAST(invoice.number AS TEXT) LIKE {value} ESCAPE '!' OR invoice.reference_key LIKE {value} ESCAPE '!'
        OR invoice.customer IN (SELECT id FROM customer WHERE name_key LIKE {value} ESCAPE '!')
    """

private let ofProject: SQL = """
    (invoice.project = (SELECT id FROM project WHERE number = {value})
        OR invoice.id IN (SELECT line.invoice FROM invoice_line AS line
            WHERE line.project = (SELECT id FROM project WHERE number = {value})))
    """

// `due <> 0` stands in them for the index of what is open.
private let isOpen: SQL = """
    invoice.due <> 0 AND (invoice.home_gross >= 0 AND invoice.due > 0 OR invoice.home_gross < 0 AND invoice.due < 0)
    """
private let isOverpaid: SQL = """
    invoice.due <> 0 AND (invoice.home_gross >= 0 AND invoice.due < 0 OR invoice.home_gross < 0 AND invoice.due > 0)
    """
private let isOverdue: SQL = """
    invoice.due <> 0 AND invoice.home_gross >= 0 AND invoice.due > 0 AND invoice.due_on < {value}
    """
private let isNotYetDue: SQL = """
    invoice.due <> 0 AND (invoice.home_gross >= 0 AND invoice.due > 0 AND invoice.due_on >= {value}
        OR invoice.home_gross < 0 AND invoice.due < 0)
    """

/// By the wire's spelling: NA, Overdue, OverduePartPaid, Overpaid, Paid, PartPaid, Unpaid.
private let statusPlace: SQL = """
    CASE WHEN invoice.home_gross = 0 AND invoice.paid = 0 THEN 0
        WHEN invoice.due = 0 THEN 4
        WHEN invoice.home_gross >= 0 AND invoice.due < 0 OR invoice.home_gross < 0 AND invoice.due > 0 THEN 3
        WHEN invoice.home_gross >= 0 AND invoice.due_on < {value}
            THEN CASE WHEN invoice.paid = 0 THEN 1 ELSE 2 END
        WHEN invoice.paid = 0 THEN 6
        ELSE 5
    END
    """
