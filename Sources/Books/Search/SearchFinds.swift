import Bookkeeping
import Store

/// What a search found of one kind.
public struct SearchFinds: Hashable, Sendable {
    public let kind: SearchKind
    /// On all pages.
    public let total: Int64
    /// Those of one page, in order.
    public let hits: [SearchHit]
}

/// One thing that a search found.
public struct SearchHit: Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// What it belongs to; a customer or a supplier is its own.
    public let resource: FoundResource
}

/// What is found belongs to one of these.
public enum FoundResource: Hashable, Sendable {
    case customer(code: String)
    case supplier(code: String)
}
