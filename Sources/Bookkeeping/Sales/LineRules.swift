/// What decides a line's amounts beside the line itself.
public struct LineRules: Hashable, Sendable {
    public var currency: DocumentCurrency
    public var posted: PostedWith
    /// Construction reverse charge: the customer accounts for the VAT.
    public var isReverseCharge: Bool
    public var tradeBorder: TradeBorderType

    public init(
        currency: DocumentCurrency, posted: PostedWith, isReverseCharge: Bool, tradeBorder: TradeBorderType
    ) {
        self.currency = currency
        self.posted = posted
        self.isReverseCharge = isReverseCharge
        self.tradeBorder = tradeBorder
    }

    /// The VAT that the rule makes of a line: on its net, or on one and then times the quantity.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `vat.md`, `CalculateTaxOnIndividualUnitPrice`.
    public func ruledVAT(
        net: Money, quantity: ExactDecimal, rate: ExactDecimal, level: Percentage
    ) throws(BookkeepingError) -> Money {
        guard posted.calculatesVATPerUnit else { return try level.vat(on: net) }
        // Price times rate is exact before its one rounding: millionths × ten-thousandths of a per cent.
        let product = Int128(rate.millionths) * Int128(level.tenThousandths)
        guard let pence = roundedQuotient(product, by: 10_000_000_000) else { throw .amountOutOfRange }
        return try Money(minorUnits: pence).times(quantity)
    }

    /// The VAT of a line: what was sent, where that may be; else what the rule makes.
    ///
    /// - Returns: the VAT, or what is wrong with the one that was sent.
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    /// - Source: `invoices.md`, Line amounts.
    func vat(
        sent: Money?, net: Money, quantity: ExactDecimal, rate: ExactDecimal, level: Percentage,
        isExempt: Bool
    ) throws(BookkeepingError) -> Result<Money, LineFault> {
        // Decided when the document is made; what a client sends can't make a business registered.
        guard posted.isVATRegistered else { return .success(.zero) }
        if isReverseCharge {
            guard sent ?? .zero == .zero else { return .failure(.vatUnderReverseCharge) }
            return .success(.zero)
        }
        if isExempt || level == .zero {
            guard sent ?? .zero == .zero else { return .failure(.vatWithoutRate) }
            return .success(.zero)
        }
        let ruled = try ruledVAT(net: net, quantity: quantity, rate: rate, level: level)
        guard let sent else { return .success(ruled) }
        if net == .zero || sent == .zero && tradeBorder != .domestic { return .success(sent) }
        let off = try sent - ruled
        guard off.minorUnits.magnitude <= 1 else { return .failure(.vatOff(ruled)) }
        return .success(sent)
    }
}

/// What is wrong with a line's VAT.
enum LineFault: Error, Hashable, Sendable {
    case vatUnderReverseCharge
    case vatWithoutRate
    /// Carries what the rule makes.
    case vatOff(Money)

    /// The rest of a sentence after the field's name.
    var words: String {
        switch self {
        case .vatUnderReverseCharge: "must be 0 under the reverse charge: the customer accounts for it"
        case .vatWithoutRate: "must be 0 where the line is exempt or its VATLevel is 0"
        case .vatOff(let ruled): "must be \(ruled.decimalText), or within a penny of it"
        }
    }
}
