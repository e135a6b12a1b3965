import Bookkeeping
import Store

extension Book {
    /// One customer in full, with the rate of today.
    ///
    /// - Parameter code: in any case, as it came; a text that can't be a code is no customer's.
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func customer(_ code: String) async throws -> Customer {
        try await store.read { try $0.customer(code, on: self.today) }
    }
}

extension Transaction {
    /// One customer in full: a statement for its row, one for what its invoices come to, and one for each kind of list
    /// that it has.
    ///
    /// - Parameter day: whose exchange rate is told; asked only for one that has a currency.
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func customer(_ code: String, on day: @autoclosure () -> CalendarDate) throws -> Customer {
        var found: CustomerRead?
        try query(selectCustomer, [.text(PartyCode.key(of: code))]) { row in
            found = try CustomerRead(row)
            return false
        }
        guard var found else { throw BookkeepingError.partyUnknown(.customer, code: PartyCode.shown(code)) }
        try readLists(of: &found.shared)
        if found.addressCount > 0 {
            try readAddresses(ofCustomer: found.shared.id, into: &found.shared.details)
        }
        let details = found.shared.details
        var totals = CustomerTotals()
        (totals.paid, totals.outstanding) = (found.shared.paid, found.shared.outstanding)
        try addTotals(ofCustomer: found.shared.id, on: day, to: &totals)
        return found.customer(
            totals, sourceName: try sourceName(details.source),
            currency: try details.currencyCode.flatMap { try currency($0, on: day()) })
    }
}

/// A customer's row, before the lists are read.
private struct CustomerRead {
    var shared: PartyRow<CustomerDetails>
    let addressCount: Int64

    init(_ row: any Row) throws(StoreError) {
        var columns = Columns(row)
        shared = try PartyRow(&columns)
        shared.details.source = columns.integer()
        shared.details.usesCustomDeliveryAddress = columns.flag()
        shared.details.defaultReference = columns.optionalText()
        shared.details.discountRate = columns.optionalPercentage()
        shared.details.showsDiscount = columns.flag()
        shared.details.receivesWholesalePricing = columns.flag()
        shared.details.includesVATNumber = columns.flag()
        shared.details.emailTemplateNumber = columns.optionalInteger()
        shared.details.overridesInvoiceFileFormat = columns.flag()
        shared.details.invoiceFileFormat = columns.optionalText()
        shared.details.pdfThemeID = columns.optionalInteger()
        shared.details.hasAutomaticCreditControl = columns.flag()
        shared.details.hasCreditLimit = columns.flag()
        shared.details.creditLimit = columns.optionalMoney()
        addressCount = columns.integer()
    }

    func customer(_ totals: CustomerTotals, sourceName: String?, currency: Currency?) -> Customer {
        return Customer(
            id: shared.id, code: shared.code, key: shared.key, createdOn: shared.createdOn,
            updatedOn: shared.updatedOn, totals: totals, details: shared.details, sourceName: sourceName,
            currency: currency)
    }
}

private let selectCustomer: SQL =
    "SELECT " + sharedColumnsToRead[.customer] + """
        , source, uses_delivery_address, default_reference, discount_rate, shows_discount, wholesale_pricing,
            includes_vat_number, email_template, overrides_file_format, invoice_file_format, pdf_theme,
            credit_control, has_credit_limit, credit_limit, address_count
        FROM customer WHERE code_key = ?1
        """
