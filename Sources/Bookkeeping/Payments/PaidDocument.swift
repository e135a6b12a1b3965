/// What payments need to know of the document that they are on.
public struct PaidDocument: Hashable, Sendable {
    /// An invoice or a purchase.
    public let key: DocumentKey
    public let number: Int64
    /// The customer's id, on a purchase the supplier's.
    public let party: Int64
    /// ISO 4217, in capitals.
    public let currency: String
    public let isHomeCurrency: Bool
    /// Home currency; negative for a credit note.
    public let gross: Money
    /// Home currency, as it is kept with the document.
    public let paid: Money
    /// Whether its VAT waits for the payments.
    public let isCashBasis: Bool
    /// Of the lines, home currency; needed on the cash basis alone.
    public let vats: [Money]

    public init(
        key: DocumentKey, number: Int64, party: Int64, currency: String, isHomeCurrency: Bool, gross: Money,
        paid: Money, isCashBasis: Bool, vats: [Money]
    ) {
        self.key = key
        self.number = number
        self.party = party
        self.currency = currency
        self.isHomeCurrency = isHomeCurrency
        self.gross = gross
        self.paid = paid
        self.isCashBasis = isCashBasis
        self.vats = vats
    }

    public init(_ invoice: Invoice) {
        self.init(
            key: DocumentKey(.invoice, invoice.id), number: invoice.number, party: invoice.customer.id,
            currency: invoice.details.currency.code, isHomeCurrency: invoice.details.currency.isHome,
            gross: invoice.totals.homeGross, paid: invoice.payments.paid,
            isCashBasis: invoice.posted.isCashBasis,
            vats: invoice.lines.map(\.homeVAT))
    }

    public var isCreditNote: Bool { gross.isNegative }

    /// What is still owed, home currency; negative when too much was paid, and for an open credit note.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public var due: Money {
        get throws(BookkeepingError) { try gross - paid }
    }

    /// `invoice 318`, for refusals.
    public var name: String { "\(key.kind.rawValue) \(number)" }

    /// Whether so much may have been paid: no more given back than was received, on a credit note the other way round;
    /// and where a change of the document has turned it over, no more than before, so that it can be mended step by step.
    ///
    /// - Parameter paid: in all, home currency.
    /// - Source: `payments.md`, What a payment does.
    public func allows(paid: Money) -> Bool {
        isCreditNote ? paid <= max(.zero, self.paid) : paid >= min(.zero, self.paid)
    }
}

extension PaidDocument {
    /// The VAT that is due once so much is paid; nothing where it doesn't wait for payments.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func vatDue(paid: Money) throws(BookkeepingError) -> Money {
        isCashBasis ? try CashBasis.due(vats, gross: gross, paid: paid) : .zero
    }

    /// What one more payment moves: the VAT due after it, less what the others moved.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `ledger.md`, Cash accounting.
    public func share(of amount: Money, after others: [Payment]) throws(BookkeepingError) -> Money {
        guard isCashBasis else { return .zero }
        let paid = try others.lazy.map(\.amount).total() + amount
        return try vatDue(paid: paid) - others.lazy.map(\.vatShare).total()
    }

    /// The payments with the shares that they have when all are worked out anew, by the day on which they count; nil
    /// when they come to the right sum as they are.
    ///
    /// A payment's share stays when others come, so this is for when one goes or the document's amounts change.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func sharedAnew(_ payments: [Payment]) throws(BookkeepingError) -> [Payment]? {
        let paid = try payments.lazy.map(\.amount).total()
        guard try payments.lazy.map(\.vatShare).total() != vatDue(paid: paid) else { return nil }
        var ordered = payments.sorted { ($0.countsOn, $0.id) < ($1.countsOn, $1.id) }
        var (sum, moved) = (Money.zero, Money.zero)
        for place in ordered.indices {
            sum = try sum + ordered[place].amount
            let due = try vatDue(paid: sum)
            ordered[place].vatShare = try due - moved
            moved = due
        }
        return ordered
    }
}
