import Bookkeeping
import Books
import WebCore

/// What a customer's account comes to, as people write it.
struct ShownStatistics: Sendable {
    let customer: Customer
    let home: Currency
}

enum CustomerStatisticsWire {
    static let ofOne = WireShape<ShownStatistics>(
        "CustomerStatistics",
        [
            .date(
                "FirstTransactionDate", "The first invoice's; 1900-01-01 12:00:00 when there is none.",
                get: { ($0.customer.totals.firstInvoice ?? .never).wireText }
            ).neverNull(),
            .date(
                "LastTransactionDate", "The last invoice's; 1900-01-01 12:00:00 when there is none.",
                get: { ($0.customer.totals.lastInvoice ?? .never).wireText }
            ).neverNull(),
            .text(
                "AverageTimeToPay", "Whole days from an invoice's date to its payment.",
                get: { "\($0.customer.totals.averageDaysToPay) days" }
            ).neverNull().example(#""21 days""#),
            .text(
                "TotalInvoiced", "Net and VAT of all invoices, less credit notes.",
                get: { shown in shown.invoiced.formatted(shown.home) }
            ).neverNull().example(#""£1,240.00""#),
            .text(
                "AmountDue", "What is owed.",
                get: { shown in shown.customer.totals.outstanding.formatted(shown.home) }
            )
            .neverNull().example(#""£240.00""#),
            .text(
                "AmountOverdue", "What is owed and past its due date.",
                get: { shown in shown.customer.totals.overdue.formatted(shown.home) }
            ).neverNull().example(#""£0.00""#),
        ])

    static let ofAll = WireShape<ShownFigures>(
        "SalesStatistics",
        [
            .text(
                "TotalInvoiced", "Net and VAT of all invoices, less credit notes.",
                get: { $0.text(\.invoiced) }
            )
            .neverNull().example(#""£1,240.00""#),
            .text("AmountDue", "What is owed.", get: { $0.text(\.due) }).neverNull().example(#""£240.00""#),
            .text("AmountOverdue", "What is owed and past its due date.", get: { $0.text(\.overdue) })
                .neverNull()
                .example(#""£0.00""#),
        ])
}

extension ShownStatistics {
    fileprivate var invoiced: Money {
        (try? customer.totals.invoicedNet + customer.totals.invoicedVAT) ?? .zero
    }
}

/// What all customers' documents come to.
struct ShownFigures: Sendable {
    let figures: SalesFigures
    let home: Currency

    fileprivate func text(_ member: KeyPath<SalesFigures, Money>) -> String {
        figures[keyPath: member].formatted(home)
    }
}

/// One customer's invoices, for the call that asks for several.
enum CustomerInvoicesWire {
    static let shape = WireShape<CustomerInvoices>(
        "CustomerInvoices",
        [
            .text("CustomerCode", max: TextKind.codeMax, "The customer's code.", get: { $0.code }).neverNull()
                .example(#""HARB01""#),
            .text("CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.name })
                .neverNull(),
            .amount("NetAmount", "Net of all invoices, home currency.", get: { $0.net }),
            .amount("VATAmount", "Their VAT.", get: { $0.vat }),
            .amount("PaidAmount", "What was paid.", get: { $0.paid }),
            .integer("InvoicesCount", "How many there are, credit notes too.", get: { $0.count }),
            .date(
                "LastInvoiceDate", "1900-01-01 12:00:00 when there is none.",
                get: { ($0.last ?? .never).wireText }
            ).neverNull(),
        ])
}
