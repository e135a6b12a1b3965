import Bookkeeping
import Store

extension Customer: WholeParty {}

extension CustomerDetails: KeptParty {
    static var insertRow: SQL { insertCustomer }
    static var updateRow: SQL { updateCustomer }

    var ownValues: [any SQLConvertible] {
        [
            email?.folded, source, usesCustomDeliveryAddress, defaultReference, discountRate?.tenThousandths,
            showsDiscount, receivesWholesalePricing, includesVATNumber, emailTemplateNumber,
            overridesInvoiceFileFormat,
            invoiceFileFormat, pdfThemeID, hasAutomaticCreditControl, hasCreditLimit, creditLimit?.minorUnits,
            addresses.count + deliveryAddresses.count,
        ]
    }

    var fields: [PartyField] {
        get {
            textBoxes.map { PartyField(.textBox, $0.name, $0.value) }
                + checkBoxes.map { PartyField(.checkBox, $0.name, $0.isTicked ? "1" : "0") }
                + withholdingFields
        }
        set {
            (textBoxes, checkBoxes, withholdingTaxReferences) = ([], [], [])
            for field in newValue {
                switch field.kind {
                case .textBox: textBoxes.append(field.customField)
                case .checkBox:
                    checkBoxes.append(CustomCheckBox(name: field.name, isTicked: field.value == "1"))
                case .withholding: withholdingTaxReferences.append(field.customField)
                }
            }
        }
    }

    func requireOwnReferences(in transaction: any Transaction) throws {
        try transaction.requireSource(source)
    }

    func writeOwnLists(_ id: Int64, over old: CustomerDetails?, in transaction: any Transaction) throws {
        if let old {
            guard addresses != old.addresses || deliveryAddresses != old.deliveryAddresses else { return }
            try transaction.deleteAddresses(ofCustomer: id)
        }
        try transaction.write(addresses, deliveryAddresses, ofCustomer: id)
    }

    static func made(_ made: MadeParty<CustomerDetails>, in transaction: any Transaction) throws -> Customer {
        Customer(
            id: made.id, code: made.code, key: made.key, createdOn: made.day, updatedOn: made.day,
            totals: CustomerTotals(), details: made.details,
            sourceName: try transaction.sourceName(made.details.source),
            currency: try made.details.currencyCode.flatMap { try transaction.currency($0, on: made.day) })
    }

    static func whole(_ code: String, on day: CalendarDate, in transaction: any Transaction) throws
        -> Customer
    {
        try transaction.customer(code, on: day)
    }
}

private let insertCustomer: SQL =
    "INSERT INTO customer (" + sharedColumns + """
        , email_key, source, uses_delivery_address, default_reference, discount_rate, shows_discount,
            wholesale_pricing, includes_vat_number, email_template, overrides_file_format, invoice_file_format, pdf_theme,
            credit_control, has_credit_limit, credit_limit, address_count, customer_key, created_at, created_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
            ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40)
        RETURNING id
        """

private let updateCustomer: SQL =
    "UPDATE customer SET " + sharedAssignments + """
        , email_key = ?22, source = ?23, uses_delivery_address = ?24, default_reference = ?25,
            discount_rate = ?26, shows_discount = ?27, wholesale_pricing = ?28, includes_vat_number = ?29, email_template = ?30,
            overrides_file_format = ?31, invoice_file_format = ?32, pdf_theme = ?33, credit_control = ?34,
            has_credit_limit = ?35, credit_limit = ?36, address_count = ?37
        WHERE id = ?38
        """
