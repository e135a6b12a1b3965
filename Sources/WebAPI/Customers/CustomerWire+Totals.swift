import Bookkeeping
import WebCore

extension CustomerWire {
    /// What the server tells of a customer: dates, links, and what the documents add up to.
    static let totals: [WireField<CustomerWire>] = [
        .text(
            "DisplayName", max: TextKind.nameMax, "The name as lists show it.",
            get: { $0.customer.details.name }
        )
        .neverNull().example(#""Harbour Joinery Ltd""#),
        .date("CreatedDate", "The day in the United Kingdom.", get: { $0.customer.createdOn.wireText })
            .neverNull(),
        .date("LastUpdatedDate", "The day in the United Kingdom.", get: { $0.customer.updatedOn.wireText })
            .neverNull(),
        .amount("InvoicedNetAmount", "Net of all invoices.", get: { $0.customer.totals.invoicedNet }),
        .amount("InvoicedVATAmount", "VAT of all invoices.", get: { $0.customer.totals.invoicedVAT }),
        .integer("InvoiceCount", "How many invoices there are.", get: { $0.customer.totals.invoiceCount }),
        .flag("IsGoCardlessMandateSet", "Always false: there is no direct debit.", get: { _ in false }),
        .text(
            "EnvelopeUrl", "Where an envelope can be printed.",
            get: { "/v2/documents/customers/\($0.customer.key)" }
        ).neverNull().example(#""/v2/documents/customers/7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
        .flag(
            "UsesDefaultTheme", "Whether documents have the account's theme.",
            get: { $0.customer.details.pdfThemeID ?? 0 == 0 }
        ).example("true"),
        .integer(
            "AverageDaysToPay", "Whole days from an invoice's date to its payment.",
            get: { $0.customer.totals.averageDaysToPay }),
        .amount("OverdueAmount", "What is owed and past its due date.", get: { $0.customer.totals.overdue }),
        .date(
            "FirstInvoiceDate", "1900-01-01 12:00:00 when there is none.",
            get: { ($0.customer.totals.firstInvoice ?? .never).wireText }
        ).neverNull(),
        .date(
            "LastInvoiceDate", "1900-01-01 12:00:00 when there is none.",
            get: { ($0.customer.totals.lastInvoice ?? .never).wireText }
        ).neverNull(),
        .amount("TotalPaidAmount", "What was paid, in home currency.", get: { $0.customer.totals.paid }),
        .amount(
            "OutstandingBalance", "What is owed, in home currency.", get: { $0.customer.totals.outstanding }),
        .flag("IsSchedule", "Always false: there are no scheduled statements yet.", get: { _ in false }),
    ]
}
