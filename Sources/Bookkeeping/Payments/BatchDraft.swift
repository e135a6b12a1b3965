/// A batch payment as a client sent it: to be made, or to take another's place.
public struct BatchDraft: Hashable, Sendable {
    /// One document's part of the money.
    public struct Item: Hashable, Sendable {
        /// The payment's id; nil or 0 where it is new.
        public var id: Int64?
        /// Home currency; negative on what is given back.
        public var amount: Money?
        /// The number of the invoice or purchase.
        public var document: Int64?

        public init() {}
    }

    /// Nil or 0 for the next, on a change for the one that it has.
    public var number: Int64?
    public var date: CalendarDate?
    public var comment: String?
    /// A bank account's id.
    public var account: Int64?
    public var method: Int64?
    public var feed: Int64 = 0
    /// Whether it is taken out of its bank reconciliation so that it can change.
    public var resetsReconciliation = false
    public var items: [Item] = []

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedBatchDraft {
        var check = FieldCheck()
        var draft = self
        check.number(number, "Number")
        draft.comment = check.text(comment, "Comment", max: TextKind.linesMax, kind: .lines)
        if items.isEmpty { check.refuse("PaymentItems", "must have at least one entry") }
        var items: [CheckedBatchDraft.Item] = []
        var documents: Set<Int64> = []
        for (place, item) in self.items.enumerated() {
            let path = "PaymentItems[\(place)]"
            if item.amount == nil { check.refuse("\(path).Amount", "is required") }
            if item.amount == .zero { check.refuse("\(path).Amount", "must not be 0") }
            if let document = item.document {
                if !documents.insert(document).inserted {
                    check.refuse("\(path).ObjectNumber", "must not come twice")
                }
            } else {
                check.refuse("\(path).ObjectNumber", "is required")
            }
            items.append(.init(id: item.id ?? 0, amount: item.amount ?? .zero, document: item.document ?? 0))
        }
        try check.finish()
        return CheckedBatchDraft(draft: draft, items: items)
    }
}

/// A draft that keeps to every rule that needs no book: only `BatchDraft.checked()` makes one.
public struct CheckedBatchDraft: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        /// 0 where it is new.
        public let id: Int64
        public let amount: Money
        public let document: Int64
    }

    public let draft: BatchDraft
    public let items: [Item]

    fileprivate init(draft: BatchDraft, items: [Item]) {
        self.draft = draft
        self.items = items
    }

    /// The account and method that are meant.
    ///
    /// - Parameter old: the batch as it is, whose account and method stay when none is sent.
    /// - Throws: `BookkeepingError.invalid`.
    public func money(_ desk: PaymentDesk, over old: PaymentBatch? = nil) throws(BookkeepingError) -> (
        account: Int64, method: Int64
    ) {
        var check = FieldCheck()
        let account = desk.account(draft.account, kept: old?.account, "AccountId", &check)
        let method = desk.method(draft.method, kept: old?.method, "Method", &check)
        try check.finish()
        return (account ?? 0, method)
    }
}
