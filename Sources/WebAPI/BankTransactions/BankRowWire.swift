import Bookkeeping
import Books
import WebCore

/// A line of a bank account, as its list tells it.
enum BankRowWire {
    static let shape = WireShape<BankRow>("BankRow", element: "BankTransaction", money + origin + parties)

    private static let money: [WireField<BankRow>] = [
        .integer(
            "Id", in: 0...Int64.max, "Of what made it; unique in one TransactionType alone.", get: { $0.id }),
        .date("Date", "The day the money moved.", get: { $0.date.wireText }).neverNull(),
        .integer(
            "MoneyType", "The code of its nominal; 0 for payments.", get: { $0.shown?.counterpart.code ?? 0 }),
        .text(
            "Comment", max: TextKind.linesMax, kind: .lines, "Free text; made up for payments.",
            get: { $0.comment }
        )
        .example(#""Invoice - HARB01""#),
        .flag("VATAble", "Whether it counts for VAT returns.", get: { $0.shown?.isVATable ?? false }),
        .amount("VATAmount", "The VAT in the amount.", get: { $0.vat }),
        .percentage("VATRate", "Of the VAT, per cent.", get: { $0.shown?.vatRate ?? .zero }).neverNull(),
        .integer(
            "AccountId", in: 0...Int64.max, "The account it was entered on; 0 for what documents made.",
            get: { $0.shown?.account ?? 0 }),
        .integer("ProjectNumber", "0 for none.", get: { $0.shown?.project?.number ?? 0 }),
        .amount("PaidIn", "VAT included; 0 for what went out.", get: { max($0.amount, .zero) }),
        .amount(
            "PaidOut", "VAT included; 0 for what came in.",
            get: { Money(minorUnits: max(0, -$0.amount.minorUnits)) }),
        .amount("VATPaid", "The VAT in the amount.", get: { $0.vat }),
    ]

    private static let origin: [WireField<BankRow>] = [
        .text("EditLink", "What made it.", get: { $0.link }),
        .integer(
            "ResourceNumber", "The document's or batch's number, 0 for none.", get: { $0.documentNumber }),
        .integer("LineProjectsCount", "Projects on a document's lines; 0.", get: { _ in 0 }),
        .text(
            "ProjectUrl", "The project.",
            get: { row in row.shown?.project.map { "/v2/projects/\($0.number)" } }),
        .amount("Balance", "On the account after it, by date and then Id.", get: { $0.balance }),
        .text(
            "EntityName",
            choices: [
                "banktransaction", "invoice", "purchase", "invoicebatchpayment", "purchasebatchpayment",
                "journal",
            ],
            "What made it.", get: { $0.entityName }
        ).neverNull(),
        .text("CustomerSupplierName", max: TextKind.nameMax, "Whose it is.", get: { $0.partyName }),
        .integer(
            "VATReturnId", in: 0...Int64.max, "The return that holds it, else 0.", get: { $0.vatReturn }),
        .text(
            "Type", max: TextKind.nameMax,
            "Its nominal's name; of a transfer the other account's; Invoice or Purchase.",
            get: { $0.typeName }
        ).neverNull(),
        .flag("Reconciled", "Whether it is in a bank reconciliation.", get: { $0.reconciliation != 0 }),
        .integer(
            "ReconciledId", in: 0...Int64.max, "That reconciliation, else 0.", get: { $0.reconciliation }),
        .text("ProjectName", max: TextKind.nameMax, "The project's.", get: { $0.shown?.project?.name }),
        .integer(
            "TransactionNumber", "Counts the transactions; 0 for payments.", get: { $0.shown?.number ?? 0 }),
    ]

    private static let parties: [WireField<BankRow>] = [
        .text("CustomerName", max: TextKind.nameMax, "Of an advance.", get: { $0.shown?.customer?.name }),
        .text("SupplierName", max: TextKind.nameMax, "Of an advance.", get: { $0.shown?.supplier?.name }),
        .flag("IsSystemGeneratedTransaction", "Whether nobody entered it.", get: { _ in false }),
        .flag("DisableDisallowed", "Whether Disallowed has no meaning here.", get: { $0.shown == nil }),
        .integer(
            "BFSTransactionId", in: 0...Int64.max, "Of a bank feed's row, 0 for none.", get: { $0.feed }),
        .text(
            "CustomerCode", max: TextKind.codeMax, "Whose advance it is.", get: { $0.shown?.customer?.code }),
        .text(
            "SupplierCode", max: TextKind.codeMax, "Whose advance it is.", get: { $0.shown?.supplier?.code }),
        .integer(
            "TransactionType",
            """
            0 a transaction, 1 a payment of an invoice, 2 of a purchase, 3 a batch of invoices, 4 of purchases, 5 a \
            journal, 6 a transfer that was entered on the other account.
            """, get: { $0.kind.rawValue }),
        .flag("Disallowed", "Not tax-deductible.", get: { $0.shown?.isDisallowed ?? false }),
        .integer(
            "PaymentId", in: 0...Int64.max, "The payment's Id, 0 for none.",
            get: { $0.kind == .invoicePayment ? $0.id : 0 }),
    ]
}

extension BankRow {
    fileprivate var shown: BankTransaction? { transaction?.transaction }

    fileprivate var vat: Money { Money(minorUnits: Int64((shown?.vat ?? .zero).minorUnits.magnitude)) }

    fileprivate var entityName: String {
        switch kind {
        case .transaction, .transferFromOther: "banktransaction"
        case .invoicePayment: "invoice"
        case .purchasePayment: "purchase"
        case .invoiceBatch: "invoicebatchpayment"
        case .purchaseBatch: "purchasebatchpayment"
        case .journal: "journal"
        }
    }

    fileprivate var typeName: String {
        switch kind {
        case .transaction, .transferFromOther: transaction?.enteredOn ?? shown?.counterpart.name ?? ""
        case .invoicePayment, .invoiceBatch: "Invoice"
        case .purchasePayment, .purchaseBatch: "Purchase"
        case .journal: "Journal"
        }
    }

    fileprivate var link: String? {
        switch kind {
        case .transaction, .transferFromOther:
            transaction.map { "/v2/bankaccounts/\($0.transaction.account)/transactions/\(id)" }
        case .invoicePayment: "/v2/invoices/\(documentNumber)"
        case .purchasePayment: "/v2/purchases/\(documentNumber)"
        case .invoiceBatch: "/v2/invoices/bulk/payments/\(documentNumber)"
        case .purchaseBatch: "/v2/purchases/bulk/payments/\(documentNumber)"
        case .journal: "/v2/journals/\(documentNumber)"
        }
    }
}
