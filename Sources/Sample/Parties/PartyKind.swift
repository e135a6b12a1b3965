import Bookkeeping

/// A sort of customer or supplier: what it is called, where it works, and how it pays.
struct PartyKind: Sendable {
    /// How often it comes up beside the others.
    let share: Int
    /// What fills `{trade}` in a name.
    let trades: [String]
    /// Its names, with the slots of `NameTemplate`.
    let names: [String]
    let premises: [Premises]
    /// What its letter boxes are called; none where people write as themselves.
    let mailboxes: [String]
    /// A person and no business: no domain of its own, no VAT number.
    let isPrivate: Bool
    /// Works for us on site, so that tax is withheld from what it is paid (CIS).
    let isSubcontractor: Bool
    /// Some of it sit outside the United Kingdom.
    let tradesAbroad: Bool
    /// Of a hundred, so many are registered for VAT.
    let registered: Int
    /// Nil for the account's own terms.
    let terms: [PaymentTerms?]
    let notes: [String]

    /// - Parameters:
    ///   - names: a name a line.
    ///   - trades: a trade a line.
    ///   - notes: a note a line.
    init(
        share: Int, names: String, trades: String = "", premises: [Premises], mailboxes: String = "",
        isPrivate: Bool = false, isSubcontractor: Bool = false, tradesAbroad: Bool = false,
        registered: Int = 0, terms: [PaymentTerms?],
        notes: String
    ) {
        self.share = share
        self.trades = lines(trades)
        self.names = lines(names)
        self.premises = premises
        self.mailboxes = words(mailboxes)
        self.isPrivate = isPrivate
        self.isSubcontractor = isSubcontractor
        self.tradesAbroad = tradesAbroad
        self.registered = registered
        self.terms = terms
        self.notes = lines(notes)
    }
}

extension PaymentTerms? {
    static func days(_ days: Int64) -> PaymentTerms? { PaymentTerms(days: days, after: .issuedDate) }
    static func monthEnd(_ days: Int64) -> PaymentTerms? { PaymentTerms(days: days, after: .monthEnd) }
}
