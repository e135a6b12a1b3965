import Bookkeeping
import Books
import WebCore

/// A recurring invoice in full, as it is answered and taken.
struct RecurringInvoiceWire: WireTable {
    private var full: RecurringInvoiceInFull?
    private var draft = RecurringInvoiceDraft()
    private var checked: CheckedRecurringInvoiceDraft?

    init() {}

    init(_ full: RecurringInvoiceInFull) {
        self.full = full
    }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid`.
    var sent: CheckedRecurringInvoiceDraft {
        get throws(BookkeepingError) {
            if let checked { checked } else { try draft.checked() }
        }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals(of: draft.checked)
    }

    private var template: RecurringInvoice? { full?.template }

    static let shape = WireShape<RecurringInvoiceWire>("RecurringInvoice", head + schedule)

    private static let head: [WireField<RecurringInvoiceWire>] = [
        .optionalInteger(
            "EmailTemplateNumber", "Number of the template for mails.",
            get: { $0.template?.details.emailTemplateNumber }, set: { $0.draft.emailTemplateNumber = $1 }),
        .flag(
            "EmailAutomatically", "Whether each invoice is e-mailed; kept, and nothing is sent yet.",
            get: { $0.template?.details.emailsAutomatically ?? false },
            set: { $0.draft.emailsAutomatically = $1 }),
        .day(
            "StartDate",
            "The first invoice is of this day, or of the first one after it that Frequency names.",
            get: { $0.template?.details.schedule.start }, set: { $0.draft.schedule.start = $1 }
        ).neverNull().required(),
        .object(
            "InvoiceDetails", "What each invoice is made of.",
            get: { $0.full.map(RecurringDetailsWire.init) },
            set: { $1.write(to: &$0.draft) }
        ).neverNull().required(),
        .object(
            "Currency", "The customer's, else the home currency, at the stored rate, when left out.",
            get: { $0.full.map { CurrencyWire($0.currency) } },
            set: {
                $0.draft.currencyCode = $1.code?.uppercased()
                $0.draft.exchangeRate = $1.rate
            }),
        .amount(
            "HomeCurrencyGrossAmount", "The gross at the template's rate.",
            get: { $0.template?.totals.homeGross ?? .zero }),
        .amount(
            "HomeCurrencyVATAmount", "The lines' VAT, each at the template's rate.",
            get: { $0.template?.totals.homeVAT ?? .zero }),
        .integer(
            "Number", "The next free one when 0 or left out. Templates have a series of their own.",
            get: { $0.template?.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("3"),
        .text(
            "Description", "The template's name.", get: { $0.template?.details.description },
            set: { $0.draft.description = $1 }
        ).example(#""Workshop rent""#),
    ]

    private static let schedule: [WireField<RecurringInvoiceWire>] = [
        .object(
            "Frequency", "How often.",
            get: { $0.template.map { FrequencyWire($0.details.schedule.frequency) } },
            set: { $1.write(to: &$0.draft.schedule) }
        ).neverNull().required(),
        .object(
            "Duration", "How long.", get: { $0.template.map { DurationWire($0.details.schedule.duration) } },
            set: { $1.write(to: &$0.draft.schedule) }
        ).neverNull().required(),
        .flag(
            "UseLatestExchangeRate", "Whether each invoice takes the rate of its day.",
            get: { $0.template?.details.usesLatestRate ?? false }, set: { $0.draft.usesLatestRate = $1 }),
        .integer(
            "PreviousNumber", "The number before it, 0 for none.", get: { $0.full?.previousNumber ?? 0 }),
        .integer("NextNumber", "The number after it, 0 for none.", get: { $0.full?.nextNumber ?? 0 }),
    ]
}

/// A recurring invoice as lists show it.
enum RecurringInvoiceRowWire {
    static let shape = WireShape<RecurringInvoiceRow>(
        "RecurringInvoiceRow", element: "RecurringInvoice",
        [
            .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.template.id }),
            .object(
                "InvoiceDetails", "What each invoice comes to.", get: { RecurringRowDetailsWire($0.template) }
            ).neverNull(),
            .date("ExpiryDate", "The last run; null for none.", get: { $0.template.expiresOn?.wireText }),
            .date(
                "NextDueDate", "The next run; null when none is left.", get: { $0.template.nextOn?.wireText }),
            .integer("Number", "The key in paths.", get: { $0.template.number }).example("3"),
            .text("Description", "The template's name.", get: { $0.template.details.description }),
            .object(
                "Frequency", "How often.", get: { FrequencyWire($0.template.details.schedule.frequency) }
            ).neverNull(),
            .object("Duration", "How long.", get: { DurationWire($0.template.details.schedule.duration) })
                .neverNull(),
            .flag(
                "UseLatestExchangeRate", "Whether each invoice takes the rate of its day.",
                get: { $0.template.details.usesLatestRate }),
            .integer("PreviousNumber", "The number before it, 0 for none.", get: { $0.previousNumber }),
            .integer("NextNumber", "The number after it, 0 for none.", get: { $0.nextNumber }),
        ])
}

/// What the invoices of a row come to.
struct RecurringRowDetailsWire: WireTable {
    private var template: RecurringInvoice?

    init() {}

    init(_ template: RecurringInvoice) {
        self.template = template
    }

    static let shape = WireShape<RecurringRowDetailsWire>(
        "RecurringRowDetails", element: "InvoiceDetails",
        [
            .text(
                "CustomerCode", max: TextKind.codeMax, "The customer's code.",
                get: { $0.template?.customer.code }
            )
            .neverNull(),
            .text(
                "CustomerReference", "The customer's order number or such.",
                get: { $0.template?.details.reference }),
            .amount("GrossAmount", "Net and VAT.", get: { $0.template?.totals.gross ?? .zero }),
            .amount("NetAmount", "Document currency.", get: { $0.template?.totals.net ?? .zero }),
            .amount("VATAmount", "Document currency.", get: { $0.template?.totals.vat ?? .zero }),
            .integer(
                "CustomerId", in: Bounds.id, "The customer's Id.", get: { $0.template?.customer.id ?? 0 }),
            .text(
                "CustomerName", max: TextKind.nameMax, "The customer's name.",
                get: { $0.template?.customer.name }
            )
            .neverNull(),
            .amount("ProjectGrossAmount", "The gross.", get: { $0.template?.totals.gross ?? .zero }),
            .text(
                "ProjectName", max: TextKind.nameMax, "The project's name.",
                get: { $0.template?.details.project?.name }),
        ])
}
