import Bookkeeping
import WebCore

/// A currency that is set up, as `/currencies` answers and takes it.
struct CurrencyRowWire: WireTable {
    /// What is answered.
    private var currency: Currency?
    private var sent = CurrencyDraft()
    private var checked: CheckedCurrencyDraft?

    init() {}

    init(_ currency: Currency) {
        self.currency = currency
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedCurrencyDraft {
        get throws(BookkeepingError) { if let checked { checked } else { try sent.checked() } }
    }

    mutating func check(_ problems: inout WireProblems) {
        checked = problems.addRefusals(of: sent.checked)
    }

    static let shape = WireShape<CurrencyRowWire>(
        "CurrencyRow", element: "Currency", fields(codeIsRequired: false))

    fileprivate static func fields<Owner: CurrencyRowHolder>(codeIsRequired: Bool) -> [WireField<Owner>] {
        let code = WireField<Owner>.text(
            "Code", max: 3, "ISO 4217, three letters; one row each.", get: { $0.row.currency?.code },
            set: { $0.row.sent.code = $1 }
        ).neverNull().example(#""EUR""#)
        return [
            .integer(
                "Id", in: Bounds.id, "Given by the server, never twice.", get: { $0.row.currency?.id ?? 0 }
            )
            .example("2"),
            codeIsRequired ? code.required() : code,
            .text(
                "Name", max: TextKind.nameMax, "The standard's English name when left out.",
                get: { $0.row.currency?.name }, set: { $0.row.sent.name = $1 }
            ).neverNull().example(#""Euro""#),
            .text(
                "Symbol", max: CurrencyDraft.symbolMax,
                "What stands beside an amount; the customary sign when left out, else the code.",
                get: { $0.row.currency?.symbol }, set: { $0.row.sent.symbol = $1 }
            ).neverNull().example(#""€""#),
            .flag(
                "DisplaySymbolOnRight", "Whether it stands behind the amount.",
                get: { $0.row.currency?.isSymbolOnRight ?? false },
                set: { $0.row.sent.isSymbolOnRight = $1 }),
            .rate(
                "ExchangeRate",
                """
                Units for one of the home currency, which is always 1; more than four decimals where it has them. Left \
                out, a new currency has 1 and an old one keeps its rates.
                """,
                get: { $0.row.currency?.rate }, set: { $0.row.sent.rate = $1 }
            ).neverNull().example("1.1650"),
            .flag(
                "AutoUpdate", "Stored; there is no source of rates, so nothing changes by itself.",
                get: { $0.row.currency?.updatesItself ?? false }, set: { $0.row.sent.updatesItself = $1 }),
        ]
    }
}

/// A currency to be set up: the same, with a code that must be there.
struct NewCurrencyWire: WireTable {
    fileprivate var row = CurrencyRowWire()

    init() {}

    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedCurrencyDraft {
        get throws(BookkeepingError) { try row.draft }
    }

    mutating func check(_ problems: inout WireProblems) {
        row.check(&problems)
    }

    static let shape = WireShape<NewCurrencyWire>(
        "NewCurrency", element: "Currency", CurrencyRowWire.fields(codeIsRequired: true))
}

/// A table that holds a currency's members.
private protocol CurrencyRowHolder: WireTable {
    var row: CurrencyRowWire { get set }
}

extension CurrencyRowWire: CurrencyRowHolder {
    fileprivate var row: CurrencyRowWire {
        get { self }
        set { self = newValue }
    }
}

extension NewCurrencyWire: CurrencyRowHolder {}
