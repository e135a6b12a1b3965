/// A category that document lines, bank lines and journal lines point at: a row of the chart of accounts.
public struct Nominal: Hashable, Sendable {
    /// Given by the book, from 1,000,001, never twice.
    public let id: Int64
    /// The number people see, 1 to 99,999,999; unique, and changeable.
    public let code: Int64
    /// What clients may write.
    public var details: NominalDetails
    /// The number of its role for the system, 0 for an ordinary one.
    public let special: Int64
    /// Whether it is a bank account's, which is no row of the list of nominals.
    public let isBank: Bool

    public init(id: Int64, code: Int64, details: NominalDetails, special: Int64 = 0, isBank: Bool = false) {
        self.id = id
        self.code = code
        self.details = details
        self.special = special
        self.isBank = isBank
    }

    public var name: String { details.name }

    /// The role that its special number stands for.
    public var role: NominalRole? {
        special == 0 ? nil : NominalRole.allCases.first { $0.special == special }
    }

    /// Whether only documents and payments move it, so that no line may name it.
    ///
    /// - Source: `nominals.md`, Control accounts: debtors and creditors are never posted to directly, the VAT nominals
    ///   only by VAT journals, those of VAT not yet due by nobody.
    public var isControl: Bool {
        switch role {
        case .debtors, .creditors, .vatInput, .vatOutput, .vatInputDeferred, .vatOutputDeferred: true
        default: false
        }
    }

    /// Whether a line of an invoice, quote or purchase may name it.
    public var isForLines: Bool { !isControl && !isBank && !details.isArchived }
}

/// What clients write of a nominal.
///
/// - Source: `nominals.md`, Fields.
public struct NominalDetails: Hashable, Sendable {
    public var name = ""
    public var type = NominalType.expense
    public var area = NominalArea.purchases
    public var isArchived = false
    /// Not allowed against income or corporation tax.
    public var isDisallowed = false
    /// A box of the self-assessment form SA103, 0 for none.
    public var sa103Code: Int64 = 0
    public var complianceCode: String?
    /// Deduction for labour, per cent.
    public var cisRate = Percentage.zero
    public var isDigitalService = false
    public var isForPrepayments = false
    public var isInECSalesList = false
    /// Goods; else services.
    public var isProduct = true
    public var fillsLines = false
    /// Net, for one unit.
    public var price = ExactDecimal.zero
    public var wholesalePrice = ExactDecimal.zero
    public var vatRate = Percentage.zero
    /// No VAT applies: not the same as a rate of zero.
    public var isVATExempt = false
    public var description = ""
    public var managesStock = false
    public var stock = ExactDecimal.zero
    public var stockWarning = ExactDecimal.zero
    public var raisesStockOnPurchase = false
    /// The id of the nominal whose purchases raise the stock, 0 for none.
    public var purchaseNominal: Int64 = 0
    /// The id of the product under it, 0 for any.
    public var purchaseProduct: Int64 = 0

    public init() {}
}
