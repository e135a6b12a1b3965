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

/// One customer or supplier that notes are about.
public struct NotedParty: Hashable, Sendable {
    public let party: Party
    /// As it was sent, in any case.
    public let code: String

    public init(_ party: Party, _ code: String) {
        self.party = party
        self.code = code
    }
}
