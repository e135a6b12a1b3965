/// A product as a client sent it: to be made, or to take another's place.
public struct ProductDraft: Hashable, Sendable {
    /// Nil for one made from the name, on a change for the one that it has.
    public var code: String?
    /// Of its nominal; nil or 0 for the account's default sales nominal, on a change for the one that it has.
    public var nominalCode: Int64?
    public var name = ""
    public var description: String?
    public var fillsLines = false
    /// Net, for one unit, home currency; a price below zero is a deduction.
    public var price = ExactDecimal.zero
    public var wholesalePrice = ExactDecimal.zero
    /// Nil for its nominal's.
    public var vatRate: Percentage?
    public var isVATExempt = false
    public var managesStock = false
    /// On hand, as counted; nil leaves what there is.
    public var stock: ExactDecimal?
    public var stockWarning = ExactDecimal.zero
    public var raisesStockOnPurchase = false
    public var purchaseLink = PurchaseLinkDraft()
    public var isDefault = false
    public var isInUse = true

    public init() {}

    /// The draft with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked() throws(BookkeepingError) -> CheckedProductDraft {
        var check = FieldCheck()
        var draft = self
        draft.code = check.productCode(code)
        check.number(nominalCode, "NominalCode")
        draft.name = check.requiredText(name, "Name", max: TextKind.nameMax)
        draft.description = check.text(description, "Description", max: TextKind.linesMax, kind: .lines)
        check.percentage(vatRate, "VATRate")
        check.number(purchaseLink.nominalCode, "PurchaseNominalCode")
        draft.purchaseLink.productCode = purchaseLink.productCode.map {
            check.text($0, "PurchaseSubNominalCode", max: TextKind.codeMax) ?? ""
        }
        check.number(purchaseLink.nominalID, "PurchaseNominalId", in: 0...Int64.max)
        check.number(purchaseLink.productID, "PurchaseSubNominalId", in: 0...Int64.max)
        try check.finish()
        return CheckedProductDraft(draft: draft)
    }
}

/// A draft that keeps to every rule: only `ProductDraft.checked()` makes one.
public struct CheckedProductDraft: Hashable, Sendable {
    public let draft: ProductDraft

    fileprivate init(draft: ProductDraft) {
        self.draft = draft
    }
}

/// Whose purchases raise a stock, as it was sent: by codes, or by the ids that were read. Codes go before ids.
public struct PurchaseLinkDraft: Hashable, Sendable {
    /// 0 for none; nil when it was not sent.
    public var nominalCode: Int64?
    /// Of a product under that nominal, empty for any; nil when it was not sent.
    public var productCode: String?
    /// Counts where no code was sent.
    public var nominalID: Int64?
    public var productID: Int64?

    public init() {}
}

extension FieldCheck {
    /// A product's code as it is to be kept; nil when none was sent, which lets one be made.
    fileprivate mutating func productCode(_ sent: String?) -> String? {
        guard let code = text(sent, "Code", max: TextKind.codeMax) else { return nil }
        guard code != ".", code != ".." else {
            refuse("Code", "must not be '\(code)', which is a path of its own")
            return nil
        }
        return code
    }
}
