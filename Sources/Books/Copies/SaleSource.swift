import Bookkeeping
import Store

/// What a quote, an invoice or a template gives to a document that is made from it.
struct SaleSource {
    let customer: CustomerLink
    var reference: String?
    let currency: DocumentCurrency
    let project: ProjectLink?
    var usesDeliveryAddress: Bool?
    var addresses: [PostalAddress]?
    var deliveryAddresses: [DeliveryAddress]?
    /// Without a deduction of withholding tax, which is made anew where it is due.
    var lines: [SalesLine]

    init(_ quote: Quote) {
        customer = quote.customer
        reference = quote.details.reference
        currency = quote.details.currency
        project = quote.details.project
        usesDeliveryAddress = quote.details.usesDeliveryAddress
        addresses = quote.details.addresses
        deliveryAddresses = quote.details.deliveryAddresses
        lines = quote.lines.filter { !$0.isWithholding }
    }

    init(_ invoice: Invoice) {
        customer = invoice.customer
        reference = invoice.details.reference
        currency = invoice.details.currency
        project = invoice.details.project
        usesDeliveryAddress = invoice.details.usesDeliveryAddress
        addresses = [invoice.details.address]
        deliveryAddresses = invoice.details.deliveryAddress.map { [$0] } ?? []
        lines = invoice.lines.filter { !$0.isWithholding }
    }

    /// A template, whose invoices take the customer's addresses of the day.
    init(_ template: RecurringInvoice) {
        customer = template.customer
        reference = template.details.reference
        currency = template.details.currency
        project = template.details.project
        lines = template.lines.filter { !$0.isWithholding }
    }
}

extension Transaction {
    /// Makes an invoice, with everything that is not the source's from the customer as of now.
    ///
    /// - Parameters:
    ///   - date: nil for today.
    ///   - rate: nil for the source's own.
    /// - Returns: its number.
    func makeInvoice(
        from source: SaleSource, on date: CalendarDate? = nil, rate: ExactDecimal? = nil, _ pen: LedgerPen
    ) throws -> Int64 {
        var draft = InvoiceDraft()
        draft.customerCode = source.customer.code
        draft.issuedOn = date ?? pen.today
        draft.reference = source.reference
        draft.currencyCode = source.currency.code
        draft.exchangeRate = source.currency.isHome ? nil : rate ?? source.currency.rate
        draft.projectNumber = source.project?.number
        draft.usesDeliveryAddress = source.usesDeliveryAddress
        draft.address = source.addresses?.first
        draft.deliveryAddress = source.deliveryAddresses?.first
        let rules = try rules(for: source, pen)
        draft.lines = try source.lines.map { line in
            var copy = try line.copied(rules)
            // What has no project of its own goes with the document's.
            if line.project == nil { copy.projectNumber = nil }
            return copy
        }
        return try createInvoice(draft.checked(), copying: source.lines, pen)
    }

    /// Makes a quote of today, with everything that is not the source's from the customer as of now.
    func makeQuote(from source: SaleSource, _ pen: LedgerPen) throws -> (id: Int64, number: Int64) {
        var draft = QuoteDraft()
        draft.customerCode = source.customer.code
        draft.date = pen.today
        draft.reference = source.reference
        draft.currencyCode = source.currency.code
        draft.exchangeRate = source.currency.isHome ? nil : source.currency.rate
        draft.projectNumber = source.project?.number
        draft.usesDeliveryAddress = source.usesDeliveryAddress
        draft.addresses = source.addresses?.filter { $0 != PostalAddress() }
        draft.deliveryAddresses = source.deliveryAddresses
        let rules = try rules(for: source, pen)
        draft.lines = try source.lines.map { try $0.copied(rules) }
        return try createQuote(draft.checked(needsDescriptions: false), copying: source.lines, pen)
    }

    /// By what the lines of a new document for the source's customer are worked out.
    private func rules(for source: SaleSource, _ pen: LedgerPen) throws -> LineRules {
        let customer = try customer(source.customer.code, on: pen.today).details
        let vat = try vatSettings()
        let posted = PostedWith(
            isVATRegistered: vat.isRegistered, isCashBasis: false, calculatesVATPerUnit: vat.calculatesPerUnit
        )
        return LineRules(
            currency: source.currency, posted: posted, isReverseCharge: customer.isCISReverseCharge,
            tradeBorder: customer.tradeBorder)
    }
}
