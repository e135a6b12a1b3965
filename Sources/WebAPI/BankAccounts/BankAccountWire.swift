import Bookkeeping
import Books
import WebCore

/// A bank account, as its own path answers and takes it.
struct BankAccountWire: BankAccountHolder {
    var shown: BankAccountInFull?
    fileprivate var sent = BankAccountDraft()
    private var checked: CheckedBankAccountDraft?

    init() {}

    init(_ account: BankAccountInFull) {
        shown = account
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedBankAccountDraft {
        get throws(BookkeepingError) { if let checked { checked } else { try sent.checked() } }
    }

    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals(of: sent.checked)
    }

    static let shape = WireShape<BankAccountWire>(
        "BankAccount",
        [id, name.required(), code, isDefault, isLocked, lockedUntil, reconciledUntil] + single + [isArchived]
            + feed
            + [balance, isEmpty, order, period, icon, invoiceMethod, purchaseMethod])

    /// What a list leaves out.
    private static let single: [WireField<BankAccountWire>] = [
        .day(
            "StartingDate", "The day of StartingAmount; 1970-01-01 when it was never set.",
            get: { $0.details.startingOn ?? unsetDate },
            set: { $0.sent.details.startingOn = $1 == unsetDate ? nil : $1 }
        ).neverNull(),
        .amount(
            "StartingAmount", "What was on the account then; it posts against opening balances.",
            get: { $0.details.startingAmount }, set: { $0.sent.details.startingAmount = $1 }
        ).example("1250.0000"),
        .flag(
            "ShowPaidInFirst", "For screens.", get: { $0.details.showsPaidInFirst },
            set: { $0.sent.details.showsPaidInFirst = $1 }),
        .flag(
            "IncludeOnDashBoard", "For screens; true when left out.", get: { $0.details.isOnDashboard },
            set: { $0.sent.details.isOnDashboard = $1 }),
        .text(
            "Note", max: TextKind.linesMax, kind: .lines, "Free text.", get: { $0.details.note },
            set: { $0.sent.details.note = $1 }),
        .flag("OverrideTransactionLock", "Always false: nobody passes the lock.", get: { _ in false }),
    ]

    private static let unsetDate = CalendarDate(year: 1970, month: 1, day: 1) ?? .never
}

/// A bank account as a row of a list: the same without what only its own path tells.
struct BankAccountRowWire: BankAccountHolder {
    var shown: BankAccountInFull?
    fileprivate var sent = BankAccountDraft()

    init() {}

    init(_ account: BankAccountInFull) {
        shown = account
    }

    static let shape = WireShape<BankAccountRowWire>(
        "BankAccountRow", element: "BankAccount",
        [id, name, code, isDefault, isLocked, lockedUntil, reconciledUntil, isArchived] + feed
            + [balance, isEmpty, order, period, icon, invoiceMethod, purchaseMethod])
}

/// A table with the members that the list and the single account share.
private protocol BankAccountHolder: WireTable {
    var shown: BankAccountInFull? { get }
    var sent: BankAccountDraft { get set }
}

extension BankAccountHolder {
    fileprivate var details: BankAccountDetails { shown?.account.details ?? BankAccountDetails() }

