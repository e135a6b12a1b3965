import Bookkeeping
import Store

extension Book {
    /// Adds an invoice or a credit note, with its payments, and posts it.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`, `.dateLocked`; then nothing was written.
    public func create(_ draft: CheckedInvoiceDraft) async throws -> InvoiceInFull {
        let pen = pen
        return try await store.write { transaction in
            let number = try transaction.createInvoice(draft, pen)
            return try transaction.invoiceInFull(number: number, on: pen.today)
        }
    }
}

extension Transaction {
    /// Adds an invoice or a credit note within a command's own transaction.
    ///
    /// - Parameter source: the lines of what it is made from, whose VAT levels and nominals are good as they are.
    /// - Returns: its number.
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`, `.dateLocked`.
    func createInvoice(
        _ draft: CheckedInvoiceDraft, copying source: [SalesLine] = [], _ pen: LedgerPen
    ) throws -> Int64 {
        let base = try SalesBase(self)
        let customer = try customerOfDocument(draft.customerCode ?? "", on: pen.today)
        var invoice = try newInvoice(draft, copying: source, for: customer, base, pen)
        let number = try documentNumber(draft.number, of: .invoice) {
            try exists("SELECT 1 FROM invoice WHERE number = ?1", $0)
        }
        try requireOpen(invoice.details.issuedOn)
        invoice.number = number
        let id = try insert(invoice, pen)
        try insert(invoice.lines, of: .invoice, id)
        let entries = try invoice.entries(base.roles)
        try post(entries, of: DocumentKey(.invoice, id), pen)
        try moveStock(
            from: [], to: invoice.lines, of: DocumentKey(.invoice, id), settings: base.settings, pen)
        try addToProjects(from: [], to: invoice.lines)
        try count(invoice, 1)
        try addToCustomer(invoice.customer.id, paid: .zero, outstanding: invoice.totals.homeGross)
        if !draft.payments.isEmpty {
            let stored = invoice.with(id: id)
            try writePayments(draft.payments, on: stored, over: [], base.roles, pen)
        }
        try updateCustomer(customer, from: draft, pen)
        return number
    }

    /// An invoice as it was sent, worked out, before it has an id and a number.
    private func newInvoice(
        _ draft: CheckedInvoiceDraft, copying source: [SalesLine], for customer: Customer, _ base: SalesBase,
        _ pen: LedgerPen
    ) throws -> Invoice {
        var lines = draft.lines
        let party = customer.details
        let vatText = party.vatNumber.map { "VAT number: \($0)" }
        // A copy has the line already.
        if party.includesVATNumber, let vatText, !lines.contains(where: { $0.description == vatText }) {
            var comment = SalesLineDraft()
            comment.description = vatText
            (comment.quantity, comment.rate) = (.zero, .zero)
            lines.append(comment)
        }
        var details = try details(draft, of: customer, over: nil, base, pen)
        var posted = PostedWith(
            isVATRegistered: base.vat.isRegistered, isCashBasis: false,
            calculatesVATPerUnit: base.vat.calculatesPerUnit)
        var sources = try lineSources(for: &lines, customer: party, base.roles, base.vat, base.settings)
        sources.remember(source)
        sources.project = details.project
        let worked = try details.rules(posted).workOut(lines, from: sources)
        let totals = try SalesTotals(of: worked)
        // A credit note is due at once where nothing else was said.
        if draft.dueOn == nil, totals.gross.isNegative { details.dueOn = details.issuedOn }
        posted = base.vat.posted(gross: totals.gross, issued: details.issuedOn, due: details.dueOn)
        return Invoice(
            id: 0, number: 0, customer: customer.link, details: details, lines: worked, totals: totals,
            posted: posted, customerDiscount: party.discountRate ?? .zero, linkKey: pen.newKey(),
            createdOn: pen.today)
    }

    /// What a draft says of a document beside its lines; what it leaves out is the customer's, then the account's.
    ///
    /// - Parameter old: what a changed invoice has: date, currency and rate stay where they were not sent.
    /// - Throws: `BookkeepingError.invalid`.
    func details(
        _ draft: CheckedInvoiceDraft, of customer: Customer, over old: Invoice?, _ base: SalesBase,
        _ pen: LedgerPen
    ) throws -> InvoiceDetails {
        let party = customer.details
        let issued = draft.issuedOn ?? old?.details.issuedOn ?? pen.today
        let terms = party.paymentTerms ?? base.company.paymentTerms
        let due = draft.dueOn ?? terms.due(from: issued)
        guard due >= issued else {
            throw BookkeepingError.invalid([FieldProblem("DueDate", "must not be before IssuedDate")])
        }
        let currency: DocumentCurrency
        if let old, draft.currencyCode ?? old.details.currency.code == old.details.currency.code {
            let kept = old.details.currency
            currency = DocumentCurrency(
                code: kept.code, rate: draft.exchangeRate ?? kept.rate, isHome: kept.isHome)
        } else {
            currency = try documentCurrency(
                draft.currencyCode ?? party.currencyCode, rate: draft.exchangeRate, base, on: pen.today)
        }
        var details = InvoiceDetails(issuedOn: issued, dueOn: due, currency: currency)
        details.reference = draft.reference ?? party.defaultReference
        details.project = try projectOfDocument(draft.projectNumber)
        details.isReverseCharge = draft.isReverseCharge ?? party.isCISReverseCharge
        let isSameCustomer = old?.customer.id == customer.id
        details.tradeBorder =
            isSameCustomer ? old?.details.tradeBorder ?? party.tradeBorder : party.tradeBorder
        details.hasAutomaticCreditControl = draft.hasAutomaticCreditControl ?? party.hasAutomaticCreditControl
        details.address = draft.address ?? party.addresses.first ?? PostalAddress()
        details.usesDeliveryAddress = draft.usesDeliveryAddress ?? party.usesCustomDeliveryAddress
        details.deliveryAddress = draft.deliveryAddress ?? party.deliveryAddresses.first
        return details
    }
}

extension Customer {
    /// The customer as a document points at it.
    var link: CustomerLink {
        CustomerLink(id: id, code: code.text, name: details.name, key: key, vatNumber: details.vatNumber)
    }
}

extension Invoice {
    /// The same once the book has given it an id.
    func with(id: Int64) -> Invoice {
        Invoice(
            id: id, number: number, customer: customer, details: details, lines: lines, totals: totals,
            posted: posted, customerDiscount: customerDiscount, linkKey: linkKey, createdOn: createdOn)
    }
}
