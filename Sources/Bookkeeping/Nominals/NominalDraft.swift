/// A nominal as a client sent it: to be made, or to take another's place. What is nil was left out.
public struct NominalDraft: Hashable, Sendable {
    /// 0 or nil: the next free one of its area for a new nominal, its own for an old one.
    public var code: Int64?
    public var name: String?
    public var type: NominalType?
    public var area: NominalArea?
    public var isArchived = false
    public var isDisallowed = false
    /// 0 for none.
    public var sa103Code: Int64 = 0
    public var complianceCode: String?
    public var cisRate = Percentage.zero
    public var isDigitalService = false
    public var isForPrepayments = false
    public var isInECSalesList: Bool?
    public var isProduct: Bool?
    public var fillsLines = false
    public var price = ExactDecimal.zero
    public var wholesalePrice = ExactDecimal.zero
    public var vatRate: Percentage?
    public var isVATExempt = false
    public var description: String?
    public var managesStock = false
    /// A count; left out, what is on hand stays.
    public var stock: ExactDecimal?
    public var stockWarning = ExactDecimal.zero
    public var raisesStockOnPurchase = false
    /// 0 for none.
    public var purchaseNominalCode: Int64 = 0
    public var purchaseProductCode: String?
    /// Whether a code that is taken is answered with its nominal, and one to be changed that is not there is made.
    public var makesWhenMissing = false

    /// The numbers that people may give nominals.
    public static let codes: ClosedRange<Int64> = 1...99_999_999
    /// Longest name.
    public static let nameMax = 100

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedNominalDraft {
        var check = FieldCheck()
        var draft = self
        check.number(code, "Code", in: 0...Self.codes.upperBound)
        draft.name = check.text(name, "Name", max: Self.nameMax)
        let known = Set(SA103Category.all.map(\.code)).union([0])
        if !known.contains(sa103Code) {
            check.refuse("Sa103Code", "must be 0 or a Code of /nominals/sa103categories")
        }
        draft.complianceCode = check.text(complianceCode, "ComplianceCode")
        check.percentage(cisRate, "CISRate")
        check.percentage(vatRate, "VATRate")
        draft.description = check.text(description, "Description", max: TextKind.linesMax, kind: .lines)
        check.number(purchaseNominalCode, "PurchaseNominalCode", in: 0...Self.codes.upperBound)
        draft.purchaseProductCode = check.text(
            purchaseProductCode, "PurchaseSubNominalCode", max: TextKind.codeMax)
        try check.finish()
        return CheckedNominalDraft(draft)
    }
}

/// A draft that keeps to every rule that needs no book: only `NominalDraft.checked()` makes one.
@dynamicMemberLookup
public struct CheckedNominalDraft: Hashable, Sendable {
    private let draft: NominalDraft

    fileprivate init(_ draft: NominalDraft) {
        self.draft = draft
    }

    public subscript<Value>(dynamicMember member: KeyPath<NominalDraft, Value>) -> Value {
        draft[keyPath: member]
    }
}

/// What a draft's links come to, once the book has looked them up.
public struct NominalLinks: Hashable, Sendable {
    /// The id of the nominal whose purchases raise the stock, 0 for none.
    public var purchaseNominal: Int64 = 0
    /// The id of the product under it, 0 for any.
    public var purchaseProduct: Int64 = 0

    public init() {}
}
