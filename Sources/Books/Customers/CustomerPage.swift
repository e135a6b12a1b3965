import Bookkeeping
import Store

/// One page of a list of customers.
public struct CustomerPage: Hashable, Sendable {
    /// Rows on all pages.
    public let total: Int64
    public let rows: [CustomerRow]
}

/// What a list shows of a customer.
public struct CustomerRow: Hashable, Sendable {
    public let id: Int64
    public let code: PartyCode
    public let name: String
    /// A GUID in lower case.
    public let key: String
    public let totalPaid: Money
    public let outstanding: Money
    public let defaultNominalCode: Int64?
    public let isArchived: Bool
    public let vatNumber: String?
    public let tradeBorder: TradeBorderType
    public let isCISReverseCharge: Bool
    public let appliesWithholdingTax: Bool
    /// Nil without a source.
    public let sourceName: String?
    /// ISO 4217; nil for the home currency.
    public let currencyCode: String?
    /// What the code stands for, with the rate of the day the page was read for.
    public internal(set) var currency: Currency?
    public internal(set) var contacts: [Contact] = []
    public internal(set) var addresses: [PostalAddress] = []

    init(_ columns: inout Columns) throws(StoreError) {
        id = columns.integer()
        code = PartyCode(checked: columns.text())
        name = columns.text()
        key = columns.text()
        totalPaid = columns.money()
        outstanding = columns.money()
        defaultNominalCode = columns.optionalInteger()
        isArchived = columns.flag()
        vatNumber = columns.optionalText()
        tradeBorder = try columns.name()
        isCISReverseCharge = columns.flag()
        appliesWithholdingTax = columns.flag()
        sourceName = columns.optionalText()
        currencyCode = columns.optionalText()
    }
}

extension Book {
    /// A page of the customers, with the rates of today.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func customerPage(_ filter: PartyFilter) async throws -> CustomerPage {
        try await store.read { try $0.customerPage(filter, on: self.today) }
    }
}

extension Transaction {
    /// A page of the customers, with one statement for each kind of list that they have. A page beyond the end has no
    /// rows and the true total.
    ///
    /// - Parameter day: whose exchange rates are told; asked only where somebody has a currency.
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func customerPage(
        _ filter: PartyFilter, on day: @autoclosure () -> CalendarDate
    ) throws -> CustomerPage {
        var (contactCount, addressCount): (Int64, Int64) = (0, 0)
        var (total, rows) = try page(filter, of: .customer, rowColumns) { columns in
            let row = try CustomerRow(&columns)
            contactCount += columns.integer()
            addressCount += columns.integer()
            return row
        }
        if contactCount > 0 { try readContacts(into: &rows) }
        if addressCount > 0 { try readAddresses(into: &rows) }
        if rows.contains(where: { $0.currencyCode != nil }) {
            let currencies = try currencies(on: day()).reduce(into: [:]) { $0[$1.code] = $1 }
            for place in rows.indices {
                rows[place].currency = rows[place].currencyCode.flatMap { currencies[$0] }
            }
        }
        return CustomerPage(total: total, rows: rows)
    }

    private func readContacts(into rows: inout [CustomerRow]) throws {
        var read = rows
        try query(PickedIDs.table + pickedContacts, PickedIDs(rows.map(\.id)).parameters) { row in
            var columns = Columns(row)
            let place = Int(columns.integer()) - 1
            read[place].contacts.append(Contact(&columns))
            return true
        }
        rows = read
    }

    private func readAddresses(into rows: inout [CustomerRow]) throws {
        var read = rows
        try query(PickedIDs.table + pickedAddresses, PickedIDs(rows.map(\.id)).parameters) { row in
            var columns = Columns(row)
            let place = Int(columns.integer()) - 1
            read[place].addresses.append(PostalAddress(&columns))
            return true
        }
        rows = read
    }
}

private let rowColumns: SQL = """
    id, code, name, customer_key, total_paid, outstanding, default_nominal, is_archived, vat_number, trade_border,
        cis_reverse_charge, applies_withholding,
        CASE WHEN source = 0 THEN NULL ELSE (SELECT source.name FROM source WHERE source.id = customer.source) END,
        currency,
        contact_count, address_count
    """

// The cross join has SQLite go through the few that were picked and look each up.
private let pickedContacts: SQL = """
    SELECT picked.place, contact.id, is_primary, receives_emails, name, title, first_name, last_name,
        telephone, fax, mobile, website, email
    FROM picked CROSS JOIN customer_contact AS contact WHERE contact.customer = picked.id
    ORDER BY picked.place, contact.place
    """

private let pickedAddresses: SQL = """
    SELECT picked.place, line1, line2, line3, line4, post_code, country
    FROM picked CROSS JOIN customer_address AS address
    WHERE address.customer = picked.id AND address.kind = 'billing'
    ORDER BY picked.place, address.place
    """
