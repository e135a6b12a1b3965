/// How money is paid: one of two lists, for invoices and for purchases.
public struct PaymentMethod: Hashable, Sendable {
    /// Unique over both lists.
    public let id: Int64
    public let name: String
    public let isDefault: Bool

    public init(id: Int64, name: String, isDefault: Bool) {
        self.id = id
        self.name = name
        self.isDefault = isDefault
    }

    /// What a new business starts with in both lists, the default first.
    ///
    /// - Source: `payments.md`, Payment methods.
    public static let standardNames = [
        "Bank transfer", "Cash", "Cheque", "Credit/debit card", "Direct debit", "Standing order", "BACS",
        "PayPal",
        "Other",
    ]
}
