import Bookkeeping
import Store

extension Transaction {
    /// Writes a new invoice's row, with nothing paid.
    ///
    /// - Returns: its id.
    func insert(_ invoice: Invoice, _ pen: LedgerPen) throws -> Int64 {
        var id: Int64?
        let more: [any SQLConvertible] = [
            invoice.totals.homeGross.minorUnits, invoice.customerDiscount.tenThousandths,
            invoice.posted.isVATRegistered, invoice.posted.isCashBasis, invoice.posted.calculatesVATPerUnit,
            invoice.posted.rules, invoice.linkKey, pen.instant, pen.today.text, pen.author,
        ]
        try query(insertRow, (invoice.values + more).map(\.sqlValue)) { row in
            id = row.integer(0)
            return true
        }
        guard let id else { throw StoreError.misuse("an insert gave no id") }
        return id
    }

    /// Writes over what a change of an invoice may change. What is due follows from what was paid.
    func update(_ invoice: Invoice) throws {
        let more: [any SQLConvertible] = [invoice.id]
        try post(updateRow, (invoice.values + more).map(\.sqlValue))
    }

    /// Counts an invoice more or less in the list's totals.
    func count(_ invoice: Invoice, _ rows: Int64) throws {
        var change = ListChange()
        change.count(rows, isArchived: invoice.isArchived)
        try self.change(.invoices, by: change)
        try changeAmount(
            of: .invoices, by: rows * invoice.totals.homeGross.minorUnits, isArchived: invoice.isArchived)
    }

    /// Adds to what the book keeps of a customer: what was paid, and what is owed.
    func addToCustomer(_ id: Int64, paid: Money, outstanding: Money) throws {
        guard paid != .zero || outstanding != .zero else { return }
        try post(
            "UPDATE customer SET total_paid = total_paid + ?2, outstanding = outstanding + ?3 WHERE id = ?1",
            id,
            paid.minorUnits, outstanding.minorUnits)
    }

    /// Copies the addresses that a document was sent with into its customer, where it asks for that.
    func updateCustomer(_ customer: Customer, from draft: CheckedInvoiceDraft, _ pen: LedgerPen) throws {
        var details = customer.details
        if draft.updatesCustomerAddress, let address = draft.address {
            details.addresses = [address] + details.addresses.dropFirst()
        }
        if draft.updatesCustomerDeliveryAddress, let address = draft.deliveryAddress {
            details.deliveryAddresses = [address] + details.deliveryAddresses.dropFirst()
        }
        guard details != customer.details else { return }
        try details.writeOwnLists(customer.id, over: customer.details, in: self)
        try post(
            "UPDATE customer SET address_count = ?2, updated_at = ?3, updated_on = ?4 WHERE id = ?1",
            customer.id,
            details.addresses.count + details.deliveryAddresses.count, pen.instant, pen.today.text)
    }
}

extension Invoice {
    /// What both statements below write, in their order.
    fileprivate var values: [any SQLConvertible] {
        let address = details.address
        let delivery = details.deliveryAddress
        let money = [totals.net, totals.vat, totals.gross, totals.homeGross, totals.homeVAT].map(\.minorUnits)
        let head: [any SQLConvertible] = [
            number, customer.id, details.issuedOn.text, details.dueOn.text, details.reference,
            details.reference?.folded, details.currency.code, details.currency.rate.millionths,
            details.project?.id,
        ]
        let tail: [any SQLConvertible] = [
            details.tradeBorder.rawValue, details.isReverseCharge, details.hasAutomaticCreditControl,
            address.line1,
            address.line2, address.line3, address.line4, address.postCode, address.countryCode,
            details.usesDeliveryAddress, delivery?.name, delivery?.address.line1, delivery?.address.line2,
            delivery?.address.line3, delivery?.address.line4, delivery?.address.postCode,
            delivery?.address.countryCode,
        ]
        return head + money + tail
    }
}

private let insertRow: SQL = """
    INSERT INTO invoice (number, customer, issued_on, due_on, reference, reference_key, currency, rate, project, net,
        vat, gross, home_gross, home_vat, trade_border, reverse_charge, credit_control, line1, line2, line3, line4,
        post_code, country, uses_delivery_address, delivery_name, delivery_line1, delivery_line2, delivery_line3,
        delivery_line4, delivery_post_code, delivery_country, due, customer_discount, vat_registered, cash_basis,
        vat_per_unit, rules, link_key, created_at, created_on, created_by, paid, email_count, is_archived)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, 0, 0, 0)
    RETURNING id
    """
private let updateRow: SQL = """
    UPDATE invoice SET number = ?1, customer = ?2, issued_on = ?3, due_on = ?4, reference = ?5, reference_key = ?6,
        currency = ?7, rate = ?8, project = ?9, net = ?10, vat = ?11, gross = ?12, home_gross = ?13, home_vat = ?14,
        trade_border = ?15, reverse_charge = ?16, credit_control = ?17, line1 = ?18, line2 = ?19, line3 = ?20,
        line4 = ?21, post_code = ?22, country = ?23, uses_delivery_address = ?24, delivery_name = ?25,
        delivery_line1 = ?26, delivery_line2 = ?27, delivery_line3 = ?28, delivery_line4 = ?29,
        delivery_post_code = ?30, delivery_country = ?31, due = ?13 - paid
    WHERE id = ?32
    """
