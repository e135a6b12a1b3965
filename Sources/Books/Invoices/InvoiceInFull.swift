import Bookkeeping
import Store

/// An invoice or credit note with all that its single resource tells.
public struct InvoiceInFull: Sendable {
    public let invoice: Invoice
    public let payments: [Payment]
    /// The customer's main contact as it is now.
    public let contact: Contact?
    /// What the document is in, with its own rate.
    public let currency: Currency
    public let homeCurrency: Currency
    public let previousNumber: Int64
    public let nextNumber: Int64
    public let customerDefaultNominal: Int64?
    /// Whether the customer withholds tax and the invoice does not say so yet.
    public let awaitsWithholding: Bool
    public let today: CalendarDate
}

extension Transaction {
    /// One invoice or credit note with all that its single resource tells.
    ///
    /// - Parameter today: in the United Kingdom, for what depends on the clock.
    /// - Throws: `BookkeepingError.documentUnknown`.
    public func invoiceInFull(number: Int64, on today: CalendarDate) throws -> InvoiceInFull {
        try inFull(invoice(number: number), on: today)
    }

    func inFull(_ invoice: Invoice, on today: CalendarDate) throws -> InvoiceInFull {
        let home = try homeCurrency()
        let own = invoice.details.currency
        let known = own.isHome ? home : try currency(own.code, on: today)
        let neighbours = try neighbours(ofInvoice: invoice.number)
        let party = try first(
            "SELECT default_nominal, applies_withholding FROM customer WHERE id = ?1", invoice.customer.id
        ) { ($0.optionalInteger(0), $0.flag(1)) }
        let contacts = try contacts(of: .customer, invoice.customer.id)
        return InvoiceInFull(
            invoice: invoice, payments: try payments(of: DocumentKey(.invoice, invoice.id)),
            contact: contacts.first(where: \.isPrimary) ?? contacts.first,
            currency: (known ?? home).at(own.rate), homeCurrency: home, previousNumber: neighbours.previous,
            nextNumber: neighbours.next, customerDefaultNominal: party?.0,
            awaitsWithholding: try party?.1 == true && !invoice.lines.contains(where: \.isWithholding)
                && withholdingSettings().isOnForSales,
            today: today)
    }
}

extension Currency {
    /// The same with the rate that a document has.
    func at(_ rate: ExactDecimal) -> Currency {
        Currency(
            id: id, code: code, name: name, symbol: symbol, isSymbolOnRight: isSymbolOnRight, rate: rate,
            updatesItself: updatesItself, isHome: isHome)
    }
}
