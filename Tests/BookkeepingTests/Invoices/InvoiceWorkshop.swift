import Bookkeeping

/// Makes invoices of 12 May 2026, due on the 26th, out of drafts of lines.
struct InvoiceWorkshop {
    var lines = LineWorkshop()

    /// Of the roles, by the ids that nominals have here.
    let roles = NominalRoles([
        .debtors: 1_000_003, .vatOutput: 200, .vatInput: 201, .vatOutputDeferred: 205, .badDebts: 1_000_002,
        .withholdingTaxReceivable: 1_131,
    ])

    func invoice(_ drafts: SalesLineDraft...) throws -> Invoice {
        var details = InvoiceDetails(
            issuedOn: try CalendarDate(text: "2026-05-12"), dueOn: try CalendarDate(text: "2026-05-26"),
            currency: lines.rules.currency)
        details.isReverseCharge = lines.rules.isReverseCharge
        details.tradeBorder = lines.rules.tradeBorder
        let worked = try lines.lines(drafts)
        return Invoice(
            id: 88_120, number: 326,
            customer: CustomerLink(id: 17, code: "HARB01", name: "Harbour Joinery", key: "", vatNumber: nil),
            details: details, lines: worked, totals: try SalesTotals(of: worked), posted: lines.rules.posted,
            customerDiscount: .zero, linkKey: "", createdOn: details.issuedOn)
    }

    /// What an invoice posts, as `1100 +36.03`, with the codes of roles in place of their ids.
    func posted(_ invoice: Invoice) throws -> [String] {
        try invoice.entries(roles).entries.map { entry in
            let sign = entry.amount.isNegative ? "" : "+"
            let foreign = entry.foreign.map { " \($0.currency) \($0.amount.decimalText)" } ?? ""
            return "\(Self.codes[entry.nominal] ?? 0) \(sign)\(entry.amount.decimalText)\(foreign)"
        }
    }

    private static let codes: [Int64: Int] = [
        1_000_001: 4000, 1_000_002: 8100, 1_000_003: 1100, 200: 2200, 201: 2201, 205: 2205, 1_131: 1131,
    ]
}
