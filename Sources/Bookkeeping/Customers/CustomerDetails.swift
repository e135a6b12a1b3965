/// The writable part of a customer. As it is made here, it is a new customer for whom nothing was said.
public struct CustomerDetails: PartyDetails {
    public static let party = Party.customer

    public var name = ""
    public var note: String?
    /// Id of the business source; 0 for none.
    public var source: Int64 = 0
    public var contacts: [Contact] = []
    public var addresses: [PostalAddress] = []
    public var deliveryAddresses: [DeliveryAddress] = []
    public var usesCustomDeliveryAddress = false
    public var currencyCode: String?
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

    public var postCodes: [String] {
        addresses.compactMap(\.postCode) + deliveryAddresses.compactMap(\.address.postCode)
    }

    public mutating func completeAddresses(in home: () throws -> String?) rethrows {
        for place in addresses.indices { try addresses[place].complete(in: home) }
        for place in deliveryAddresses.indices { try deliveryAddresses[place].complete(in: home) }
    }
}

/// A customer as a client sent it: to be created, or to take another's place.
public typealias CustomerDraft = PartyDraft<CustomerDetails>

/// A customer's draft that keeps to every rule.
public typealias CheckedCustomerDraft = CheckedPartyDraft<CustomerDetails>
