/// A customer or supplier as a client sent it: to be created, or to take another's place.
public struct PartyDraft<Details: PartyDetails>: Hashable, Sendable {
    /// Nil lets a code be made on creation and keeps the one there is on a change.
    public var code: String?
    public var details: Details
    /// Units of its currency for one of the home currency, where the currency is to be set up with it.
    public var exchangeRate: ExactDecimal?
    /// On a clash a new code is made from the name, in place of a refusal.
    public var makesCodeOnClash = false
    /// A name is made when none was sent, in place of a refusal.
    public var makesNameWhenEmpty = false

    public init(code: String? = nil, details: Details) {
        self.code = code
        self.details = details
    }

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedPartyDraft<Details> {
        var check = FieldCheck()
        let code = check.code(code, of: Details.party)
        var checked = details
        if makesNameWhenEmpty, details.name.tidied.isEmpty { checked.name = madeName }
        checked.hold(to: &check)
        check.exchangeRate(exchangeRate, "Currency.ExchangeRate")
        if exchangeRate != nil, details.currencyCode?.tidied.isEmpty ?? true {
            check.refuse("Currency.Code", "is required")
        }
        try check.finish()
        return CheckedPartyDraft(
            code: code, details: checked, exchangeRate: exchangeRate, makesCodeOnClash: makesCodeOnClash)
    }

    /// Who it seems to be: the main contact's name or address, else its code.
    private var madeName: String {
        let main = details.mainContact
        let known = [main?.name, main?.personName, details.email, code]
        return known.lazy.compactMap { $0?.tidied }.first { !$0.isEmpty } ?? "New \(Details.party.rawValue)"
    }
}

/// A draft that keeps to every rule: only `PartyDraft.checked()` makes one, so what takes it need not check again.
///
/// A reference, since it is handed from floor to floor and stands in a wire table that is mostly used without it.
public final class CheckedPartyDraft<Details: PartyDetails>: Sendable {
    /// Nil lets a code be made on creation and keeps the one there is on a change.
    public let code: PartyCode?
    public let details: Details
    /// Units of its currency for one of the home currency, where the currency is to be set up with it.
    public let exchangeRate: ExactDecimal?
    /// On a clash a new code is made from the name, in place of a refusal.
    public let makesCodeOnClash: Bool

    fileprivate init(
        code: PartyCode?, details: Details, exchangeRate: ExactDecimal?, makesCodeOnClash: Bool
    ) {
        self.code = code
        self.details = details
        self.exchangeRate = exchangeRate
        self.makesCodeOnClash = makesCodeOnClash
    }
}
