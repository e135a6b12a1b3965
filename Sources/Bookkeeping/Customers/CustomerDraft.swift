/// A customer as a client sent it: to be created, or to take another's place.
public struct CustomerDraft: Hashable, Sendable {
    /// Nil lets a code be made on creation and keeps the one there is on a change.
    public var code: String?
    public var details: CustomerDetails
    /// On a clash a new code is made from the name, in place of a refusal.
    public var makesCodeOnClash = false
    /// A name is made when none was sent, in place of a refusal.
    public var makesNameWhenEmpty = false

    public init(code: String? = nil, details: CustomerDetails) {
        self.code = code
        self.details = details
    }

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedCustomerDraft {
        var check = FieldCheck()
        let code = check.customerCode(code)
        var named = details
        if makesNameWhenEmpty, details.name.tidied.isEmpty { named.name = madeName }
        let checked = check.customerDetails(named)
        try check.finish()
        return CheckedCustomerDraft(code: code, details: checked, makesCodeOnClash: makesCodeOnClash)
    }

    /// Who the customer seems to be: the main contact's name or address, else its code.
    private var madeName: String {
        let main = details.mainContact
        let known = [main?.name, main?.personName, details.email, code]
        return known.lazy.compactMap { $0?.tidied }.first { !$0.isEmpty } ?? "New customer"
    }
}

/// A draft that keeps to every rule: only `CustomerDraft.checked()` makes one, so what takes it need not check
/// again.
///
/// A reference, since it is handed from floor to floor and stands in a wire table that is mostly used without it.
public final class CheckedCustomerDraft: Sendable {
    /// Nil lets a code be made on creation and keeps the one there is on a change.
    public let code: CustomerCode?
    public let details: CustomerDetails
    /// On a clash a new code is made from the name, in place of a refusal.
    public let makesCodeOnClash: Bool

    fileprivate init(code: CustomerCode?, details: CustomerDetails, makesCodeOnClash: Bool) {
        self.code = code
        self.details = details
        self.makesCodeOnClash = makesCodeOnClash
    }
}
