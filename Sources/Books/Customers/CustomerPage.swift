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
    public let code: CustomerCode
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
    /// ISO 4217; nil for the home currency.
    public let currencyCode: String?
    public internal(set) var contacts: [Contact] = []
    public internal(set) var addresses: [PostalAddress] = []

    init(_ columns: inout Columns) throws(StoreError) {
        id = columns.integer()
        code = CustomerCode(checked: columns.text())
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
        currencyCode = columns.optionalText()
    }
}

extension Book {
    /// A page of the customers.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func customerPage(_ filter: CustomerFilter) async throws -> CustomerPage {
        try await store.read { try $0.customerPage(filter) }
    }
}

extension Transaction {
    /// A page of the customers: one statement for the total, one for the rows and one for each list they
    /// have. A page beyond the end has no rows and the true total.
    ///
    /// - Throws: `BookkeepingError.invalid` for a filter out of bounds.
    public func customerPage(_ filter: CustomerFilter) throws -> CustomerPage {
        try filter.check()
        let (selection, parameters) = filter.selection
        let total = try customerTotal(filter, selection, parameters)
        guard let offset = filter.offset, offset < total else { return CustomerPage(total: total, rows: []) }
        let statement =
            selectRows + selection + filter.ordering + CustomerFilter.paging(after: parameters.count)
        var rows: [CustomerRow] = []
        var (contactCount, addressCount): (Int64, Int64) = (0, 0)
        try query(statement, parameters + [.integer(filter.perPage), .integer(offset)]) { row in
            var columns = Columns(row)
            rows.append(try CustomerRow(&columns))
            contactCount += columns.integer()
            addressCount += columns.integer()
            return true
        }
        if contactCount > 0 { try readContacts(into: &rows) }
        if addressCount > 0 { try readAddresses(into: &rows) }
        return CustomerPage(total: total, rows: rows)
    }

    private func customerTotal(
        _ filter: CustomerFilter, _ selection: SQL, _ parameters: [SQLValue]
    ) throws -> Int64 {
        if filter.isPlain {
            let total = try total(of: .customers)
            switch filter.archived {
            case .included: return total.live + total.archived
            case .leftOut: return total.live
            case .only: return total.archived
            }
        }
        var count: Int64 = 0
        try query("SELECT COUNT(*) FROM customer" + selection, parameters) { row in
            count = row.integer(0)
            return false
        }
        return count
    }

    private func readContacts(into rows: inout [CustomerRow]) throws {
        var read = rows
        try query(picked + pickedContacts, pick(rows)) { row in
            var columns = Columns(row)
            let place = Int(columns.integer()) - 1
            read[place].contacts.append(Contact(&columns))
            return true
        }
        rows = read
    }

    private func readAddresses(into rows: inout [CustomerRow]) throws {
        var read = rows
        try query(picked + pickedAddresses, pick(rows)) { row in
            var columns = Columns(row)
            let place = Int(columns.integer()) - 1
            read[place].addresses.append(PostalAddress(&columns))
            return true
        }
        rows = read
    }
}

/// The ids of the rows in one text, all of one width: a list of any length as one parameter, in both engines.
private func pick(_ rows: [CustomerRow]) -> [SQLValue] {
    let ids = rows.map { String($0.id) }
    let width = ids.map(\.utf8.count).max() ?? 1
    let padded = ids.map { String(repeating: "0", count: width - $0.utf8.count) + $0 }
    return [.text(padded.joined()), .integer(Int64(width)), .integer(Int64(rows.count))]
}

private let selectRows: SQL = """
    SELECT id, code, name, customer_key, total_paid, outstanding, default_nominal, is_archived, vat_number,
        trade_border, cis_reverse_charge, applies_withholding, currency, contact_count, address_count
    FROM customer
    """

private let picked: SQL = """
    WITH RECURSIVE picked (place, customer) AS (
        SELECT 1, CAST(substr(CAST(?1 AS TEXT), 1, CAST(?2 AS INTEGER)) AS BIGINT)
        UNION ALL
        SELECT place + 1,
            CAST(substr(CAST(?1 AS TEXT), place * CAST(?2 AS INTEGER) + 1, CAST(?2 AS INTEGER)) AS BIGINT)
        FROM picked WHERE place < CAST(?3 AS INTEGER)
    )

    """

// The cross join has SQLite go through the few that were picked and look each up.
private let pickedContacts: SQL = """
    SELECT picked.place, contact.id, is_primary, receives_emails, name, title, first_name, last_name,
        telephone, fax, mobile, website, email
    FROM picked CROSS JOIN customer_contact AS contact WHERE contact.customer = picked.customer
    ORDER BY picked.place, contact.place
    """

private let pickedAddresses: SQL = """
    SELECT picked.place, line1, line2, line3, line4, post_code, country
    FROM picked CROSS JOIN customer_address AS address
    WHERE address.customer = picked.customer AND address.kind = 'billing'
    ORDER BY picked.place, address.place
    """
