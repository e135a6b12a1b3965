import Bookkeeping
import Store

extension Book {
    /// Adds a quote. It posts nothing.
    ///
    /// - Throws: `BookkeepingError.invalid`, `.numberTaken`, `.dateLocked`; then nothing was written.
    public func create(_ draft: CheckedQuoteDraft) async throws -> QuoteInFull {
        let pen = pen
        return try await store.write { transaction in
            let quote = try transaction.createQuote(draft, pen)
            return try transaction.quoteInFull(number: quote.number, on: pen.today)
        }
    }

    /// Puts what was sent in the place of a quote. What was left out has its default then, but number, date, customer,
    /// currency and rate stay.
    ///
    /// - Returns: the quote, and whether it has another number now.
    /// - Throws: `BookkeepingError.documentUnknown`, `.invalid`, `.numberTaken`, `.dateLocked`; then nothing was written.
    public func changeQuote(
        _ number: Int64, to draft: CheckedQuoteDraft
    ) async throws -> (quote: QuoteInFull, isRenumbered: Bool) {
        let pen = pen
        return try await store.write { transaction in
            let new = try transaction.changeQuote(number, to: draft, pen)
            return (try transaction.quoteInFull(number: new, on: pen.today), new != number)
        }
    }

    /// Notes whether a quote was sent by e-mail. A locked date does not hold it.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func markQuote(_ number: Int64, isEmailSent: Bool) async throws {
        try await store.write { transaction in
            guard
                try transaction.run(
                    "UPDATE quote SET is_email_sent = ?2 WHERE number = ?1", number, isEmailSent) == 1
            else { throw BookkeepingError.documentUnknown(.quote, String(number)) }
        }
    }
}

extension Transaction {
    /// Adds a quote within a command's own transaction.
    ///
    /// - Parameter source: the lines of what it is a copy of, whose VAT levels and nominals are good as they are.
    /// - Returns: its id and number.
    func createQuote(
        _ draft: CheckedQuoteDraft, copying source: [SalesLine] = [], _ pen: LedgerPen
    ) throws -> (id: Int64, number: Int64) {
        let base = try SalesBase(self)
        let customer = try customerOfDocument(draft.customerCode ?? "", on: pen.today)
        let posted = PostedWith(
            isVATRegistered: base.vat.isRegistered, isCashBasis: false,
            calculatesVATPerUnit: base.vat.calculatesPerUnit)
        let details = try details(draft, of: customer, over: nil, base, pen)
        let lines = try workedOut(draft, details, posted, over: source, of: customer, base, isNew: true)
        var quote = Quote(
            id: 0, number: 0, customer: customer.link, details: details, lines: lines,
            totals: try SalesTotals(of: lines), posted: posted, linkKey: pen.newKey())
        try requireOpen(details.date)
        quote.number = try documentNumber(draft.number, of: .quote, taken: hasQuote)
        let id = try insert(quote, pen)
        try insert(lines, of: .quote, id)
        try insertAddresses(of: details, id)
        try count(quote, 1)
        return (id, quote.number)
    }

    fileprivate func changeQuote(_ number: Int64, to draft: CheckedQuoteDraft, _ pen: LedgerPen) throws
        -> Int64
    {
        let old = try quote(number: number)
        let base = try SalesBase(self)
        let customer = try customerOfDocument(draft.customerCode ?? old.customer.code, on: pen.today)
        var quote = old
        quote.customer = customer.link
        quote.details = try details(draft, of: customer, over: old, base, pen)
        quote.lines = try workedOut(
            draft, quote.details, old.posted, over: old.lines, of: customer, base, isNew: false)
        quote.totals = try SalesTotals(of: quote.lines)
        if old.isHeld(from: quote) {
            try requireOpen(old.details.date)
            try requireOpen(quote.details.date)
        }
        if let sent = draft.number, sent != 0, sent != old.number {
            try requireOpen(old.details.date)
            quote.number = try documentNumber(sent, of: .quote, taken: hasQuote)
            try spend(old.number, of: .quote)
        }
        let id: [any SQLConvertible] = [quote.id]
        try post(updateRow, (quote.values + id).map(\.sqlValue))
        try replace(old.lines, with: quote.lines, of: .quote, quote.id)
        if quote.details.addresses != old.details.addresses
            || quote.details.deliveryAddresses != old.details.deliveryAddresses
        {
            try post(deleteAddressesOfQuote, quote.id)
            try insertAddresses(of: quote.details, quote.id)
        }
        try count(old, -1)
        try count(quote, 1)
        return quote.number
    }

    private func hasQuote(_ number: Int64) throws -> Bool {
        try exists("SELECT 1 FROM quote WHERE number = ?1", number)
    }

    /// What a draft says of a quote beside its lines; what it leaves out is the customer's, then the account's.
    ///
    /// - Parameter old: what a changed quote has: date, currency and rate stay where they were not sent.
    private func details(
        _ draft: CheckedQuoteDraft, of customer: Customer, over old: Quote?, _ base: SalesBase,
        _ pen: LedgerPen
    ) throws -> QuoteDetails {
        let party = customer.details
        let currency: DocumentCurrency
        if let kept = old?.details.currency, draft.currencyCode ?? kept.code == kept.code {
            currency = DocumentCurrency(
                code: kept.code, rate: draft.exchangeRate ?? kept.rate, isHome: kept.isHome)
        } else {
            currency = try documentCurrency(
                draft.currencyCode ?? party.currencyCode, rate: draft.exchangeRate, base, on: pen.today)
        }
        var details = QuoteDetails(date: draft.date ?? old?.details.date ?? pen.today, currency: currency)
        details.reference = draft.reference ?? party.defaultReference
        details.project = try projectOfDocument(draft.projectNumber)
        details.category = try categoryOfQuote(draft.categoryNumber)
        details.suppressesAmount = draft.suppressesAmount
        details.usesDeliveryAddress = draft.usesDeliveryAddress ?? party.usesCustomDeliveryAddress
        var addresses = CustomerDetails()
        addresses.addresses = draft.addresses ?? party.addresses
        addresses.deliveryAddresses = draft.deliveryAddresses ?? party.deliveryAddresses
        addresses.completeAddresses { base.company.address.countryCode }
        details.addresses = addresses.addresses
        details.deliveryAddresses = addresses.deliveryAddresses
        return details
    }

