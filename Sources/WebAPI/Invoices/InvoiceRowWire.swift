import Bookkeeping
import WebCore

/// An invoice as lists show it, on one day.
struct InvoiceRow: Sendable {
    let invoice: Invoice
    let today: CalendarDate

    var status: InvoiceStatus {
        InvoiceStatus(
            gross: invoice.totals.homeGross, paid: invoice.payments.paid, dueOn: invoice.details.dueOn, today: today)
    }

    var due: Money { (try? invoice.due) ?? .zero }

    var overdueDays: Int64 {
        guard status == .overdue || status == .overduePartPaid else { return 0 }
        return Int64(invoice.details.dueOn.days(to: today))
    }
}

enum InvoiceRowWire {
    static let shape = WireShape<InvoiceRow>("InvoiceRow", element: "Invoice", head + amounts + state)

    private static let head: [WireField<InvoiceRow>] = [
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.invoice.id }).example("88120"),
        .integer("Number", "The key in paths.", get: { $0.invoice.number }).example("326"),
        .text("Type", "Invoice or CreditNote.", get: { $0.invoice.isCreditNote ? "CreditNote" : "Invoice" })
            .neverNull(),
        .date("IssuedDate", "The tax point.", get: { $0.invoice.details.issuedOn.wireText }).neverNull(),
        .date("DueDate", "The last day to pay.", get: { $0.invoice.details.dueOn.wireText }).neverNull(),
        .date(
            "PaidDate", "The day of the payment that settled it in full.",
            get: { $0.invoice.payments.settledOn?.wireText }),
        .text("CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.invoice.customer.code })
            .neverNull(),
        .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.invoice.customer.id }),
        .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.invoice.customer.name })
            .neverNull(),
        .text("CustomerKey", max: 36, "The customer's GUID.", get: { $0.invoice.customer.key }).neverNull(),
        .text("CustomerReference", "The customer's order number or such.", get: { $0.invoice.details.reference }),
        .object("Address", "The billing address.", get: { AddressWire($0.invoice.details.address) }),
        .list(
            "LineItems", max: nil, "Empty, unless isSalesReport asks for them.",
            get: { row in row.invoice.lines.map { SalesLineWire($0, rate: row.invoice.details.currency.rate) } }),
        .integer("ProjectNumber", "0 for none.", get: { $0.invoice.details.project?.number ?? 0 }),
        .text("ProjectName", max: TextKind.nameMax, "The project's name.", get: { $0.invoice.details.project?.name }),
    ]

    private static let amounts: [WireField<InvoiceRow>] = [
        .amount("NetAmount", "Document currency.", get: { $0.invoice.totals.net }),
        .amount("VATAmount", "Document currency.", get: { $0.invoice.totals.vat }),
        .amount("GrossAmount", "Document currency.", get: { $0.invoice.totals.gross }),
        .amount("HomeCurrencyGrossAmount", "At the document's rate.", get: { $0.invoice.totals.homeGross }),
        .amount("HomeCurrencyVATAmount", "At the document's rate.", get: { $0.invoice.totals.homeVAT }),
        .amount("ProjectGrossAmount", "The gross.", get: { $0.invoice.totals.gross }),
        .amount("TotalPaidAmount", "Home currency.", get: { $0.invoice.payments.paid }),
        .amount("DueAmount", "What is owed, home currency.", get: { $0.due }),
    ]

    private static let state: [WireField<InvoiceRow>] = [
        .text("Status", "How far it is paid.", get: { $0.status.rawValue }).neverNull().example(#""Unpaid""#),
        .integer("OverdueDays", "Days past DueDate while something is owed, else 0.", get: { $0.overdueDays }),
        .integer("EmailCount", "How often it was e-mailed.", get: { $0.invoice.emailCount }),
        .integer("FileCount", "Attached files.", get: { $0.invoice.fileCount }),
        .integer("VATReturnId", in: 0...Int64.max, "The VAT return that holds it, else 0.", get: { $0.invoice.vatReturn }),
        .text("TradeBorderType", "The customer's.", get: { $0.invoice.details.tradeBorder.rawValue }).neverNull(),
        .flag("IsArchived", "Whether lists leave it out.", get: { $0.invoice.isArchived }),
        .flag("IsCISReverseCharge", "Construction reverse charge.", get: { $0.invoice.details.isReverseCharge }),
        .flag(
            "AutomaticCreditControlEnabled", "Whether reminders go by themselves.",
            get: { $0.invoice.details.hasAutomaticCreditControl }),
    ]
}
