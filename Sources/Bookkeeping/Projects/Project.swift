/// A job that documents and their lines belong to, so that what it brings and costs can be told.
///
/// - Source: `projects.md`.
public struct Project: Hashable, Sendable {
    /// Given by the book, never twice.
    public let id: Int64
    /// The key in paths; it may change.
    public let number: Int64
    public let details: ProjectDetails
    /// Whose it is; nil for nobody's.
    public let customer: ProjectCustomer?
    public let actuals: ProjectActuals
    /// Quotes that name it.
    public var quoteCount: Int64 = 0

    public init(
        id: Int64, number: Int64, details: ProjectDetails, customer: ProjectCustomer?, actuals: ProjectActuals
    ) {
        self.id = id
        self.number = number
        self.details = details
        self.customer = customer
        self.actuals = actuals
    }

    public var link: ProjectLink { ProjectLink(id: id, number: number, name: details.name) }
}

/// What clients write of a project, but for its number and customer.
public struct ProjectDetails: Hashable, Sendable {
    public var name = ""
    public var reference: String?
    public var description: String?
    public var note: String?
    public var status = ProjectStatus.active
    public var startsOn: CalendarDate?
    public var endsOn: CalendarDate?
    /// The budget, home currency.
    public var targetSales = Money.zero
    public var targetPurchases = Money.zero
    /// Whether totals leave VAT out.
    public var excludesVAT = false

    public init() {}
}

/// The customer of a project.
public struct ProjectCustomer: Hashable, Sendable {
    public let id: Int64
    public let code: String
    public let name: String

    public init(id: Int64, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// What the lines of a project's invoices and credit notes come to, home currency. Deductions of withholding tax are no
/// part of it.
public struct ProjectActuals: Hashable, Sendable {
    public var salesNet: Money
    public var salesVAT: Money

    public init(salesNet: Money = .zero, salesVAT: Money = .zero) {
        self.salesNet = salesNet
        self.salesVAT = salesVAT
    }

    /// What it brought.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `projects.md`, `ExcludeVAT`.
    public func income(excludesVAT: Bool) throws(BookkeepingError) -> Money {
        excludesVAT ? salesNet : try salesNet + salesVAT
    }

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public static func + (left: ProjectActuals, right: ProjectActuals) throws(BookkeepingError)
        -> ProjectActuals
    {
        ProjectActuals(
            salesNet: try left.salesNet + right.salesNet, salesVAT: try left.salesVAT + right.salesVAT)
    }

    /// What the lines of each project add to it, by the projects' ids.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public static func byProject(_ lines: [SalesLine]) throws(BookkeepingError) -> [Int64: ProjectActuals] {
        var sums: [Int64: ProjectActuals] = [:]
        for line in lines where !line.isWithholding {
            guard let project = line.project?.id else { continue }
            sums[project] =
                try (sums[project] ?? ProjectActuals())
                + ProjectActuals(salesNet: line.homeNet, salesVAT: line.homeVAT)
        }
        return sums
    }

    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var negative: ProjectActuals {
        get throws(BookkeepingError) { ProjectActuals(salesNet: try -salesNet, salesVAT: try -salesVAT) }
    }
}
