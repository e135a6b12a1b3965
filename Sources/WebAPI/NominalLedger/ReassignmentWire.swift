import Bookkeeping
import Books
import WebCore

/// Lines that are to go to another nominal, as the call takes them.
struct ReassignmentWire: WireTable {
    private(set) var source: Int64 = 0
    private(set) var target: Int64 = 0
    private(set) var product: String?
    private var rows: [LineToReassignWire] = []

    var lines: [LineToReassign] { rows.map(\.line) }

    mutating func check(_ problems: inout WireProblems) {
        if rows.isEmpty, !problems.name("Transactions") {
            problems.note("Transactions", "must have at least one entry.")
        }
    }

    static let shape = WireShape<ReassignmentWire>(
        "NominalReassignment",
        [
            .integer(
                "SourceNominalCode", "The nominal that the lines are on.", get: nil, set: { $0.source = $1 }
            )
            .required().example("4000"),
            .integer("NominalCode", "The one that they go to.", get: nil, set: { $0.target = $1 }).required()
                .example("4001"),
            .text(
                "ProductCode", max: TextKind.codeMax,
                "The product under it that they get; without one they lose the one they have.", get: nil,
                set: { $0.product = $1 }),
            .list(
                "Transactions", max: Bounds.codesInCall.upperBound, "The lines, at least one.", get: nil,
                set: { $0.rows = $1 }
            ).required(),
        ])
}

/// One of them.
struct LineToReassignWire: WireTable {
    private var number: Int64 = 0
    private var lineNumber: Int64 = 0
    private var source = LedgerLine.Source.invoice

    var line: LineToReassign { LineToReassign(source, number: number, line: lineNumber) }

    static let shape = WireShape<LineToReassignWire>(
        "LineToReassign",
        [
            .integer("ResourceNumber", "The document's number.", get: nil, set: { $0.number = $1 }).required()
                .example("318"),
            .integer("LineId", "The line's number in it.", get: nil, set: { $0.lineNumber = $1 }).required()
                .example("1"),
            .nameOrNumber(
                "EntityType", LedgerLine.Source.allCases.map(\.name),
                "By name in any case, or by number: 1 Invoice, 2 Purchase, 3 Bank, 4 Journal.",
                parse: { sent in
                    LedgerLine.Source.allCases.first {
                        $0.name.lowercased() == sent.lowercased() || String($0.rawValue) == sent
                    }
                }, get: nil, set: { $0.source = $1 }
            ).neverNull().required().example(#""Invoice""#),
        ])
}

/// What became of the lines.
struct ReassignmentResultWire: WireTable {
    private var results: [ReassignedLine] = []

    init() {}

    init(_ results: [ReassignedLine]) {
        self.results = results
    }

    static let shape = WireShape<ReassignmentResultWire>(
        "NominalReassignmentResult",
        [
            .list(
                "Results", max: nil, "One for each line, in the order sent.",
                get: { $0.results.map(ReassignedLineWire.init) })
        ])
}

/// What became of one.
struct ReassignedLineWire: WireTable {
    private var result: ReassignedLine?

    init() {}

    init(_ result: ReassignedLine) {
        self.result = result
    }

    private var refusal: ErrorAnswer? { result?.refusal.map { ErrorAnswer($0) } }

    static let shape = WireShape<ReassignedLineWire>(
        "ReassignedLine",
        [
            .integer("ResourceNumber", "As sent.", get: { $0.result?.line.number ?? 0 }).example("318"),
            .integer("LineId", "As sent.", get: { $0.result?.line.line ?? 0 }).example("1"),
            .integer(
                "EntityType", "As sent: 1 invoice, 2 purchase, 3 bank, 4 journal.",
                get: { $0.result?.line.source.rawValue ?? 0 }
            ).example("1"),
            .flag("IsSuccessful", "Whether it was moved.", get: { $0.refusal == nil }).example("true"),
            .text(
                "ErrorCode", "The word of the refusal; null where it was moved.", get: { $0.refusal?.code }),
            .text(
                "ErrorMessage", max: TextKind.linesMax, "The refusal as a sentence.",
                get: { $0.refusal?.message }),
        ])
}
