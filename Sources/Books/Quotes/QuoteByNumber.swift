import Bookkeeping
import Store

/// A quote with all that its single resource tells.
public struct QuoteInFull: Sendable {
    public let quote: Quote
    /// What it is in, with its own rate.
    public let currency: Currency
    public let previousNumber: Int64
    public let nextNumber: Int64
}

extension Transaction {
    /// One quote with all that its single resource tells.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func quoteInFull(number: Int64, on today: CalendarDate) throws -> QuoteInFull {
        let quote = try quote(number: number)
        let own = quote.details.currency
        let home = try homeCurrency()
        let known = own.isHome ? home : try currency(own.code, on: today)
        let neighbours = try first(selectNeighbours, number) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
        return QuoteInFull(
            quote: quote, currency: (known ?? home).at(own.rate), previousNumber: neighbours.0,
            nextNumber: neighbours.1)
    }

    /// One quote with its lines and addresses.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    func quote(number: Int64) throws -> Quote {
        guard let quote = try first(selectQuote + " WHERE quote.number = ?1", number, as: Quote.init(row:))
        else {
            throw BookkeepingError.documentUnknown(.quote, String(number))
        }
        return try withLists(quote)
    }

    /// The same by its id.
    ///
    /// - Throws: `BookkeepingError.documentUnknown`.
    func quote(id: Int64) throws -> Quote {
        guard let quote = try first(selectQuote + " WHERE quote.id = ?1", id, as: Quote.init(row:)) else {
            throw BookkeepingError.documentUnknown(.quote, String(id))
        }
        return try withLists(quote)
    }

    private func withLists(_ quote: Quote) throws -> Quote {
        var quote = quote
        quote.lines = try lines(of: .quote, quote.id)
        try query(selectAddresses, [.integer(quote.id)]) { row in
            var columns = Columns(row)
            let (isDelivery, name, address) = (
                columns.flag(), columns.optionalText(), PostalAddress(&columns)
            )
            if isDelivery {
                var delivery = DeliveryAddress()
                (delivery.name, delivery.address) = (name, address)
                quote.details.deliveryAddresses.append(delivery)
            } else {
                quote.details.addresses.append(address)
            }
            return true
        }
        return quote
    }
}

extension Quote {
    /// In the order of `selectQuote`; lines and addresses are read apart.
    fileprivate init(row: any Row) throws(StoreError) {
        var columns = Columns(row)
        let (id, number) = (columns.integer(), columns.integer())
        let customer = CustomerLink(
            id: columns.integer(), code: columns.text(), name: columns.text(), key: columns.text(),
            vatNumber: columns.optionalText())
        let (date, reference) = (try columns.date(), columns.optionalText())
        let currency = DocumentCurrency(
            code: columns.text(), rate: ExactDecimal(millionths: columns.integer()), isHome: columns.flag())
        var details = QuoteDetails(date: date, currency: currency)
        details.reference = reference
        details.project = ProjectLink(&columns)
        details.category = try DocumentCategory(&columns)
        details.suppressesAmount = columns.flag()
        details.usesDeliveryAddress = columns.flag()
        var totals = SalesTotals()
        (totals.net, totals.vat, totals.gross) = (columns.money(), columns.money(), columns.money())
        (totals.homeGross, totals.homeVAT) = (columns.money(), columns.money())
        let posted = PostedWith(
            isVATRegistered: columns.flag(), isCashBasis: false, calculatesVATPerUnit: columns.flag())
        let isEmailSent = columns.flag()
        self.init(
            id: id, number: number, customer: customer, details: details, lines: [], totals: totals,
            posted: posted,
            linkKey: columns.text())
        self.isEmailSent = isEmailSent
    }
}

extension DocumentCategory {
    /// Number, name and icon; nil where the first is null.
    init?(_ columns: inout Columns) throws(StoreError) {
        let (number, name, icon) = (
            columns.optionalInteger(), columns.optionalText(), columns.optionalInteger()
        )
        guard let number else { return nil }
        guard let icon = icon.flatMap(CategoryIcon.init(id:)) else { throw .damaged("no icon: \(icon ?? 0)") }
        self.init(number: number, name: name ?? "", icon: icon)
    }
}

private let selectNeighbours: SQL = """
    SELECT (SELECT MAX(number) FROM quote WHERE number < ?1), (SELECT MIN(number) FROM quote WHERE number > ?1)
    """
private let selectAddresses: SQL = """
    SELECT CASE kind WHEN 'delivery' THEN 1 ELSE 0 END, name, line1, line2, line3, line4, post_code, country
    FROM quote_address WHERE quote = ?1 ORDER BY kind, place
    """
/// Every column, as `Quote.init(row:)` reads them.
private let selectQuote: SQL = """
    SELECT quote.id, quote.number, quote.customer, customer.code, customer.name, customer.customer_key,
        customer.vat_number, quoted_on, quote.reference, quote.currency, quote.rate, currency.is_home, quote.project,
        project.number, project.name, category.number, category.name, category.icon, suppresses_amount,
        quote.uses_delivery_address, net, vat, gross, home_gross, home_vat, vat_registered, vat_per_unit,
        is_email_sent, link_key
    FROM quote JOIN customer ON customer.id = quote.customer JOIN currency ON currency.code = quote.currency
        LEFT JOIN project ON project.id = quote.project
        LEFT JOIN category ON category.kind = 'Quote' AND category.number = quote.category
    """
