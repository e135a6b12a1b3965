/// The writable part of a customer. As it is made here, it is a new customer for whom nothing was said.
///
/// Texts and numbers that nobody set are nil, flags false, lists empty.
public struct CustomerDetails: Hashable, Sendable {
    public var name = ""
    public var note: String?
    /// Id of the business source; 0 for none.
    public var source: Int64 = 0
    public var contacts: [Contact] = []
    public var addresses: [PostalAddress] = []
    public var deliveryAddresses: [DeliveryAddress] = []
    public var usesCustomDeliveryAddress = false
    /// ISO 4217, in capitals; nil for the home currency.
    public var currencyCode: String?
    /// Nil for the account's own terms.
    public var paymentTerms: PaymentTerms?
    public var defaultNominalCode: Int64?
    public var defaultReference: String?
    public var discountRate: Percentage?
    public var showsDiscount = false
    public var receivesWholesalePricing = false
    public var vatNumber: String?
    public var includesVATNumber = false
    public var tradeBorder = TradeBorderType.domestic
    public var isCISReverseCharge = false
    public var appliesWithholdingTax = false
    public var withholdingTaxRate: Percentage?
    public var withholdingTaxReferences: [CustomField] = []
    public var emailTemplateNumber: Int64?
    public var overridesInvoiceFileFormat = false
    public var invoiceFileFormat: String?
    /// Nil for the account's theme.
    public var pdfThemeID: Int64?
    public var uniqueEntityNumber: String?
    public var hasAutomaticCreditControl = false
    public var hasCreditLimit = false
    /// Home currency.
    public var creditLimit: Money?
    public var textBoxes: [CustomField] = []
    public var checkBoxes: [CustomCheckBox] = []
    public var isArchived = false

    public init() {}

    /// The first contact marked as primary, else the first.
    public var mainContact: Contact? {
        contacts.first(where: \.isPrimary) ?? contacts.first
    }

    /// The main contact's e-mail address, else the first that any contact has.
    public var email: String? {
        mainContact?.email ?? contacts.lazy.compactMap(\.email).first
    }
}
