import Bookkeeping
import Store

extension Book {
    /// One customer in full.
    ///
    /// - Parameter code: in any case, as it came; a text that can't be a code is no customer's.
    /// - Throws: `BookkeepingError.customerUnknown`.
    public func customer(_ code: String) async throws -> Customer {
        try await store.read { try $0.customer(code) }
    }
}

extension Transaction {
    /// One customer in full: a statement for its row and one for each kind of list that it has.
    ///
    /// - Throws: `BookkeepingError.customerUnknown`.
    public func customer(_ code: String) throws -> Customer {
        var found: CustomerRead?
        try query(selectCustomer, [.text(CustomerCode.key(of: code))]) { row in
            found = try CustomerRead(row)
            return false
        }
        guard var found else {
            throw BookkeepingError.customerUnknown(code: CustomerCode.shown(code))
        }
        if found.contactCount > 0 { found.details.contacts = try contacts(ofCustomer: found.id) }
        if found.addressCount > 0 { try readAddresses(ofCustomer: found.id, into: &found.details) }
        if found.fieldCount > 0 { try readFields(ofCustomer: found.id, into: &found.details) }
        return found.customer
    }
}

/// A customer's row, before the lists are read.
private struct CustomerRead {
    let id: Int64
    let code: CustomerCode
    let key: String
    let createdOn: CalendarDate
    let updatedOn: CalendarDate
    let contactCount: Int64
    let addressCount: Int64
    let fieldCount: Int64
    var totals = CustomerTotals()
    var details = CustomerDetails()

    init(_ row: any Row) throws {
        var columns = Columns(row)
        id = columns.integer()
        code = CustomerCode(checked: columns.text())
        key = columns.text()
        createdOn = try columns.date()
        updatedOn = try columns.date()
        contactCount = columns.integer()
        addressCount = columns.integer()
        fieldCount = columns.integer()
        totals.paid = columns.money()
        totals.outstanding = columns.money()
        details.name = columns.text()
        details.note = columns.optionalText()
        details.source = columns.integer()
        details.usesCustomDeliveryAddress = columns.flag()
        details.currencyCode = columns.optionalText()
        if let days = columns.optionalInteger() {
            details.paymentTerms = PaymentTerms(days: days, after: try columns.name())
        } else {
            _ = columns.optionalText()
        }
        details.defaultNominalCode = columns.optionalInteger()
        details.defaultReference = columns.optionalText()
        details.discountRate = columns.optionalPercentage()
        details.showsDiscount = columns.flag()
        details.receivesWholesalePricing = columns.flag()
        details.vatNumber = columns.optionalText()
        details.includesVATNumber = columns.flag()
        details.tradeBorder = try columns.name()
        details.isCISReverseCharge = columns.flag()
        details.appliesWithholdingTax = columns.flag()
        details.withholdingTaxRate = columns.optionalPercentage()
        details.emailTemplateNumber = columns.optionalInteger()
        details.overridesInvoiceFileFormat = columns.flag()
        details.invoiceFileFormat = columns.optionalText()
        details.pdfThemeID = columns.optionalInteger()
        details.uniqueEntityNumber = columns.optionalText()
        details.hasAutomaticCreditControl = columns.flag()
        details.hasCreditLimit = columns.flag()
        details.creditLimit = columns.optionalMoney()
        details.isArchived = columns.flag()
    }

    var customer: Customer {
        Customer(
            id: id, code: code, key: key, createdOn: createdOn, updatedOn: updatedOn, totals: totals,
            details: details)
    }
}

private let selectCustomer: SQL = """
    SELECT id, code, customer_key, created_on, updated_on, contact_count, address_count, field_count,
        total_paid, outstanding, name, note, source, uses_delivery_address, currency, terms_days, terms_start,
        default_nominal, default_reference, discount_rate, shows_discount, wholesale_pricing, vat_number,
        includes_vat_number, trade_border, cis_reverse_charge, applies_withholding, withholding_rate,
        email_template, overrides_file_format, invoice_file_format, pdf_theme, unique_entity_number,
        credit_control, has_credit_limit, credit_limit, is_archived
    FROM customer WHERE code_key = ?1
    """
