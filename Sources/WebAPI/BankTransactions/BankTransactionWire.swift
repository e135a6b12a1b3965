import Bookkeeping
import Books
import WebCore

/// Money that moved on a bank account without a document.
struct BankTransactionWire: WireTable {
    private var seen: SeenBankTransaction?
    private(set) var draft = BankTransactionDraft()

    init() {}

    init(_ seen: SeenBankTransaction) {
        self.seen = seen
    }

    private var shown: BankTransaction? { seen?.transaction }

    /// In is positive, as the account sees it.
    private var amount: Money {
        guard let shown else { return .zero }
        return isSeenFromOther ? Money(minorUnits: -shown.amount.minorUnits) : shown.amount
    }

    private var isSeenFromOther: Bool { seen.map { $0.transaction.account != $0.account } ?? false }

    static let shape = WireShape<BankTransactionWire>("BankTransaction", writable + told)

    private static let writable: [WireField<BankTransactionWire>] = [
        .integer("Id", in: 0...Int64.max, "Given by the server, never twice.", get: { $0.shown?.id ?? 0 }),
        .day(
            "Date", "The day the money moved; required to enter one.", get: { $0.shown?.date },
            set: { $0.draft.date = $1 }
        )
        .neverNull(),
        .integer(
            "MoneyType",
            """
            What it is for: a nominal's code, or its Id. That of another bank account makes a transfer; the debtors or \
            creditors control with a customer or supplier makes an advance.
            """,
            get: { $0.shown?.counterpart.code ?? 0 }, set: { $0.draft.moneyType = $1 }
        ).example("7901"),
        .text(
            "Comment", max: TextKind.linesMax, kind: .lines, "Free text.", get: { $0.shown?.comment },
            set: { $0.draft.comment = $1 }
        ).example(#""Account fee February""#),
        .flag(
            "VATAble", "Whether it counts for VAT returns.", get: { $0.shown?.isVATable ?? false },
            set: { $0.draft.isVATable = $1 }),
        .optionalAmount(
            "VATAmount", "The VAT in the amount; worked out when left out.",
            get: {
                .some(($0.shown?.vat).map { Money(minorUnits: Int64($0.minorUnits.magnitude)) } ?? .zero)
            },
            set: { $0.draft.vat = $1 }
        ).neverNull(),
        .percentage(
            "VATRate", "Of the VAT, per cent; 0 when left out.", get: { $0.shown?.vatRate ?? .zero },
            set: { $0.draft.vatRate = $1 }
        ).neverNull(),
        .integer(
            "AccountId", in: 0...Int64.max, "The account it was entered on; where it is sent, the path's.",
            get: { $0.shown?.account ?? 0 }, set: { $0.draft.account = $1 }),
        .integer(
            "ProjectNumber", "0 for none.", get: { $0.shown?.project?.number ?? 0 },
            set: { $0.draft.projectNumber = $1 }),
        .optionalAmount(
            "PaidIn", "VAT included. This or PaidOut is above 0, the other one 0.",
            get: { .some(max($0.amount, .zero)) }, set: { $0.draft.paidIn = $1 }
        ).neverNull(),
        .optionalAmount(
            "PaidOut", "VAT included.", get: { .some(Money(minorUnits: max(0, -$0.amount.minorUnits))) },
            set: { $0.draft.paidOut = $1 }
        ).neverNull().also("MoneyOut").example("14.4000"),
    ]

    private static let told: [WireField<BankTransactionWire>] = [
        .integer("ResourceNumber", "Always 0: it is no document's.", get: { _ in 0 }),
        .integer(
            "VATReturnId", in: 0...Int64.max, "The return that holds it, else 0.",
            get: { $0.shown?.vatReturn ?? 0 }),
        .text(
            "Type", max: TextKind.nameMax, "The name of its nominal; of a transfer the other account's.",
            get: { $0.seen?.enteredOn ?? $0.shown?.counterpart.name }
        ).neverNull(),
        .flag(
            "Reconciled", "Whether it is in a bank reconciliation.",
            get: { ($0.shown?.reconciliation ?? 0) != 0 }),
        .integer(
            "ReconciledId", in: 0...Int64.max, "That reconciliation, else 0.",
            get: { $0.shown?.reconciliation ?? 0 }),
        .text("ProjectName", max: TextKind.nameMax, "The project's.", get: { $0.shown?.project?.name }),
        .integer("TransactionNumber", "Counts the transactions.", get: { $0.shown?.number ?? 0 }),
        .text("CustomerName", max: TextKind.nameMax, "Of an advance.", get: { $0.shown?.customer?.name }),
        .text("SupplierName", max: TextKind.nameMax, "Of an advance.", get: { $0.shown?.supplier?.name }),
        .flag("IsSystemGeneratedTransaction", "Whether nobody entered it.", get: { _ in false }),
        .flag("DisableDisallowed", "Whether Disallowed has no meaning here.", get: { _ in false }),
        .integer(
            "BFSTransactionId", in: 0...Int64.max, "Of a bank feed's row, 0 for none.",
            get: { $0.shown?.feed ?? 0 },
            set: { $0.draft.feed = $1 }),
        .text(
            "CustomerCode", max: TextKind.codeMax, "Whose advance it is.", get: { $0.shown?.customer?.code },
            set: { $0.draft.customerCode = $1 }),
        .text(
            "SupplierCode", max: TextKind.codeMax, "Whose advance it is.", get: { $0.shown?.supplier?.code },
            set: { $0.draft.supplierCode = $1 }),
        .integer(
            "TransactionType", "0 a transaction, 6 a transfer that was entered on the other account.",
            get: { $0.isSeenFromOther ? 6 : 0 }),
        .flag(
            "Disallowed", "Not tax-deductible.", get: { $0.shown?.isDisallowed ?? false },
            set: { $0.draft.isDisallowed = $1 }),
        .integer("PaymentId", "Always 0: it is no payment.", get: { _ in 0 }),
    ]
}