    /// - Parameter old: the lines that there were, or those of what it is a copy of.
    private func workedOut(
        _ draft: CheckedQuoteDraft, _ details: QuoteDetails, _ posted: PostedWith, over old: [SalesLine],
        of customer: Customer, _ base: SalesBase, isNew: Bool
    ) throws -> [SalesLine] {
        var lines = draft.lines
        // A quote belongs to a project as a whole.
        for place in lines.indices { lines[place].projectNumber = nil }
        var sources = try lineSources(
            for: &lines, customer: customer.details, base.roles, base.vat, base.settings)
        // The discount of a customer is for new documents alone.
        if !isNew { sources.discount = .zero }
        sources.remember(old)
        let rules = LineRules(
            currency: details.currency, posted: posted, isReverseCharge: customer.details.isCISReverseCharge,
            tradeBorder: customer.details.tradeBorder)
        return try rules.workOut(lines, from: sources)
    }

    private func categoryOfQuote(_ number: Int64?) throws -> DocumentCategory? {
        guard let number, number != 0 else { return nil }
        guard let category = try categories(.quote).first(where: { $0.number == number }) else {
            throw BookkeepingError.invalid([
                FieldProblem(
                    "Category.Number", "must be 0 or the number of a quote category; there is no \(number)")
            ])
        }
        return category
    }

    private func insert(_ quote: Quote, _ pen: LedgerPen) throws -> Int64 {
        let more: [any SQLConvertible] = [
            quote.posted.isVATRegistered, quote.posted.calculatesVATPerUnit, quote.linkKey, pen.instant,
            pen.today.text, pen.author,
        ]
        var id: Int64?
        try query(insertRow, (quote.values + more).map(\.sqlValue)) { row in
            id = row.integer(0)
            return true
        }
        guard let id else { throw StoreError.misuse("an insert gave no id") }
        return id
    }

    private func insertAddresses(of details: QuoteDetails, _ quote: Int64) throws {
        for (place, address) in zip(0..., details.addresses) {
            try insert(address, "billing", name: nil, place: place, ofQuote: quote)
        }
        for (place, delivery) in zip(0..., details.deliveryAddresses) {
            try insert(delivery.address, "delivery", name: delivery.name, place: place, ofQuote: quote)
        }
    }

    private func insert(
        _ address: PostalAddress, _ kind: String, name: String?, place: Int, ofQuote quote: Int64
    ) throws {
        try post(
            insertAddress, quote, kind, place, name, address.line1, address.line2, address.line3,
            address.line4,
            address.postCode, address.countryCode)
    }

    /// Counts a quote more or less in the list's totals.
    func count(_ quote: Quote, _ rows: Int64) throws {
        try change(.quotes, by: ListChange(live: rows))
        try changeAmount(of: .quotes, by: rows * quote.totals.homeGross.minorUnits, isArchived: false)
    }
}

extension Quote {
    /// Whether a lock of its date refuses the change: money, date, customer and lines are held, labels are not.
    ///
    /// - Source: `settings.md`, the account-wide lock.
    fileprivate func isHeld(from new: Quote) -> Bool {
        details.date != new.details.date || customer.id != new.customer.id
            || details.currency != new.details.currency || lines != new.lines
    }

    /// What both statements below write, in their order.
    fileprivate var values: [any SQLConvertible] {
        [
            number, customer.id, details.date.text, details.reference, details.reference?.folded,
            details.currency.code, details.currency.rate.millionths, details.project?.id,
            details.category?.number,
            totals.net.minorUnits, totals.vat.minorUnits, totals.gross.minorUnits,
            totals.homeGross.minorUnits,
            totals.homeVAT.minorUnits, details.suppressesAmount, details.usesDeliveryAddress, isEmailSent,
        ]
    }
}

private let insertRow: SQL = """
    INSERT INTO quote (number, customer, quoted_on, reference, reference_key, currency, rate, project, category, net,
        vat, gross, home_gross, home_vat, suppresses_amount, uses_delivery_address, is_email_sent, vat_registered,
        vat_per_unit, link_key, created_at, created_on, created_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
    RETURNING id
    """
private let updateRow: SQL = """
    UPDATE quote SET number = ?1, customer = ?2, quoted_on = ?3, reference = ?4, reference_key = ?5, currency = ?6,
        rate = ?7, project = ?8, category = ?9, net = ?10, vat = ?11, gross = ?12, home_gross = ?13, home_vat = ?14,
        suppresses_amount = ?15, uses_delivery_address = ?16, is_email_sent = ?17
    WHERE id = ?18
    """
private let insertAddress: SQL = """
    INSERT INTO quote_address (quote, kind, place, name, line1, line2, line3, line4, post_code, country)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
private let deleteAddressesOfQuote: SQL = "DELETE FROM quote_address WHERE quote = ?1"
