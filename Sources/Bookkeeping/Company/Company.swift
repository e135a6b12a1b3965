/// Whose book it is, as papers show it, and what follows from it. Its name is kept where users sign in.
public struct Company: Hashable, Sendable {
    public var contact = CompanyContact()
    /// Its country is always set.
    public var address = PostalAddress()
    /// What customers and suppliers without terms of their own have.
    public var paymentTerms = PaymentTerms(days: 30, after: .issuedDate)
    public var businessType = BusinessType.notSet
    /// The lowest level that is known; nil for none.
    public var industrySector: Int64?
    /// Nil when nobody said.
    public var employees: EmployeeCountRange?
    public var accountingType = AccountingType.accrual
    public var dateOrder = DateOrder.british
    public var vat = VATRegistration()
    /// For the screens alone, as the next one.
    public var takesPartInBeta = false
    public var showsRebrand = false
    /// What the ledger is kept in.
    public let homeCurrency: Currency

    public init(homeCurrency: Currency) {
        self.homeCurrency = homeCurrency
    }
}

/// Who answers for the company.
public struct CompanyContact: Hashable, Sendable {
    public var name: String?
    public var telephone: String?
    public var mobile: String?
    /// Who mail to customers comes from, when nothing else is set.
    public var email: String?

    public init() {}
}
