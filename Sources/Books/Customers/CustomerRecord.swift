import Bookkeeping
import Store

/// What a command writes into a customer's row, in the order of the statements' first 38 parameters.
struct CustomerRecord {
    let code: CustomerCode
    let details: CustomerDetails
    let moment: Moment

    private var parameters: [SQLValue] {
        let details = details
        let values: [any SQLConvertible] = [
            code.text, code.key, details.name, details.name.folded, searchText, details.email,
            details.email?.folded, details.note, details.source, details.usesCustomDeliveryAddress,
            details.currencyCode, details.paymentTerms?.start.rawValue, details.paymentTerms?.days,
            details.defaultNominalCode, details.defaultReference, details.discountRate?.tenThousandths,
            details.showsDiscount, details.receivesWholesalePricing, details.vatNumber,
            details.includesVATNumber,
            details.tradeBorder.rawValue, details.isCISReverseCharge, details.appliesWithholdingTax,
            details.withholdingTaxRate?.tenThousandths, details.emailTemplateNumber,
            details.overridesInvoiceFileFormat, details.invoiceFileFormat, details.pdfThemeID,
            details.uniqueEntityNumber, details.hasAutomaticCreditControl, details.hasCreditLimit,
            details.creditLimit?.minorUnits, details.isArchived, details.contacts.count,
            details.addresses.count + details.deliveryAddresses.count, fieldCount, moment.instant, moment.day,
        ]
        return values.map(\.sqlValue)
    }

    private var fieldCount: Int {
        details.textBoxes.count + details.checkBoxes.count + details.withholdingTaxReferences.count
    }

    /// What `searchtext` looks in, folded, one per line so that no hit runs from one into the next.
    ///
    /// - Source: `conventions.md`, "Filters".
    private var searchText: String {
        var texts: [String?] = [code.text, details.name]
        for contact in details.contacts {
            texts += [contact.name, contact.personName, contact.email, contact.telephone, contact.mobile]
        }
        texts += details.addresses.map(\.postCode)
        texts += details.deliveryAddresses.map(\.address.postCode)
        return texts.compactMap(\.self).joined(separator: "\n").folded
    }

    /// Writes a new row. Returns its id.
    func insert(key: String, in transaction: any Transaction) throws -> Int64 {
        var id: Int64?
        let parameters = parameters + [.text(key), .text(moment.instant), .text(moment.day)]
        try transaction.query(insertCustomer, parameters) { row in
            id = row.integer(0)
            return true
        }
        guard let id else { throw StoreError.misuse("an insert gave no id") }
        return id
    }

    /// Writes over the row of `id`.
    func update(_ id: Int64, in transaction: any Transaction) throws {
        try transaction.execute(updateCustomer, parameters + [.integer(id)])
    }
}

private let insertCustomer: SQL = """
    INSERT INTO customer (code, code_key, name, name_key, search_text, email, email_key, note, source,
        uses_delivery_address, currency, terms_start, terms_days, default_nominal, default_reference,
        discount_rate, shows_discount, wholesale_pricing, vat_number, includes_vat_number, trade_border,
        cis_reverse_charge, applies_withholding, withholding_rate, email_template, overrides_file_format,
        invoice_file_format, pdf_theme, unique_entity_number, credit_control, has_credit_limit, credit_limit,
        is_archived, contact_count, address_count, field_count, updated_at, updated_on, customer_key,
        created_at, created_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
        ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)
    RETURNING id
    """

private let updateCustomer: SQL = """
    UPDATE customer SET code = ?1, code_key = ?2, name = ?3, name_key = ?4, search_text = ?5, email = ?6,
        email_key = ?7, note = ?8, source = ?9, uses_delivery_address = ?10, currency = ?11,
        terms_start = ?12, terms_days = ?13, default_nominal = ?14, default_reference = ?15,
        discount_rate = ?16, shows_discount = ?17, wholesale_pricing = ?18, vat_number = ?19, includes_vat_number = ?20,
        trade_border = ?21, cis_reverse_charge = ?22, applies_withholding = ?23, withholding_rate = ?24,
        email_template = ?25, overrides_file_format = ?26, invoice_file_format = ?27, pdf_theme = ?28,
        unique_entity_number = ?29, credit_control = ?30, has_credit_limit = ?31, credit_limit = ?32,
        is_archived = ?33, contact_count = ?34, address_count = ?35, field_count = ?36, updated_at = ?37,
        updated_on = ?38
    WHERE id = ?39
    """
