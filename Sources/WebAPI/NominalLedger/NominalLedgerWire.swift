import Bookkeeping
import Books
import WebCore

/// The ledger of several nominals, with what was asked for.
struct NominalLedgerWire: WireTable {
    private var filter = NominalLedgerFilter()
    private var rows: [NominalLedgerRow] = []

    init() {}

    init(_ rows: [NominalLedgerRow], of filter: NominalLedgerFilter) {
        self.rows = rows
        self.filter = filter
    }

    static let shape = WireShape<NominalLedgerWire>(
        "NominalLedger",
        [
            .date("StartDate", "As asked; null from the first.", get: { $0.filter.from?.wireText }),
            .date("EndDate", "As asked; null to the last.", get: { $0.filter.to?.wireText }),
            .integers(
                "NominalIds", in: Bounds.id, max: Bounds.codesInCall.upperBound, "As asked; empty for all.",
                get: { $0.filter.nominals }, set: { _, _ in }),
            .integer("ProjectId", in: 0...Int64.max, "As asked, 0 for all.", get: { $0.filter.project }),
            .flag("IncludeOpeningBalance", "As asked.", get: { $0.filter.withOpeningBalance }),
            .list(
                "Items", max: nil, "The entries, by nominal code, date and place in the ledger.",
                get: { $0.rows.map(NominalLedgerItemWire.init) }),
        ])
}

/// One of its entries.
struct NominalLedgerItemWire: WireTable {
    private var row: NominalLedgerRow?

    init() {}

    init(_ row: NominalLedgerRow) {
        self.row = row
    }

    private var line: LedgerLine? { row?.line }

    static let shape = WireShape<NominalLedgerItemWire>("NominalLedgerItem", entry + document)

    private static let entry: [WireField<NominalLedgerItemWire>] = [
        .integer("NominalId", in: Bounds.id, "The nominal's.", get: { $0.line?.nominal.id ?? 0 }).example(
            "1000062"),
        .integer("NominalCode", "Its code.", get: { $0.line?.nominal.code ?? 0 }).example("4001"),
        .text("NominalName", max: TextKind.nameMax, "Its name.", get: { $0.line?.nominal.name }).neverNull()
            .example(#""Sale of Services""#),
        .date("Date", "The entry's.", get: { $0.line?.date.wireText }).neverNull(),
        .amount(
            "Val", "Home currency: a credit is positive, a debit negative.",
            get: { $0.line?.amount.turned ?? .zero }
        )
        .example("200.0000"),
        .text("Url", "Where the document can be read.", get: { $0.line?.link }).neverNull()
            .example(#""/v2/invoices/318""#),
        .text("Uri", "The same.", get: { $0.line?.link }).neverNull().example(#""/v2/invoices/318""#),
        .text("Ref", "The document's number, or the bank account's name.", get: { $0.line?.reference })
            .neverNull()
            .example(#""318""#),
        .text(
            "Ref2", max: TextKind.linesMax, "The customer's name, or the comment.",
            get: { $0.line?.secondReference }),
        .text("Narrative", max: TextKind.linesMax, "The line's text.", get: { $0.line?.narrative }),
        .integer(
            "DataType", "1 invoice, 2 purchase, 3 bank, 4 journal.", get: { $0.line?.source.rawValue ?? 0 }
        )
        .example("1"),
        .amount(
            "OpeningBalance",
            "The nominal's balance before the first day, with the sign of Val; 0 where it was not asked for.",
            get: { $0.row?.opening.turned ?? .zero }),
    ]

    private static let document: [WireField<NominalLedgerItemWire>] = [
        .integer(
            "ProjectId", in: 0...Int64.max, "The project's, 0 for none.", get: { $0.line?.project?.id ?? 0 }),
        .integer("ProjectNumber", "Its number, 0 for none.", get: { $0.line?.project?.number ?? 0 }),
        .text("ProjectRef", "Its number as a text.", get: { $0.line?.project.map { String($0.number) } }),
        .text("Code", max: TextKind.codeMax, "The customer's.", get: { $0.line?.partyCode }).example(
            #""HARB01""#),
        .text("Name", max: TextKind.nameMax, "The customer's.", get: { $0.line?.partyName }),
        .text("Reference", "The customer's.", get: { $0.line?.partyReference }),
        .text("ProjectName", max: TextKind.nameMax, "The project's name.", get: { $0.line?.project?.name }),
    ]
}

extension Money {
    /// Debits as credits. No balance is the one amount that has no opposite.
    fileprivate var turned: Money { (try? -self) ?? .zero }
}
