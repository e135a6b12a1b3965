/// The writable part of a supplier. As it is made here, it is a new supplier for whom nothing was said.
public struct SupplierDetails: PartyDetails {
    public static let party = Party.supplier

    public var name = ""
    public var contacts: [Contact] = []
    public var address: PostalAddress?
    public var bankAccount: PayeeAccount?
    public var currencyCode: String?
    public var paymentTerms: PaymentTerms?
    /// Id of the method by which it is paid unless said otherwise.
    public var paymentMethod: Int64?
    public var defaultNominalCode: Int64?
    /// 0 for the account's theme.
    public var pdfThemeID: Int64 = 0
    public var vatNumber: String?
    /// Whether the lines of purchases begin with `defaultVATRate`.
    public var presetsVATRate = false
    public var defaultVATRate: Percentage?
    /// Whether the lines of purchases begin without VAT.
    public var isVATExempt = false
    public var tradeBorder = TradeBorderType.domestic
    public var isCISReverseCharge = false
    public var appliesWithholdingTax = false
    public var withholdingTaxRate: Percentage?
    public var withholdingTaxReferences: [CustomField] = []
    public var uniqueEntityNumber: String?
    public var note: String?
    public var isArchived = false

    public init() {}

    public var postCodes: [String] { [address?.postCode].compactMap(\.self) }

    public mutating func completeAddresses(in home: () throws -> String?) rethrows {
        try address?.complete(in: home)
    }

    public mutating func hold(to check: inout FieldCheck) {
        check.naming(&self)
        check.people(&self)
        address = address.map { check.address($0, "Address") }
        if address == PostalAddress() { address = nil }
        bankAccount = bankAccount.map { check.payeeAccount($0, "BankAccount") }
        if bankAccount == PayeeAccount() { bankAccount = nil }
        check.trading(&self)
        check.number(paymentMethod, "PaymentMethod")
        check.number(pdfThemeID, "DefaultPdfTheme")
        check.percentage(defaultVATRate, "DefaultVatRate")
        check.taxing(&self, vatNumber: "VatNumber")
    }
}

/// A supplier as a client sent it: to be created, or to take another's place.
public typealias SupplierDraft = PartyDraft<SupplierDetails>

/// A supplier's draft that keeps to every rule.
public typealias CheckedSupplierDraft = CheckedPartyDraft<SupplierDetails>
