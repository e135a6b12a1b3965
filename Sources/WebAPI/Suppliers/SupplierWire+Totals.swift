import Bookkeeping
import WebCore

extension SupplierWire {
    /// What is written down of the supplier, and what is only sent.
    static let rest: [WireField<SupplierWire>] = [
        .note.example(#""Delivers on Fridays.""#),
        .isArchived,
        .flag(
            "CreateSupplierCodeIfDuplicate",
            "On creation, a code that is taken is replaced by a new one, not refused.",
            get: nil, set: { $0.sent.makesCodeOnClash = $1 }),
        .flag(
            "CreateSupplierNameIfEmptyOrNull",
            "On creation, a name that is left out is made from the contact or the code.",
            get: nil, set: { $0.sent.makesNameWhenEmpty = $1 }),
    ]

    /// What the server tells of a supplier: dates, and what the documents add up to.
    static let totals: [WireField<SupplierWire>] = [
        .amount("BilledNetAmount", "Net of all purchases.", get: { $0.supplier.totals.billedNet }),
        .amount("BilledVatAmount", "VAT of all purchases.", get: { $0.supplier.totals.billedVAT }),
        .amount("TotalPaidAmount", "What was paid, in home currency.", get: { $0.supplier.totals.paid }),
        .amount(
            "OutstandingBalance", "What is owed, in home currency.", get: { $0.supplier.totals.outstanding }),
        .amount("TotalDueAmount", "OutstandingBalance.", get: { $0.supplier.totals.outstanding }),
        .date("CreatedDate", "The day in the United Kingdom.", get: { $0.supplier.createdOn.wireText })
            .neverNull(),
        .date("LastUpdatedDate", "The day in the United Kingdom.", get: { $0.supplier.updatedOn.wireText })
            .neverNull(),
        .date(
            "FirstPurchaseDate", "1900-01-01 12:00:00 when there is none.",
            get: { ($0.supplier.totals.firstPurchase ?? .never).wireText }
        ).neverNull(),
        .date(
            "LastPurchaseDate", "1900-01-01 12:00:00 when there is none.",
            get: { ($0.supplier.totals.lastPurchase ?? .never).wireText }
        ).neverNull(),
        .flag(
            "DoesSupplierHasTransactionsInVATReturn",
            "Whether any document is in a VAT return that is filed.",
            get: { $0.supplier.totals.isInVATReturn }),
        .text("SourceName", "Null: only customers come from a source.", get: { _ in nil }).example("null"),
    ]
}
