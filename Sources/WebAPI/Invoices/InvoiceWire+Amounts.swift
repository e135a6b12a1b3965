import Bookkeeping
import WebCore

// What the server tells of an invoice: its sums, how far it is paid, its links.
extension InvoiceWire {
    static let amounts: [WireField<InvoiceWire>] = [
        .amount("NetAmount", "Sum of the lines, document currency.", get: { $0.invoice?.totals.net ?? .zero })
            .example("1949.0000"),
        .amount("VATAmount", "Sum of the lines' VAT.", get: { $0.invoice?.totals.vat ?? .zero }).example(
            "389.8000"),
        .amount("GrossAmount", "Net and VAT.", get: { $0.invoice?.totals.gross ?? .zero }).example(
            "2338.8000"),
        .amount(
            "HomeCurrencyGrossAmount",
            "The gross at the document's rate: what is posted, and what payments settle.",
            get: { $0.invoice?.totals.homeGross ?? .zero }),
        .amount(
            "HomeCurrencyVATAmount", "The lines' VAT, each at the document's rate.",
            get: { $0.invoice?.totals.homeVAT ?? .zero }),
        .amount("ProjectGrossAmount", "The gross.", get: { $0.invoice?.totals.gross ?? .zero }),
        .amount(
            "CISRCNetAmount", "Under the reverse charge: net of the lines with a VAT level.",
            get: { $0.reverseCharge.net }),
        .amount(
            "CISRCVatAmount", "Under the reverse charge: the VAT that the customer accounts for.",
            get: { $0.reverseCharge.vat }),
        .amount(
            "TotalPaidAmount", "Sum of the payments, home currency.",
            get: { $0.invoice?.payments.paid ?? .zero }),
        .amount(
            "DueAmount",
            "What is owed, home currency; negative when too much was paid, and for an open credit note.",
            get: { $0.due }),
        .text("FormattedDueAmount", "The same as people write it.", get: { $0.formattedDue }).neverNull()
            .example(#""£1,240.00""#),
    ]

    static let state: [WireField<InvoiceWire>] = [
        .text(
            "Status", "NA, Paid, Overpaid, Overdue, OverduePartPaid, PartPaid or Unpaid.",
            get: { $0.status.rawValue }
        ).neverNull().example(#""Unpaid""#),
        .integer(
            "OverdueDays", "Days past DueDate while something is owed, else 0.", get: { $0.overdueDays }),
        .integer("EmailCount", "How often it was e-mailed.", get: { $0.invoice?.emailCount ?? 0 }),
        .integer("FileCount", "Attached files.", get: { $0.invoice?.fileCount ?? 0 }),
        .flag("IsArchived", "Set by the call for that.", get: { $0.invoice?.isArchived ?? false }),
        .flag(
            "AutomaticCreditControlEnabled",
            "Whether reminders go by themselves; as the customer has it when left out.",
            get: { $0.invoice?.details.hasAutomaticCreditControl ?? false },
            set: { $0.draft.hasAutomaticCreditControl = $1 }),
        .flag(
            "IsWhtDeductionToBeApplied", "Whether a deduction (CIS) is due and not on it yet.",
            get: { $0.full?.awaitsWithholding ?? false }),
        .integer(
            "VATReturnId", in: 0...Int64.max, "The VAT return that holds it, else 0.",
            get: { $0.invoice?.vatReturn ?? 0 }),
    ]

    static let links: [WireField<InvoiceWire>] = [
        .text(
            "Permalink", "The paper; opens without a token.",
            get: { "/v2/documents/invoice/\($0.invoice?.linkKey ?? "")" }
        ).neverNull(),
        .text(
            "PackingSlipPermalink", "The packing slip; opens without a token.",
            get: { "/v2/documents/packingslip/\($0.invoice?.linkKey ?? "")" }
        ).neverNull(),
        .integer(
            "PreviousNumber", "The number before it, 0 for none.", get: { $0.full?.previousNumber ?? 0 }),
        .integer("NextNumber", "The number after it, 0 for none.", get: { $0.full?.nextNumber ?? 0 }),
        .list(
            "ReminderLetters", max: nil, "Letters that were made for it: none yet.",
            get: { _ in [ReminderSentWire]() }),
        .integer("SuppressNumber", "Always 0.", get: { _ in 0 }),
        .integer(
            "DefaultNominalCode", "The customer's default nominal, 0 for none.",
            get: { $0.full?.customerDefaultNominal ?? 0 }),
        .integer("PayOnlinePaymentProcessor", "Always 0.", get: { _ in 0 }),
        .date("CreatedDate", "The day in the United Kingdom.", get: { $0.invoice?.createdOn.wireText })
            .neverNull(),
    ]

    private var reverseCharge: (net: Money, vat: Money) {
        (try? invoice?.reverseCharge) ?? (.zero, .zero)
    }

    private var overdueDays: Int64 {
        full.map { $0.invoice.overdueDays(on: $0.today) } ?? 0
    }

    private var formattedDue: String {
        guard let home = full?.homeCurrency else { return "" }
        return due.formatted(home)
    }
}

/// A reminder letter of an invoice.
struct ReminderSentWire: WireTable {
    static let shape = WireShape<ReminderSentWire>(
        "ReminderSent",
        [
            .integer("Number", "1, 2 or 3.", get: { _ in 0 }),
            .flag("IsSent", "Whether it went.", get: { _ in false }),
            .date("SentDate", "When it went.", get: { _ in nil }),
        ])
}
