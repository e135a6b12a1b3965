import Bookkeeping
import WebCore

/// A line of what passed between the business and a customer, on one day.
struct ShownAccountRow: Sendable {
    let row: AccountRow
    let today: CalendarDate

    var status: InvoiceStatus? { row.status(on: today) }

    var type: String {
        switch row.kind {
        case .invoice: "Invoice"
        case .payment: "Payment"
        case .quote: "Quote"
        case .creditNote: "CreditNote"
        }
    }

    var link: String? {
        guard let key = row.linkKey else { return nil }
        return switch row.kind {
        case .invoice, .creditNote: "/v2/documents/invoice/\(key)"
        case .payment: "/v2/documents/invoice/payment/\(key)"
        case .quote: "/v2/documents/quote/\(key)"
        }
    }

    var packingSlip: String? {
        guard let key = row.linkKey, row.kind == .invoice else { return nil }
        return "/v2/documents/packingslip/\(key)"
    }
}

enum AccountRowWire {
    static let shape = WireShape<ShownAccountRow>(
        "CustomerTransaction",
        [
            .integer("Id", in: Bounds.id, "Of the document or payment.", get: { $0.row.id }).example("88120"),
            .integer("Number", "The document's number; of a payment its invoice's.", get: { $0.row.number }),
            .integer(
                "ParentNumber", "Of a payment the invoice's number, else 0.",
                get: { $0.row.kind == .payment ? $0.row.number : 0 }),
            .integer("Type", "1 invoice, 2 payment, 3 quote, 6 credit note.", get: { $0.row.kind.rawValue })
                .example("1"),
            .integer(
                "StatusNumber", "The number of the status in the list's filter; 0 for payments and quotes.",
                get: { $0.status?.filterNumber ?? 0 }),
            .text("Status", "Of invoices and credit notes.", get: { $0.status?.rawValue }).example(
                #""Unpaid""#),
            .date("Date", "Of issue, or of payment.", get: { $0.row.date.wireText }).neverNull(),
            .text("Project", max: TextKind.nameMax, "The project's name.", get: { $0.row.projectName }),
            .amount(
                "Amount", "Gross in the document's currency; of a payment home currency.",
                get: { $0.row.amount }),
            .text("Reference", "The customer's, or the bank's.", get: { $0.row.reference }),
            .text("Permalink", "The paper; opens without a token.", get: { $0.link }),
            .text("PackingSlipPermalink", "Of invoices.", get: { $0.packingSlip }),
        ])
}

extension InvoiceStatus {
    /// Its number in `statusfilter`, 0 for NA.
    var filterNumber: Int64 {
        switch self {
        case .notApplicable: 0
        case .unpaid: 1
        case .partPaid: 2
        case .overdue: 3
        case .overduePartPaid: 4
        case .overpaid: 5
        case .paid: 6
        }
    }
}
