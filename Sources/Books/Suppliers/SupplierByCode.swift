import Bookkeeping
import Store

extension Book {
    /// One supplier in full, with the rate of today.
    ///
    /// - Parameter code: in any case, as it came; a text that can't be a code is no supplier's.
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func supplier(_ code: String) async throws -> Supplier {
        try await store.read { try $0.supplier(code, on: self.today) }
    }
}

extension Transaction {
    /// One supplier in full: a statement for its row and one for each kind of list that it has.
    ///
    /// - Parameter day: whose exchange rate is told; asked only for one that has a currency.
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func supplier(_ code: String, on day: @autoclosure () -> CalendarDate) throws -> Supplier {
        var found: PartyRow<SupplierDetails>?
        try query(selectSupplier, [.text(PartyCode.key(of: code))]) { row in
            var columns = Columns(row)
            found = try PartyRow(&columns)
            found?.details.readOwn(&columns)
            return false
        }
        guard var found else { throw BookkeepingError.partyUnknown(.supplier, code: PartyCode.shown(code)) }
        try readLists(of: &found)
        var totals = SupplierTotals()
        totals.paid = found.paid
        totals.outstanding = found.outstanding
        return Supplier(
            id: found.id, code: found.code, key: found.key, createdOn: found.createdOn,
            updatedOn: found.updatedOn, totals: totals, details: found.details,
            currency: try found.details.currencyCode.flatMap { try currency($0, on: day()) })
    }
}

extension SupplierDetails {
    fileprivate mutating func readOwn(_ columns: inout Columns) {
        let address = PostalAddress(&columns)
        if address != PostalAddress() { self.address = address }
        var account = PayeeAccount()
        account.name = columns.optionalText()
        account.number = columns.optionalText()
        account.sortCode = columns.optionalText()
        if account != PayeeAccount() { bankAccount = account }
        paymentMethod = columns.optionalInteger()
        pdfThemeID = columns.integer()
        presetsVATRate = columns.flag()
        defaultVATRate = columns.optionalPercentage()
        isVATExempt = columns.flag()
    }
}

private let selectSupplier: SQL =
    "SELECT " + sharedColumnsToRead[.supplier] + """
        , line1, line2, line3, line4, post_code, country, bank_name, bank_number, bank_sort_code, payment_method,
            pdf_theme, presets_vat_rate, default_vat_rate, vat_exempt
        FROM supplier WHERE code_key = ?1
        """
