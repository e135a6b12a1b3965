import Bookkeeping
import WebCore

/// What may be used on an invoice, as it is told and as it is used.
struct CreditWire: WireTable {
    private var credit: Credit?
    private(set) var use = CreditUse()

    init() {}

    init(_ credit: Credit) {
        self.credit = credit
    }

    static let shape = WireShape<CreditWire>(
        "Credit",
        [
            .integer(
                "Id", in: Bounds.id,
                "Of the bank transaction that was the advance, of the credit note, or of the payment that paid too much.",
                get: { $0.credit?.id ?? 0 }, set: { $0.use.id = $1 }
            ).required().example("88097"),
            .optionalAmount(
                "Amount", "What is free, home currency; all of it is used where none is sent.",
                get: { $0.credit?.amount }, set: { $0.use.amount = $1 }
            ).neverNull().example("120.0000"),
            .date("Date", "When it was paid or issued.", get: { $0.credit?.date.wireText }).neverNull(),
            .choice(
                "Type", Credit.Kind.allCases.map(\.rawValue), "What it is.",
                parse: { sent in Credit.Kind.allCases.first { $0.rawValue.lowercased() == sent.lowercased() }
                },
                get: { $0.credit?.kind.rawValue }, set: { $0.use.kind = $1 }
            ).neverNull().required(),
            .text(
                "Comment", max: TextKind.linesMax, kind: .lines, "What was written beside it.",
                get: { $0.credit?.comment }),
        ])
}

/// The two documents of a bad debt.
struct BadDebtWire: WireTable {
    private(set) var base: Int64 = 0
    private(set) var credit: Int64 = 0

    static let shape = WireShape<BadDebtWire>(
        "BadDebt",
        [
            .integer("BaseInvoiceNumber", "The invoice that is not paid.", get: nil, set: { $0.base = $1 })
                .required()
                .example("318"),
            .integer(
                "CreditInvoiceNumber", "The credit note that writes it off.", get: nil,
                set: { $0.credit = $1 }
            )
            .required().example("324"),
        ])
}

/// An Id alone.
struct IDWire: WireTable {
    var id: Int64 = 0

    static let shape = WireShape<IDWire>(
        "Id", [.integer("Id", in: Bounds.id, "The Id.", get: { $0.id }).example("4410")])
}
