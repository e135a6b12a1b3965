/// A bank transaction as a client sent it: to be entered, or to take another's place. What is nil was left out.
public struct BankTransactionDraft: Hashable, Sendable {
    public var date: CalendarDate?
    /// A nominal's code, or its id.
    public var moneyType: Int64?
    /// Home currency, VAT included.
    public var paidIn: Money?
    public var paidOut: Money?
    public var comment: String?
    public var isVATable = false
    public var vatRate: Percentage?
    /// Nil to have it worked out.
    public var vat: Money?
    /// Where it was sent, it must be the path's.
    public var account: Int64?
    /// 0 for none.
    public var projectNumber: Int64?
    public var customerCode: String?
    public var supplierCode: String?
    public var isDisallowed = false
    public var feed: Int64 = 0

    public init() {}

    /// The draft with its texts tidied and what can be told without the book checked.
    ///
    /// - Parameters:
    ///   - account: the path's.
    ///   - old: the transaction that it is to take the place of, whose date, amount, nominal and party stay when they
    ///     are left out.
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked(
        on account: Int64, over old: BankTransaction? = nil
    ) throws(BookkeepingError) -> CheckedBankTransactionDraft {
        var check = FieldCheck()
        var draft = self
        draft.date = date ?? old?.date
        draft.moneyType = moneyType ?? old?.counterpart.code
        if draft.date == nil { check.refuse("Date", "is required") }
        if draft.moneyType == nil { check.refuse("MoneyType", "is required") }
        if let sent = self.account, sent != 0, sent != account {
            check.refuse("AccountId", "must be \(account), as in the path")
        }
        let amount = amount(over: old, &check)
        draft.comment = check.text(comment, "Comment", max: TextKind.linesMax, kind: .lines)
        draft.customerCode = check.text(customerCode, "CustomerCode", max: TextKind.codeMax)
        draft.supplierCode = check.text(supplierCode, "SupplierCode", max: TextKind.codeMax)
        if draft.customerCode != nil, draft.supplierCode != nil {
            check.refuse("SupplierCode", "must not be set beside CustomerCode")
        }
        if let old, moneyType == nil, customerCode == nil, supplierCode == nil {
            (draft.customerCode, draft.supplierCode) = (old.customer?.code, old.supplier?.code)
        }
        let vat = vat(in: amount, &check)
        try check.finish()
        return CheckedBankTransactionDraft(
            draft: draft, date: draft.date ?? .never, moneyType: draft.moneyType ?? 0, amount: amount,
            vat: vat)
    }

    private func amount(over old: BankTransaction?, _ check: inout FieldCheck) -> Money {
        if let old, paidIn == nil, paidOut == nil { return old.amount }
        let (paidIn, paidOut) = (paidIn ?? .zero, paidOut ?? .zero)
        if paidIn.isNegative { check.refuse("PaidIn", "must not be negative") }
        if paidOut.isNegative { check.refuse("PaidOut", "must not be negative") }
        if (paidIn == .zero) == (paidOut == .zero) {
            check.refuse("PaidIn", "or PaidOut must be above 0, and the other one 0")
        }
        return paidIn == .zero ? Money(minorUnits: 0 &- paidOut.minorUnits) : paidIn
    }

    /// The VAT in the amount, with its sign.
    private func vat(in amount: Money, _ check: inout FieldCheck) -> Money {
        guard isVATable else { return .zero }
        guard let sent = vat else { return (try? (vatRate ?? .zero).vat(inGross: amount)) ?? .zero }
        guard !sent.isNegative, sent.minorUnits.magnitude <= amount.minorUnits.magnitude else {
            check.refuse("VATAmount", "must be from 0 to the amount")
            return .zero
        }
        return amount.isNegative ? Money(minorUnits: -sent.minorUnits) : sent
    }
}

/// A draft that keeps to every rule that needs no book: only `BankTransactionDraft.checked` makes one.
public struct CheckedBankTransactionDraft: Hashable, Sendable {
    public let draft: BankTransactionDraft
    public let date: CalendarDate
    /// A nominal's code, or its id.
    public let moneyType: Int64
    /// In is positive, never zero.
    public let amount: Money
    /// With the amount's sign.
    public let vat: Money

    fileprivate init(
        draft: BankTransactionDraft, date: CalendarDate, moneyType: Int64, amount: Money, vat: Money
    ) {
        self.draft = draft
        self.date = date
        self.moneyType = moneyType
        self.amount = amount
        self.vat = vat
    }
}

extension Percentage {
    /// The VAT that an amount includes: gross × rate ÷ (100 + rate), to the penny, with its sign.
    ///
    /// - Throws: `BookkeepingError.amountOutOfRange`.
    public func vat(inGross gross: Money) throws(BookkeepingError) -> Money {
        try gross.share(
            of: Money(minorUnits: tenThousandths),
            in: Money(minorUnits: Percentage.hundred.tenThousandths + tenThousandths))
    }
}
