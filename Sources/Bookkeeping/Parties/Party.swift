/// Whom a business trades with. What the books keep of the two is mostly alike, and is written once for both.
public enum Party: String, CaseIterable, Sendable {
    /// Who is sold to.
    case customer
    /// Who is bought from.
    case supplier

    /// The word for several, and the first part of their paths: `customers`.
    public var plural: String { rawValue + "s" }

    /// The words that are paths of their own beside the codes, in lower case.
    ///
    /// - Source: `operations.tsv`.
    var pathWords: Set<String> {
        switch self {
        case .customer: pathsOfCustomers
        case .supplier: pathsOfSuppliers
        }
    }
}

private let pathsOfCustomers: Set<String> = [
    "search", "statistics", "suggestedcode", "confirm-to-delete", "customerbulkinvoice", "schedule-statement",
    "standing-order-mandate",
]

private let pathsOfSuppliers: Set<String> = ["statistics", "suggestedcode", "confirm-to-delete"]
