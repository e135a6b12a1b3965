import Bookkeeping
import Books
import WebCore

/// What each invoice of a template is made of.
struct RecurringDetailsWire: WireTable {
    private var full: RecurringInvoiceInFull?
    private var sent = RecurringInvoiceDraft()

    init() {}

    init(_ full: RecurringInvoiceInFull) {
        self.full = full
    }

    /// Puts what was sent into a draft.
    func write(to draft: inout RecurringInvoiceDraft) {
        draft.customerCode = sent.customerCode
        draft.reference = sent.reference
        draft.projectNumber = sent.projectNumber
        draft.lines = sent.lines
        draft.payment = sent.payment
    }

    private var template: RecurringInvoice? { full?.template }

    private var shownLines: [SalesLineWire] {
        guard let template else { return [] }
        return template.lines.map { SalesLineWire($0, rate: template.details.currency.rate) }
    }

    static let shape = WireShape<RecurringDetailsWire>(
        "RecurringDetails", element: "InvoiceDetails", parties + lists)

    private static let parties: [WireField<RecurringDetailsWire>] = [
        .integer("CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.template?.customer.id ?? 0 }),
        .text(
            "CustomerCode", max: TextKind.codeMax, "The customer's code in any case; it has to be sent.",
            get: { $0.template?.customer.code }, set: { $0.sent.customerCode = $1 }
        ).neverNull().example(#""HARB01""#),
        .text(
            "CustomerReference", "The customer's order number or such; its default one when left out.",
            get: { $0.template?.details.reference }, set: { $0.sent.reference = $1 }),
        .text(
            "CustomerName", max: TextKind.nameMax, "The customer's name.", get: { $0.template?.customer.name }
        )
        .neverNull(),
        .text("CustomerEmail", "The customer's e-mail address.", get: { $0.full?.email }),
        .amount("GrossAmount", "Net and VAT.", get: { $0.template?.totals.gross ?? .zero }),
        .amount(
            "NetAmount", "Sum of the lines, document currency.", get: { $0.template?.totals.net ?? .zero }),
        .amount("VATAmount", "Sum of the lines' VAT.", get: { $0.template?.totals.vat ?? .zero }),
        .integer(
            "ProjectNumber", "0 for none; lines that name none get it.",
            get: { $0.template?.details.project?.number ?? 0 }, set: { $0.sent.projectNumber = $1 }),
        .text(
            "ProjectName", max: TextKind.nameMax, "The project's name.",
            get: { $0.template?.details.project?.name }),
    ]

    private static let lists: [WireField<RecurringDetailsWire>] = [
        .list(
            "LineItems", max: salesLinesMax, "One at least.",
            get: { $0.shownLines }, set: { $0.sent.lines = $1.map(\.draft) }),
        .object(
            "PaymentDetails", "The payment that is made with each invoice.",
            get: { $0.template.map { RecurringPaymentWire($0.details.payment) } },
            set: { $0.sent.payment = $1.payment }
        ).neverNull(),
        .object("Address", "The customer's own.", get: { $0.full?.address.map(AddressWire.init) }),
    ]
}

/// The payment that is made with each invoice of a template.
struct RecurringPaymentWire: WireTable {
    private(set) var payment = RecurringPayment()

    init() {}

    init(_ payment: RecurringPayment) {
        self.payment = payment
    }

    static let shape = WireShape<RecurringPaymentWire>(
        "RecurringPayment", element: "PaymentDetails",
        [
            .choice(
                "PaymentType", RecurringPayment.Kind.allCases.map(\.rawValue),
                "None when left out; Full, or Partial with Amount.",
                parse: RecurringPayment.Kind.init(named:),
                get: { $0.payment.kind.rawValue }, set: { $0.payment.kind = $1 }
            ).neverNull(),
            .integer(
                "AccountId", in: 0...Int64.max, "A bank account's Id; 0 or left out for the default one.",
                get: { $0.payment.account ?? 0 }, set: { $0.payment.account = $1 == 0 ? nil : $1 }),
            .text("Note", "Kept with the payment.", get: { $0.payment.note }, set: { $0.payment.note = $1 }),
            .integer(
                "Method", in: 0...Int64.max, "A payment method's Id; 0 or left out for the default one.",
                get: { $0.payment.method ?? 0 }, set: { $0.payment.method = $1 == 0 ? nil : $1 }),
            .amount(
                "Amount", "Home currency, for Partial.", get: { $0.payment.amount ?? .zero },
                set: { $0.payment.amount = $1 }),
        ])
}
