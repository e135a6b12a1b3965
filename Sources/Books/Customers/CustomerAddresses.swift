import Bookkeeping
import Store

/// The two kinds of addresses, by their names in the table.
private enum AddressKind: String {
    case billing
    case delivery
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
    func readAddresses(ofCustomer id: Int64, into details: inout CustomerDetails) throws {
        var addresses: [PostalAddress] = []
        var deliveries: [DeliveryAddress] = []
        try query(selectAddresses, [.integer(id)]) { row in
            var columns = Columns(row)
            switch try columns.name(AddressKind.self) {
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

    func write(
        _ addresses: [PostalAddress], _ deliveries: [DeliveryAddress], ofCustomer customer: Int64
    ) throws {
        for (place, address) in zip(0..., addresses) {
            try write(address, .billing, name: nil, place: place, ofCustomer: customer)
        }
        for (place, delivery) in zip(0..., deliveries) {
            try write(delivery.address, .delivery, name: delivery.name, place: place, ofCustomer: customer)
        }
    }

    private func write(
        _ address: PostalAddress, _ kind: AddressKind, name: String?, place: Int, ofCustomer customer: Int64
    ) throws {
        try post(
            insertAddress, customer, kind.rawValue, place, name, address.line1, address.line2, address.line3,
            address.line4, address.postCode, address.countryCode)
    }

    func deleteAddresses(ofCustomer customer: Int64) throws {
        try run("DELETE FROM customer_address WHERE customer = ?1", customer)
    }
}

private let selectAddresses: SQL = """
    SELECT kind, name, line1, line2, line3, line4, post_code, country
    FROM customer_address WHERE customer = ?1 ORDER BY kind, place
    """

private let insertAddress: SQL = """
    INSERT INTO customer_address (customer, kind, place, name, line1, line2, line3, line4, post_code, country)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
