import Bookkeeping
import Store

/// The two kinds of addresses, by their names in the table.
enum CustomerAddressKind: String {
    case billing
    case delivery
}

/// The three kinds of named values, by their names in the table.
enum CustomerFieldKind: String {
    case textBox = "text box"
    case checkBox = "check box"
    case withholding
}

extension Contact {
    /// From the columns `id` to `email`, in the order of the table.
    init(_ columns: inout Columns) {
        self.init()
        id = columns.integer()
        isPrimary = columns.flag()
        receivesEmails = columns.flag()
        name = columns.optionalText()
        title = columns.optionalText()
        firstName = columns.optionalText()
        lastName = columns.optionalText()
        telephone = columns.optionalText()
        fax = columns.optionalText()
        mobile = columns.optionalText()
        website = columns.optionalText()
        email = columns.optionalText()
    }
}

extension PostalAddress {
    /// From the columns `line1` to `country`.
    init(_ columns: inout Columns) {
        self.init()
        line1 = columns.optionalText()
        line2 = columns.optionalText()
        line3 = columns.optionalText()
        line4 = columns.optionalText()
        postCode = columns.optionalText()
        countryCode = columns.optionalText()
    }
}

extension Transaction {
    func contacts(ofCustomer id: Int64) throws -> [Contact] {
        var contacts: [Contact] = []
        try query(selectContacts, [.integer(id)]) { row in
            var columns = Columns(row)
            contacts.append(Contact(&columns))
            return true
        }
        return contacts
    }

    func readAddresses(ofCustomer id: Int64, into details: inout CustomerDetails) throws {
        var addresses: [PostalAddress] = []
        var deliveries: [DeliveryAddress] = []
        try query(selectAddresses, [.integer(id)]) { row in
            var columns = Columns(row)
            switch try columns.name(CustomerAddressKind.self) {
            case .billing:
                _ = columns.optionalText()
                addresses.append(PostalAddress(&columns))
            case .delivery:
                var delivery = DeliveryAddress()
                delivery.name = columns.optionalText()
                delivery.address = PostalAddress(&columns)
                deliveries.append(delivery)
            }
            return true
        }
        details.addresses = addresses
        details.deliveryAddresses = deliveries
    }

    func readFields(ofCustomer id: Int64, into details: inout CustomerDetails) throws {
        var textBoxes: [CustomField] = []
        var checkBoxes: [CustomCheckBox] = []
        var references: [CustomField] = []
        try query(selectFields, [.integer(id)]) { row in
            var columns = Columns(row)
            let kind = try columns.name(CustomerFieldKind.self)
            let (name, value) = (columns.text(), columns.optionalText())
            switch kind {
            case .textBox: textBoxes.append(CustomField(name: name, value: value))
            case .checkBox: checkBoxes.append(CustomCheckBox(name: name, isTicked: value == "1"))
            case .withholding: references.append(CustomField(name: name, value: value))
            }
            return true
        }
        details.textBoxes = textBoxes
        details.checkBoxes = checkBoxes
        details.withholdingTaxReferences = references
    }
}

private let selectContacts: SQL = """
    SELECT id, is_primary, receives_emails, name, title, first_name, last_name, telephone, fax, mobile,
        website, email
    FROM customer_contact WHERE customer = ?1 ORDER BY place
    """

private let selectAddresses: SQL = """
    SELECT kind, name, line1, line2, line3, line4, post_code, country
    FROM customer_address WHERE customer = ?1 ORDER BY kind, place
    """

private let selectFields: SQL = """
    SELECT kind, name, value FROM customer_field WHERE customer = ?1 ORDER BY kind, place
    """
