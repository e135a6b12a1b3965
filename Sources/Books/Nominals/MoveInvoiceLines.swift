import Bookkeeping
import Store

extension Transaction {
    /// Moves every line of every invoice from one nominal to another; each invoice that it changes is posted anew.
    ///
    /// - Throws: `BookkeepingError.dateLocked`, `.locked`.
    func moveInvoiceLines(from old: Nominal, to new: Nominal, _ pen: LedgerPen) throws {
        let roles = try nominalRoles()
        let link = NominalLink(id: new.id, code: new.code, name: new.name)
        for id in try all(selectInvoices, old.id, as: { $0.integer(0) }) {
            let invoice = try invoice(id: id)
            let lines = invoice.lines.map { line in
                var line = line
                if line.nominal.id == old.id { line.nominal = link }
                return line
            }
            try put(lines, in: invoice, movedFrom: old, to: new, roles, pen)
        }
    }

    /// Puts lines in the place of an invoice's that differ in nominal and product alone, and posts it anew. All that
    /// can be refused is refused before anything is written.
    ///
    /// - Throws: `BookkeepingError.dateLocked`; `.locked` where the lines are on a VAT return whose boxes would change.
    /// - Source: `nominals.md`, DELETE.
    func put(
        _ lines: [SalesLine], in invoice: Invoice, movedFrom old: Nominal, to new: Nominal,
        _ roles: NominalRoles,
        _ pen: LedgerPen
    ) throws {
        var changed = invoice
        changed.lines = lines
        guard changed != invoice else { return }
        let (before, after) = (try invoice.entries(roles), try changed.entries(roles))
        if before != after { try requireOpen(invoice.details.issuedOn) }
        if invoice.vatReturn != 0, !old.fillsSameBoxes(as: new), try vatSettings().locksFiled {
            throw BookkeepingError.locked(
                "Invoice \(invoice.number) is on a VAT return, whose boxes would change on \(new.title).")
        }
        let key = DocumentKey(.invoice, invoice.id)
        try replace(invoice.lines, with: lines, of: .invoice, invoice.id)
        try repost(after, of: key, rules: invoice.posted.rules, pen)
        try moveStock(from: invoice.lines, to: lines, of: key, pen)
    }
}

private let selectInvoices: SQL =
    "SELECT DISTINCT invoice FROM invoice_line WHERE nominal = ?1 ORDER BY invoice"
