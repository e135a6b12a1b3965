import Bookkeeping
import Store

extension Transaction {
    /// Writes a customer's contacts over those it had: one that is sent back with its id keeps it, one
    /// without is new, what is left out goes.
    ///
    /// - Parameter existing: the ids that the customer's contacts have.
    /// - Throws: `BookkeepingError.invalid` for an id that is none of them.
    func write(_ contacts: [Contact], ofCustomer customer: Int64, over existing: Set<Int64>) throws {
        let problems = zip(0..., contacts).compactMap { place, contact -> FieldProblem? in
            guard let id = contact.id, !existing.contains(id) else { return nil }
            return FieldProblem("Contacts[\(place)].Id", "names no contact of this customer")
        }
        guard problems.isEmpty else { throw BookkeepingError.invalid(problems) }
        for id in existing.subtracting(contacts.compactMap(\.id)).sorted() {
            try run(deleteContact, id)
        }
        for (place, contact) in zip(0..., contacts) {
            // The two statements differ in their first parameter alone: the row to change, or whose the new
            // one is.
            let parameters: [any SQLConvertible] = [
                contact.id ?? customer, place, contact.isPrimary, contact.receivesEmails, contact.name,
                contact.title, contact.firstName, contact.lastName, contact.telephone, contact.fax,
                contact.mobile,
                contact.website, contact.email,
            ]
            try execute(contact.id == nil ? insertContact : updateContact, parameters.map(\.sqlValue))
        }
    }

    func write(_ details: CustomerDetails, addressesOfCustomer customer: Int64) throws {
        for (place, address) in zip(0..., details.addresses) {
            try write(address, .billing, name: nil, place: place, ofCustomer: customer)
        }
        for (place, delivery) in zip(0..., details.deliveryAddresses) {
            try write(delivery.address, .delivery, name: delivery.name, place: place, ofCustomer: customer)
        }
    }

    private func write(
        _ address: PostalAddress, _ kind: CustomerAddressKind, name: String?, place: Int,
        ofCustomer customer: Int64
    ) throws {
        try run(
            insertAddress, customer, kind.rawValue, place, name, address.line1, address.line2, address.line3,
            address.line4, address.postCode, address.countryCode)
    }

    func write(_ details: CustomerDetails, fieldsOfCustomer customer: Int64) throws {
        for (place, box) in zip(0..., details.textBoxes) {
            try run(insertField, customer, CustomerFieldKind.textBox.rawValue, place, box.name, box.value)
        }
        for (place, box) in zip(0..., details.checkBoxes) {
            let value = box.isTicked ? "1" : "0"
            try run(insertField, customer, CustomerFieldKind.checkBox.rawValue, place, box.name, value)
        }
        for (place, reference) in zip(0..., details.withholdingTaxReferences) {
            let kind = CustomerFieldKind.withholding.rawValue
            try run(insertField, customer, kind, place, reference.name, reference.value)
        }
    }

    func deleteAddresses(ofCustomer customer: Int64) throws {
        try run("DELETE FROM customer_address WHERE customer = ?1", customer)
    }

    func deleteFields(ofCustomer customer: Int64) throws {
        try run("DELETE FROM customer_field WHERE customer = ?1", customer)
    }
}

private let insertContact: SQL = """
    INSERT INTO customer_contact (customer, place, is_primary, receives_emails, name, title, first_name,
        last_name, telephone, fax, mobile, website, email)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    """

private let updateContact: SQL = """
    UPDATE customer_contact SET place = ?2, is_primary = ?3, receives_emails = ?4, name = ?5, title = ?6,
        first_name = ?7, last_name = ?8, telephone = ?9, fax = ?10, mobile = ?11, website = ?12, email = ?13
    WHERE id = ?1
    """

private let deleteContact: SQL = "DELETE FROM customer_contact WHERE id = ?1"

private let insertAddress: SQL = """
    INSERT INTO customer_address (customer, kind, place, name, line1, line2, line3, line4, post_code, country)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """

private let insertField: SQL = """
    INSERT INTO customer_field (customer, kind, place, name, value) VALUES (?1, ?2, ?3, ?4, ?5)
    """
