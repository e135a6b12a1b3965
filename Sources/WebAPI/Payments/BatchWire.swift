import Bookkeeping
import Books
import WebCore

/// One payment for several invoices.
struct BatchWire: WireTable {
    private var shown: BatchInFull?
    private var draft = BatchDraft()
    private var checked: CheckedBatchDraft?

    init() {}

    init(_ batch: BatchInFull) {
        shown = batch
    }

    /// What was sent, checked.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var sent: CheckedBatchDraft {
        get throws(BookkeepingError) { if let checked { checked } else { try draft.checked() } }
    }

    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals(of: draft.checked)
    }

    private var hasEmail: Bool { shown?.items.contains { $0.email != nil } ?? false }

    static let shape = WireShape<BatchWire>("BatchPayment", element: "Payment", head + items + told)

    private static let head: [WireField<BatchWire>] = [
        .integer(
            "Number", "Unique among the batches of invoices; 0 or left out for the next.",
            get: { $0.shown?.batch.number ?? 0 }, set: { $0.draft.number = $1 }
        ).example("7"),
        .day(
            "Date", "The day the money moved; today in the United Kingdom when left out.",
            get: { $0.shown?.batch.date }, set: { $0.draft.date = $1 }
        ).neverNull(),
        .text(
            "Comment", max: TextKind.linesMax, kind: .lines, "Of the bank row; the note of every payment.",
            get: { $0.shown?.batch.comment }, set: { $0.draft.comment = $1 }
        ).example(#""Harbour, two invoices""#),
        .integer(
            "AccountId", in: 0...Int64.max, "A bank account's Id; the default account when left out.",
            get: { $0.shown?.batch.account ?? 0 }, set: { $0.draft.account = $1 }
        ).example("1"),
        .integer(
            "Method", in: 0...Int64.max, "A payment method's Id; the default one when 0 or left out.",
            get: { $0.shown?.batch.method ?? 0 }, set: { $0.draft.method = $1 }
        ).example("100001"),
        .flag(
            "Reconciled", "Whether it is in a bank reconciliation.",
            get: { $0.shown.map { $0.batch.reconciliation != 0 } ?? false }),
        .integer(
            "BankReconciliationId", in: 0...Int64.max, "That reconciliation, 0 for none.",
            get: { $0.shown?.batch.reconciliation ?? 0 }),
        .flag(
            "resetBankReconciliation", "Takes it out of its reconciliation so that it can change.", get: nil,
            set: { $0.draft.resetsReconciliation = $1 }),
    ]

    private static let items: [WireField<BatchWire>] = [
        .list(
            "PaymentItems", max: Bounds.codesInCall.upperBound, "What each invoice gets; one entry at least.",
            get: { batch in batch.shown?.items.map { BatchItemWire($0) } ?? [] },
            set: { $0.draft.items = $1.map(\.draft) }
        ).required()
    ]

    private static let told: [WireField<BatchWire>] = [
        .object("ExportDetails", "Null: it is for purchases.", get: { _ -> ExportDetailsWire? in nil }),
        .integer(
            "BFSTransactionId", in: 0...Int64.max, "Of a bank feed's row, 0 for none.",
            get: { $0.shown?.batch.feed ?? 0 }, set: { $0.draft.feed = $1 }),
        .flag("DoesCustomersHaveEmail", "Whether some customer in it has an address.", get: { $0.hasEmail }),
        .flag("DoesSuppliersHaveEmail", "Always false: it pays invoices.", get: { _ in false }),
        .text(
            "Permalink", "The paper; opens without a token.",
            get: { "/v2/documents/invoicebatchpayment/\($0.shown?.batch.linkKey ?? "")" }
        ).neverNull(),
    ]
}

/// What one invoice gets of a batch.
struct BatchItemWire: WireTable {
    private var shown: BatchItem?
    private(set) var draft = BatchDraft.Item()

    init() {}

    init(_ item: BatchItem) {
        shown = item
    }

    static let shape = WireShape<BatchItemWire>(
        "BatchPaymentItem", element: "PaymentItem",
        [
            .integer(
                "Id", in: 0...Int64.max, "The payment's; 0 or left out where it is new.",
                get: { $0.shown?.payment.id ?? 0 }, set: { $0.draft.id = $1 }),
            .amount(
                "Amount", "Home currency; positive settles, negative gives back. Never 0.",
                get: { $0.shown?.payment.amount ?? .zero }, set: { $0.draft.amount = $1 }
            ).example("1338.8000"),
            .date("PaidDate", "The batch's date.", get: { $0.shown?.payment.date.wireText }).neverNull(),
            .integer(
                "ObjectNumber", "The invoice's number.", get: { $0.shown?.documentNumber ?? 0 },
                set: { $0.draft.document = $1 }
            ).example("318"),
            .text("ContactName", "The customer's name.", get: { $0.shown?.partyName }).neverNull(),
            .text("ContactCode", "The customer's code.", get: { $0.shown?.partyCode }).neverNull(),
            .integer("ContactId", in: 0...Int64.max, "The customer's Id.", get: { $0.shown?.partyID ?? 0 }),
            .text(
                "ContactReference", "The customer's reference on the invoice.", get: { $0.shown?.reference }),
            .date("ObjectIssuedDate", "When the invoice was issued.", get: { $0.shown?.issuedOn.wireText })
                .neverNull(),
            .integer(
                "VATReturnId", in: 0...Int64.max, "The return that holds it, else 0.",
                get: { $0.shown?.payment.vatReturn ?? 0 }),
            .text("EmailAddress", "The customer's.", get: { $0.shown?.email }),
            .date("ObjectDueDate", "When the invoice falls due.", get: { $0.shown?.dueOn.wireText })
                .neverNull(),
            .flag("resetBankReconciliation", "Taken; that of the batch counts.", get: nil, set: { _, _ in }),
        ])
}

/// What a batch of purchases is exported with. There is none yet.
struct ExportDetailsWire: WireTable {
    static let shape = WireShape<ExportDetailsWire>(
        "ExportDetails",
        [
            .text("Permalink", "The paper.", get: { _ in nil }),
            .text("ContactCode", "The supplier's.", get: { _ in nil }),
            .integer("ObjectNumber", "The purchase's number.", get: { _ in 0 }),
        ])
}
