import Bookkeeping

/// Which invoices a list shows, in which order, and which part of it.
public struct InvoiceFilter: Hashable, Sendable {
    /// By the names and numbers of the documentation.
    public enum Sort: Int, CaseIterable, Sendable {
        case number, customerReference, customerName, issuedOn, dueOn, gross, net, status, settledOn, due, type, vat
        case project
    }

    public enum Status: Int, CaseIterable, Sendable {
        case all, unpaid, partPaid, overdue, overduePartPaid, overpaid, paid, notFullyPaid, thisMonth, lastMonth
    }

    /// `archived`: false, true, all.
    public enum Archived: Sendable {
        case leftOut, only, included
    }

    /// From 1.
    public var page: Int64 = 1
    public var perPage: Int64 = 50
    public var sort = Sort.number
    public var isDescending = false
    public var archived = Archived.leftOut
    /// A code in any case; one that is nobody's finds nothing.
    public var customerCode: String?
    public var status = Status.all
    /// Of the header, or of any line; 0 for all.
    public var projectNumber: Int64 = 0
    /// This day and later.
    public var issuedFrom: CalendarDate?
    /// This day and earlier.
    public var issuedTo: CalendarDate?
    /// Anywhere in number, reference and customer name.
    public var searchText: String?
    /// Whether the text may be the amount due, too.
    public var searchesDue = false
    /// Whether rows carry their lines.
    public var withLines = false

    public init() {}

    /// Whether the kept totals of the list tell how many there are.
    var isPlain: Bool {
        customerCode == nil && status == .all && projectNumber == 0 && issuedFrom == nil && issuedTo == nil
            && (searchText ?? "").isEmpty
    }
}