    fileprivate static var id: WireField<Self> {
        .integer("Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.shown?.account.id ?? 0 })
    }

    fileprivate static var name: WireField<Self> {
        .text(
            "AccountName", max: TextKind.nameMax, "Unique in any case.", get: { $0.details.name },
            set: { $0.sent.details.name = $1 ?? "" }
        ).neverNull().example(#""Savings""#)
    }

    fileprivate static var code: WireField<Self> {
        .integer(
            "Code", in: 0...BankAccountDraft.codes.upperBound,
            "Of its nominal; the next one when left out, on a change the one it has.",
            get: { $0.shown?.account.code ?? 0 }, set: { $0.sent.code = $1 }
        ).example("1210")
    }

    fileprivate static var isDefault: WireField<Self> {
        .flag(
            "IsDefaultAccount",
            "Payments go to it that name no account. Setting it takes it from the other one.",
            get: { $0.shown?.account.isDefault ?? false }, set: { $0.sent.isDefault = $1 })
    }

    fileprivate static var isLocked: WireField<Self> {
        .flag(
            "TransactionLockEnabled",
            "Whether nothing dated up to TransactionLockDate may come, change or go.",
            get: { $0.details.isLocked }, set: { $0.sent.details.isLocked = $1 })
    }

    fileprivate static var lockedUntil: WireField<Self> {
        .day(
            "TransactionLockDate", form: .plain, "The last day that is locked.",
            get: { $0.details.lockedUntil },
            set: { $0.sent.details.lockedUntil = $1 })
    }

    fileprivate static var reconciledUntil: WireField<Self> {
        .day(
            "ReconcileDate", form: .plain, "Reconciled up to this day.", get: { $0.details.reconciledUntil },
            set: { $0.sent.details.reconciledUntil = $1 })
    }

    fileprivate static var isArchived: WireField<Self> {
        .flag(
            "IsArchived", "Left out of lists, and takes no new payments.", get: { $0.details.isArchived },
            set: { $0.sent.details.isArchived = $1 })
    }

    /// There are no bank feeds yet.
    fileprivate static var feed: [WireField<Self>] {
        ["FeedAccountNumber", "FeedSiteName", "FeedAccountName", "FeedAccountHolder", "FeedSource"].map {
            .text($0, "Empty: there is no bank feed.", get: { _ in "" }).neverNull()
        } + [
            .date("LastTransactionImportDate", "Null: there is no bank feed.", get: { _ in nil }),
            .integer("BankFeedsAccountId", "0: there is no bank feed.", get: { _ in 0 }),
        ]
    }

    fileprivate static var balance: WireField<Self> {
        .amount(
            "BankBalance", "Of all dates, the starting amount included.",
            get: { $0.shown?.account.balance ?? .zero })
    }

    fileprivate static var isEmpty: WireField<Self> {
        .flag("IsBankEmpty", "Whether it has no transactions.", get: { $0.shown?.account.isEmpty ?? true })
    }

    fileprivate static var order: WireField<Self> {
        .integer("Order", "Its place in lists, from 1.", get: { $0.shown?.account.place ?? 0 })
    }

    fileprivate static var period: WireField<Self> {
        .text("Period", "Stored as sent.", get: { $0.details.period }, set: { $0.sent.details.period = $1 })
    }

    fileprivate static var icon: WireField<Self> {
        .integer(
            "IconId", "One of /bankicons; 0 for none.", get: { $0.details.icon },
            set: { $0.sent.details.icon = $1 })
    }

    fileprivate static var invoiceMethod: WireField<Self> {
        .object(
            "DefaultInvoicePaymentType", emptyIsNull: true, "Preset for payments of invoices.",
            get: { $0.shown?.invoiceMethod.map(PresetMethodWire.init) },
            set: { $0.sent.details.invoiceMethod = $1.id == 0 ? nil : $1.id })
    }

    fileprivate static var purchaseMethod: WireField<Self> {
        .object(
            "DefaultPurchasePaymentType", emptyIsNull: true, "Preset for payments of purchases.",
            get: { $0.shown?.purchaseMethod.map(PresetMethodWire.init) },
            set: { $0.sent.details.purchaseMethod = $1.id == 0 ? nil : $1.id }
        ).also("DefaultReceiptPaymentType")
    }
}

/// A payment method that an account presets.
struct PresetMethodWire: WireTable {
    private(set) var id: Int64 = 0
    private var name: String?

    init() {}

    init(_ method: PaymentMethod) {
        (id, name) = (method.id, method.name)
    }

    static let shape = WireShape<PresetMethodWire>(
        "PresetPaymentMethod",
        [
            .integer(
                "Id", in: 0...Int64.max, "A payment method's; 0 for none.", get: { $0.id },
                set: { $0.id = $1 }
            )
            .example("100001"),
            .text("Name", "The method's name.", get: { $0.name }).neverNull().example(#""Bank transfer""#),
        ])
}
