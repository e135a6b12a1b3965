/// What notes can be about, by the documentation's numbers.
public enum NotedKind: Int64, CaseIterable, Sendable {
    case customers = 1
    case suppliers, invoices, quotes, purchases, purchaseOrders

    /// The word for it in paths, in lower case: `customers`.
    public var word: String {
        switch self {
        case .customers: "customers"
        case .suppliers: "suppliers"
        case .invoices: "invoices"
        case .quotes: "quotes"
        case .purchases: "purchases"
        case .purchaseOrders: "purchaseorders"
        }
    }

    /// What a path may call it, in lower case: its word, the same in the singular, and its number.
    public var names: [String] { [word, String(word.dropLast()), String(rawValue)] }

    /// - Parameter name: one of `names`, in any case.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let kind = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = kind
    }
}

/// What notes are about: a customer or supplier by its code, a document by its number.
public struct Noted: Hashable, Sendable {
    public let kind: NotedKind
    /// As it was sent, a code in any case.
    public let key: String

    public init(_ kind: NotedKind, _ key: String) {
        self.kind = kind
        self.key = key
    }

    public init(_ party: Party, _ code: String) {
        self.init(party.notes, code)
    }
}

extension Party {
    /// What notes about one are about.
    public var notes: NotedKind {
        switch self {
        case .customer: .customers
        case .supplier: .suppliers
        }
    }
}
