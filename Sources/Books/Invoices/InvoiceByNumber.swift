import Bookkeeping
import Store

extension Transaction {
    /// One invoice or credit note in full: a statement for its row and one for its lines.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func invoice(number: Int64) throws -> Invoice {
        guard
            var found = try first(
                selectInvoice + " WHERE invoice.number = ?1", number, as: Invoice.init(row:))
        else {
            throw BookkeepingError.documentUnknown(.invoice, String(number))
        }
        found.lines = try lines(of: .invoice, found.id)
        return found
    }

    /// The same by its id.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func invoice(id: Int64) throws -> Invoice {
        guard var found = try first(selectInvoice + " WHERE invoice.id = ?1", id, as: Invoice.init(row:))
        else {
            throw BookkeepingError.documentUnknown(.invoice, String(id))
        }
        found.lines = try lines(of: .invoice, found.id)
        return found
    }

    /// The numbers right before and after one, 0 at the ends.
    public func neighbours(ofInvoice number: Int64) throws -> (previous: Int64, next: Int64) {
        let found = try first(
            """
            SELECT (SELECT MAX(number) FROM invoice WHERE number < ?1), (SELECT MIN(number) FROM invoice WHERE number > ?1)
            """, number
        ) { ($0.integer(0), $0.integer(1)) }
        return found ?? (0, 0)
    }
}

extension Invoice {
    /// In the order of `selectInvoice`; the lines are read apart.
    init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, number) = (columns.integer(), columns.integer())
        let customer = CustomerLink(
            id: columns.integer(), code: columns.text(), name: columns.text(), key: columns.text(),
            vatNumber: columns.optionalText())
        let (issuedOn, dueOn, reference) = (try columns.date(), try columns.date(), columns.optionalText())
        let currency = DocumentCurrency(
            code: columns.text(), rate: ExactDecimal(millionths: columns.integer()), isHome: columns.flag())
        var details = InvoiceDetails(issuedOn: issuedOn, dueOn: dueOn, currency: currency)
        details.reference = reference
        details.project = ProjectLink(&columns)
        var totals = SalesTotals()
        (totals.net, totals.vat, totals.gross) = (columns.money(), columns.money(), columns.money())
        (totals.homeGross, totals.homeVAT) = (columns.money(), columns.money())
        var payments = DocumentPayments()
        payments.paid = columns.money()
        payments.settledOn = try columns.optionalDate()
        payments.lastOn = try columns.optionalDate()
        details.tradeBorder = try columns.name()
        details.isReverseCharge = columns.flag()
        details.hasAutomaticCreditControl = columns.flag()
        let discount = Percentage(tenThousandths: columns.integer())
        let posted = PostedWith(
            isVATRegistered: columns.flag(), isCashBasis: columns.flag(),
            calculatesVATPerUnit: columns.flag(),
            rules: columns.integer())
        details.address = PostalAddress(&columns)
        details.usesDeliveryAddress = columns.flag()
        var delivery = DeliveryAddress()
        delivery.name = columns.optionalText()
        delivery.address = PostalAddress(&columns)
        if delivery != DeliveryAddress() { details.deliveryAddress = delivery }
        let (emails, isArchived, vatReturn) = (columns.integer(), columns.flag(), columns.optionalInteger())
        self.init(
            id: id, number: number, customer: customer, details: details, lines: [], totals: totals,
            posted: posted,
            customerDiscount: discount, linkKey: columns.text(), createdOn: try columns.date())
        self.payments = payments
        (emailCount, self.isArchived, self.vatReturn) = (emails, isArchived, vatReturn ?? 0)
    }
}

extension ProjectLink {
    /// Id, number and name; nil where the first is null.
    init?(_ columns: inout Columns) {
        let (id, number, name) = (
            columns.optionalInteger(), columns.optionalInteger(), columns.optionalText()
        )
        guard let id, let number else { return nil }
        self.init(id: id, number: number, name: name ?? "")
    }
}

/// Every column, as `Invoice.init(row:)` reads them.
let selectInvoice: SQL = "SELECT " + invoiceColumns + " FROM invoice " + besideInvoice

let invoiceColumns: SQL = """
    invoice.id, invoice.number, invoice.customer, customer.code, customer.name, customer.customer_key,
        customer.vat_number, issued_on, due_on, invoice.reference, invoice.currency, invoice.rate, currency.is_home,
        invoice.project, project.number, project.name, net, vat, gross, home_gross, home_vat, paid, settled_on,
        last_payment_on, invoice.trade_border, reverse_charge, invoice.credit_control, customer_discount,
        vat_registered, cash_basis, vat_per_unit, rules, line1, line2, line3, line4, post_code, country,
        invoice.uses_delivery_address, delivery_name, delivery_line1, delivery_line2, delivery_line3, delivery_line4,
        delivery_post_code, delivery_country, email_count, invoice.is_archived, vat_return, link_key,
        invoice.created_on
    """

/// What the columns are read from beside the invoice itself.
let besideInvoice: SQL = """
    JOIN customer ON customer.id = invoice.customer JOIN currency ON currency.code = invoice.currency
        LEFT JOIN project ON project.id = invoice.project
    """
