/// A business source as a client sent it: to be created, or to take another's place.
public struct BusinessSourceDraft: Hashable, Sendable {
    public var name: String
    /// Home currency.
    public var cost: Money

    public init(name: String = "", cost: Money = .zero) {
        self.name = name
        self.cost = cost
    }

    /// The draft with its name tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedBusinessSource {
        var check = FieldCheck()
        let name = check.requiredText(name, "Name", max: TextKind.nameMax)
        if cost.isNegative { check.refuse("CostOfSource", "must not be negative") }
        try check.finish()
        return CheckedBusinessSource(name: name, cost: cost)
    }
}

/// A draft that keeps to every rule: only `BusinessSourceDraft.checked()` makes one.
public struct CheckedBusinessSource: Hashable, Sendable {
    public let name: String
    public let cost: Money

    fileprivate init(name: String, cost: Money) {
        self.name = name
        self.cost = cost
    }
}
