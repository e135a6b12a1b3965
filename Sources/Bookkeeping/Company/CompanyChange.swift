/// What a client sent of the company's details: what it left out keeps its value.
public struct CompanyChange: Hashable, Sendable {
    /// Texts that are sent empty are taken away.
    public var contactName: String?
    public var contactTelephone: String?
    public var contactMobile: String?
    public var contactEmail: String?
    /// Lines that are nil keep their values, as the country does; lines that are sent empty are taken away.
    public var address: PostalAddress?
    public var paymentTerms: PaymentTerms?
    public var businessType: BusinessType?
    public var industrySector: IndustrySectorChoice?
    /// The id of a range; empty for none.
    public var employees: String?
    public var accountingType: AccountingType?
    /// ISO 4217.
    public var homeCurrency: String?
    public var dateOrder: DateOrder?
    public var isVATRegistered: Bool?
    public var vatRegisteredIn: VATRegistration.Place?
    /// Empty for none.
    public var vatNumber: String?
    public var takesPartInBeta: Bool?
    public var showsRebrand: Bool?

    public init() {}

    /// The change with its texts tidied and all its bounds checked.
    ///
    /// - Throws: `BookkeepingError.invalid` with every problem there is.
    public func checked(_ sectors: IndustrySectors) throws(BookkeepingError) -> CheckedCompanyChange {
        var check = FieldCheck()
        var change = self
        change.contactName = check.keptText(contactName, "Contact.Name", max: TextKind.nameMax)
        change.contactTelephone = check.keptText(contactTelephone, "Contact.Telephone")
        change.contactMobile = check.keptText(contactMobile, "Contact.Mobile")
        change.contactEmail = check.keptText(contactEmail, "Contact.Email")
        if let email = change.contactEmail, !email.isEmpty, !email.isUsableEmailAddress {
            check.refuse("Contact.Email", "must be an e-mail address, as ines@harbour.example")
        }
        check.number(paymentTerms?.days, "PaymentTerms.Days", in: 0...PaymentTerms.daysMax)
        let sector = industrySector.map { check.industrySector($0, in: sectors) }
        let range = employees.map(\.tidied)
        let ranges = EmployeeCountRange.allCases.map(\.rawValue)
        if let range, !range.isEmpty, !ranges.contains(range) {
            check.refuse("EmployeeCountRangeId", .notOneOf(ranges))
        }
        change.employees = range
        change.homeCurrency = check.currencyCode(homeCurrency, "HomeCurrency.Code")
        if let vatNumber { change.vatNumber = check.vatNumber(vatNumber, "VATNumber") ?? "" }
        change.address = address.map { check.keptAddress($0, "Address") }
        try check.finish()
        return CheckedCompanyChange(change: change, industrySector: sector)
    }
}

/// A change that keeps to every rule: only `CompanyChange.checked()` makes one.
public struct CheckedCompanyChange: Sendable {
    public let change: CompanyChange
    /// Nil when none was sent, a nil within when it is taken away.
    private let industrySector: Int64??

    fileprivate init(change: CompanyChange, industrySector: Int64??) {
        self.change = change
        self.industrySector = industrySector
    }

    /// The company with what was sent in its place; the home currency is the book's to change.
    ///
    /// - Throws: `BookkeepingError.invalid` for a company that would be registered for VAT without a number.
    public func applied(to old: Company) throws(BookkeepingError) -> Company {
        var company = old
        company.contact.name = change.contactName.kept(over: old.contact.name)
        company.contact.telephone = change.contactTelephone.kept(over: old.contact.telephone)
        company.contact.mobile = change.contactMobile.kept(over: old.contact.mobile)
        company.contact.email = change.contactEmail.kept(over: old.contact.email)
        if let address = change.address {
            for line in PostalAddress.lines {
                company.address[keyPath: line] = address[keyPath: line].kept(over: old.address[keyPath: line])
            }
            company.address.countryCode = address.countryCode ?? old.address.countryCode
        }
        company.paymentTerms = change.paymentTerms ?? old.paymentTerms
        company.businessType = change.businessType ?? old.businessType
        company.industrySector = industrySector ?? old.industrySector
        if let id = change.employees { company.employees = EmployeeCountRange(rawValue: id) }
        company.accountingType = change.accountingType ?? old.accountingType
        company.dateOrder = change.dateOrder ?? old.dateOrder
        company.vat.take(isRegistered: change.isVATRegistered, place: change.vatRegisteredIn)
        company.vat.number = change.vatNumber.kept(over: old.vat.number)
        var check = FieldCheck()
        company.vat.check(&check, "VATNumber", otherwise: "VATRegistered false")
        try check.finish()
        company.takesPartInBeta = change.takesPartInBeta ?? old.takesPartInBeta
        company.showsRebrand = change.showsRebrand ?? old.showsRebrand
        return company
    }
}

extension FieldCheck {
    /// A text tidied, where an empty one that is sent means something.
    fileprivate mutating func keptText(
        _ sent: String?, _ field: @autoclosure () -> String, max: Int = TextKind.lineMax
    ) -> String? {
        sent.map { text($0, field(), max: max) ?? "" }
    }

    /// An address with its lines so; its country is nil when none was sent.
    fileprivate mutating func keptAddress(_ sent: PostalAddress, _ field: String) -> PostalAddress {
        var kept = address(sent, field)
        for line in PostalAddress.lines where sent[keyPath: line] != nil {
            kept[keyPath: line] = kept[keyPath: line] ?? ""
        }
        return kept
    }
}

extension PostalAddress {
    /// All but the country.
    fileprivate static var lines: [WritableKeyPath<PostalAddress, String?>] {
        [\.line1, \.line2, \.line3, \.line4, \.postCode]
    }
}

extension String? {
    /// What was sent in the place of what there is: nil keeps it, an empty text takes it away.
    fileprivate func kept(over old: String?) -> String? {
        guard let self else { return old }
        return self.isEmpty ? nil : self
    }
}
