import Bookkeeping
import Store

extension Book {
    /// Whose book it is.
    public func company() async throws -> Company {
        try await store.read { try $0.company() }
    }
}

extension Transaction {
    /// Whose book it is.
    public func company() throws -> Company {
        let home = try homeCurrency()
        var company: Company?
        try query(selectCompany, []) { row in
            company = try Company(row, homeCurrency: home)
            return false
        }
        guard let company else { throw StoreError.damaged("no company details") }
        return company
    }

    /// Writes over the company's details, but for the home currency.
    func write(_ company: Company) throws {
        try execute(updateCompany, company.parameters)
    }

    /// Writes the first details.
    func insert(_ company: Company) throws {
        try execute(insertCompany, company.parameters)
    }
}

extension Company {
    fileprivate init(_ row: any Row, homeCurrency: Currency) throws(StoreError) {
        self.init(homeCurrency: homeCurrency)
        var columns = Columns(row)
        contact.name = columns.optionalText()
        contact.telephone = columns.optionalText()
        contact.mobile = columns.optionalText()
        contact.email = columns.optionalText()
        address = PostalAddress(&columns)
        let start: PaymentTerms.Start = try columns.name()
        paymentTerms = PaymentTerms(days: columns.integer(), after: start)
        businessType = try columns.number()
        industrySector = columns.optionalInteger()
        employees = columns.optionalText().flatMap(EmployeeCountRange.init(rawValue:))
        accountingType = try columns.number()
        dateOrder = try columns.name()
        vat.place = try columns.name()
        vat.number = columns.optionalText()
        takesPartInBeta = columns.flag()
        showsRebrand = columns.flag()
    }

    /// In the order of the statements below.
    fileprivate var parameters: [SQLValue] {
        let values: [any SQLConvertible] = [
            contact.name, contact.telephone, contact.mobile, contact.email, address.line1, address.line2,
            address.line3, address.line4, address.postCode, address.countryCode, paymentTerms.start.rawValue,
            paymentTerms.days, businessType.rawValue, industrySector, employees?.rawValue,
            accountingType.rawValue, dateOrder.rawValue, vat.place.rawValue, vat.number, takesPartInBeta,
            showsRebrand,
        ]
        return values.map(\.sqlValue)
    }
}

extension Columns {
    /// A value of an enumeration by its number.
    /// - Throws: `StoreError.damaged`: no case has it.
    fileprivate mutating func number<Number: RawRepresentable<Int64>>() throws(StoreError) -> Number {
        let value = integer()
        guard let number = Number(rawValue: value) else { throw .damaged("no \(Number.self): \(value)") }
        return number
    }
}

private let selectCompany: SQL = """
    SELECT contact_name, contact_telephone, contact_mobile, contact_email, line1, line2, line3, line4, post_code,
        country, terms_start, terms_days, business_type, industry_sector, employees, accounting_type, date_order,
        vat_registered_in, vat_number, beta, rebrand
    FROM company
    """

private let insertCompany: SQL = """
    INSERT INTO company (id, contact_name, contact_telephone, contact_mobile, contact_email, line1, line2, line3,
        line4, post_code, country, terms_start, terms_days, business_type, industry_sector, employees,
        accounting_type, date_order, vat_registered_in, vat_number, beta, rebrand)
    VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
    """

private let updateCompany: SQL = """
    UPDATE company SET contact_name = ?1, contact_telephone = ?2, contact_mobile = ?3, contact_email = ?4,
        line1 = ?5, line2 = ?6, line3 = ?7, line4 = ?8, post_code = ?9, country = ?10, terms_start = ?11,
        terms_days = ?12, business_type = ?13, industry_sector = ?14, employees = ?15, accounting_type = ?16,
        date_order = ?17, vat_registered_in = ?18, vat_number = ?19, beta = ?20, rebrand = ?21
    """
