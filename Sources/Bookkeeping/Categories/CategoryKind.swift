/// What a category sorts; each kind numbers its categories by itself.
public enum CategoryKind: String, CaseIterable, Sendable {
    case quote = "Quote"
    case purchaseOrder = "PurchaseOrder"

    /// Reads the kind's name in any case, singular or plural.
    public init?(sent: String) {
        let name = sent.tidied.lowercased()
        guard let kind = Self.allCases.first(where: { [$0.singular, $0.singular + "s"].contains(name) })
        else { return nil }
        self = kind
    }

    private var singular: String { rawValue.lowercased() }

    /// Whether two categories may share their name when their icons differ.
    ///
    /// - Source: `quotes.md` and `purchase-orders.md`, "Categories".
    var namesMayRepeat: Bool {
        switch self {
        case .quote: true
        case .purchaseOrder: false
        }
    }
}
