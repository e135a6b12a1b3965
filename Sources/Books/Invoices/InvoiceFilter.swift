import Bookkeeping

/// Which invoices and credit notes a list shows, in which order, and which part of it.
///
/// - Source: `invoices.md`, `GET /invoices`.
public struct InvoiceFilter: Hashable, Sendable {
    /// With its number on the wire.
    public enum Sort: Int, Sendable, CaseIterable {
        case number, reference, customerName, issueDate, dueDate, gross, net, status, paidDate, due, type,
            vat, project
    }

    /// With its number on the wire. The months go by the day of issue.
    public enum Status: Int, Sendable, CaseIterable {
        case all, unpaid, partPaid, overdue, overduePartPaid, overpaid, paid
        /// The first four.
        case notFullyPaid
        case thisMonth, lastMonth
    }

    public enum Archived: Sendable {
        case leftOut, only, included
    }

    /// From 1.
    public var page: Int64 = 1
    /// Rows on a page, as many as `Bounds.pageRows` allows.
    public var perPage: Int64 = 50
    public var sort = Sort.number
    public var isDescending = false
    public var archived = Archived.leftOut
    /// A customer's whole code, in any case; nobody's shows nothing.
    public var customerCode: String?
    public var status = Status.all
    /// The number of a project that the document or one of its lines belongs to; 0 for all.
    public var projectNumber: Int64 = 0
    /// This day and later.
    public var issuedFrom: CalendarDate?
    /// This day and earlier.
    public var issuedTo: CalendarDate?
    /// In number, reference or the customer's name, whatever its case and accents. Empty is as good as nil.
    public var searchText: String?
    /// Whether the text may be the amount that is due, too.
    public var searchesDue = false
    /// Whether the rows come with their lines.
    public var withLines = false

    public init() {}

    /// The same with customer, project and dates alone, as the matching of bank rows asks for it.
    ///
    /// - Source: `invoices.md`, `source`.
    public var forMatching: InvoiceFilter {
        var filter = self
        filter.archived = .included
        filter.status = .all
        filter.searchText = nil
        return filter
    }

    /// - Throws: `BookkeepingError.invalid` for a page or size out of bounds, or a text that can't be searched for.
    func check() throws(BookkeepingError) {
        var problems: [FieldProblem] = []
        for (field, number, range) in [("page", page, 1...Int64.max), ("perpage", perPage, Bounds.pageRows)]
        where !range.contains(number) {
            problems.append(FieldProblem(field, .notWhole(range)))
        }
        do throws(FieldFault) {
            _ = try searchText?.tidied(.line, max: TextKind.lineMax)
        } catch {
            problems.append(FieldProblem("searchtext", error))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// How many rows come before the page; nil when that passes 64 bits, where no rows are.
    var offset: Int64? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflow ? nil : offset
    }
}
