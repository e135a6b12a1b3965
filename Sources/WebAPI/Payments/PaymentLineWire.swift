import Bookkeeping
import WebCore

/// A payment of an invoice, as a line of it.
struct PaymentLineWire: WireTable {
    private var payment: Payment?
    private var documentNumber: Int64 = 0
    private(set) var draft = PaymentDraft()

    init() {}

    /// - Parameter number: the document's.
    init(_ payment: Payment, of number: Int64) {
        self.payment = payment
        documentNumber = number
    }

    private var link: String {
        guard let payment else { return "" }
        let kind = payment.document.kind == .purchase ? "purchase" : "invoice"
        return "/v2/documents/\(kind)/payment/\(payment.linkKey)"
    }

    static let shape = WireShape<PaymentLineWire>("PaymentLine", writable + told)

    private static let writable: [WireField<PaymentLineWire>] = [
        .integer(
            "Id", in: 0...Int64.max, "Sent back to keep or change the payment; 0 or left out for a new one.",
            get: { $0.payment?.id ?? 0 }, set: { $0.draft.id = $1 }
        ).example("71"),
        .day(
            "Date", "The day the money moved; today in the United Kingdom when left out.",
            get: { $0.payment?.date },
            set: { $0.draft.date = $1 }
        ).neverNull(),
        .amount(
            "Amount", "Home currency; positive settles, negative gives back. Never 0.",
            get: { $0.payment?.amount ?? .zero }, set: { $0.draft.amount = $1 }
        ).example("1000.0000"),
        .integer(
            "AccountId", in: 0...Int64.max, "A bank account's Id; the default account when left out.",
            get: { $0.payment?.account ?? 0 }, set: { $0.draft.account = $1 }
        ).example("1"),
        .integer(
            "Method", in: 0...Int64.max, "A payment method's Id; the default one when 0 or left out.",
            get: { $0.payment?.method ?? 0 }, set: { $0.draft.method = $1 }
        ).example("100001"),
        .text(
            "Note", max: TextKind.linesMax, kind: .lines, "Free text.", get: { $0.payment?.note },
            set: { $0.draft.note = $1 }),
        .text("Reference", "Of the bank.", get: { $0.payment?.reference }, set: { $0.draft.reference = $1 }),
    ]

    private static let told: [WireField<PaymentLineWire>] = [
        .integer(
            "BulkId", in: 0...Int64.max, "The Id of its batch, 0 for none.", get: { $0.payment?.batch ?? 0 }),
        .integer(
            "BulkPaymentNumber", "The number of its batch, 0 for none.", get: { $0.payment?.batchNumber ?? 0 }
        ),
        .integer(
            "BankTransactionId", in: 0...Int64.max,
            "The Id of its row on the bank account, 0 where no money moved.",
            get: { payment in
                guard let shown = payment.payment, !shown.isWithoutMoney else { return 0 }
                return shown.advance ?? shown.batch ?? shown.id
            }),
        .integer("BFSTransactionId", "Always 0: there are no bank feeds yet.", get: { _ in 0 }),
        .integer("PaymentProcessor", "Always 0: no card processor took it.", get: { _ in 0 }),
        .integer("PaymentProcessorEnumValue", "Always 0.", get: { _ in 0 }),
        .flag(
            "IsExternalRefund", "Always so: money goes back outside of this server.", get: nil,
            set: { _, _ in }),
        .text("Permalink", "The receipt; opens without a token.", get: { $0.link }).neverNull(),
        .integer(
            "VATReturnId", in: 0...Int64.max, "The return that holds it, else 0.",
            get: { $0.payment?.vatReturn ?? 0 }),
        .flag(
            "IsPaymentCreditNote",
            "Whether it is a credit that was set off, or an exchange difference: no money moved.",
            get: { $0.payment?.isWithoutMoney ?? false }),
        .integer(
            "BankReconciliationId", in: 0...Int64.max, "The reconciliation that holds its bank row, else 0.",
            get: { $0.payment?.reconciliation ?? 0 }),
        .integer("InvoiceNumber", "The invoice's number.", get: { $0.documentNumber }),
    ]
}
