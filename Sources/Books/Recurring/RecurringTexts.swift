import Bookkeeping
import Store

extension Transaction {
    /// Replaces the tokens in the texts of an invoice that is about to be made from a template.
    ///
    /// - Source: `invoices.md`, Recurring invoices, Run; the keys are those of `documents.md`.
    func substituteTexts(
        in source: inout SaleSource, of template: RecurringInvoice, on date: CalendarDate, _ pen: LedgerPen
    ) throws {
        let texts = [source.reference ?? ""] + source.lines.map(\.description)
        guard texts.contains(where: { $0.contains("#") || $0.contains("[") }) else { return }
        let customer = try customer(template.customer.code, on: pen.today)
        let own = template.details.currency
        let currency = try currency(own.code, on: date)
        let terms = try customer.details.paymentTerms ?? company().paymentTerms
        let due = terms.due(from: date)
        var values: [String: String?] = [
            "INVNUM": String(try nextNumber(of: .invoice)), "INVDUE": due.dayText,
            "CUSTREF": source.reference,
            "PAYMENTTERMS": String(terms.days), "NAME": customer.details.name,
            "COMPANY": customer.details.name,
            "CUSTCODE": customer.code.text,
        ]
        let total = currency.map { template.totals.gross.formatted($0) }
        values["TOTAL"] = .some(total)
        values["TOTALDUE"] = .some(total)
        let contact = customer.details.mainContact
        values.merge(
            [
                "CONTACT": contact?.name ?? contact?.personName, "TITLE": contact?.title,
                "FIRSTNAME": contact?.firstName, "LASTNAME": contact?.lastName, "TEL": contact?.telephone,
                "FAX": contact?.fax, "MOBILE": contact?.mobile, "CELL": contact?.mobile,
            ]
        ) { $1 }
        for place in 1...20 {
            let boxes = customer.details.textBoxes
            values["CUSTOMTEXT\(place)"] = .some(boxes.count >= place ? boxes[place - 1].value : nil)
        }
        let substitutions = Substitutions(values)
        source.reference = source.reference.map(substitutions.applied)
        for place in source.lines.indices {
            source.lines[place].description = substitutions.applied(to: source.lines[place].description)
        }
    }
}
