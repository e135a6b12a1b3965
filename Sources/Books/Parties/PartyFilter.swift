import Bookkeeping

/// Which customers or suppliers a list shows, in which order, and which part of it.
public struct PartyFilter: Hashable, Sendable {
    public enum Sort: Sendable {
        case name, code, totalPaid, outstanding
    }

    public enum Order: Sendable {
        case ascending, descending
    }

    /// `filterarchived`: absent, `true`, `false`.
    public enum Archived: Sendable {
        case included, leftOut, only
    }

    /// From 1.
    public var page: Int64 = 1
    /// Rows on a page, as many as `Bounds.pageRows` allows.
    public var perPage: Int64 = 50
    public var sort = Sort.name
    public var order = Order.ascending
    public var archived = Archived.included
    /// Whatever its case and accents. Empty is as good as nil.
    public var nameStartsWith: String?
    /// Anywhere in code, name, contacts' names, e-mail addresses, telephone numbers and post codes.
    public var searchText: String?
    /// Whether a whole one of these must be that text, and not only hold it.
    public var matchesWholeField = false
    /// This day and later, by the days of the United Kingdom.
    public var createdFrom: CalendarDate?
    /// This day and earlier.
    public var createdTo: CalendarDate?

    public init() {}
}
