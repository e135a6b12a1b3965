import Bookkeeping
import Books
import WebCore

/// What is copied to what, as `/duplicate` takes it and answers it with the copy.
struct DuplicateWire: WireTable {
    private var sourceNumber: Int64?
    private var source: CopyKind?
    private var target: CopyKind?
    private var made: DocumentCopy?

    init() {}

    init(_ made: DocumentCopy) {
        self.made = made
        (sourceNumber, source, target) = (made.sourceNumber, made.source, made.target)
    }

    /// - Throws: `BookkeepingError.invalid`.
    var sent: (number: Int64, source: CopyKind, target: CopyKind) {
        get throws(BookkeepingError) {
            guard let sourceNumber, let source, let target else {
                throw .invalid([FieldProblem("SourceNumber", "and both types must be set")])
            }
            return (sourceNumber, source, target)
        }
    }

    static let shape = WireShape<DuplicateWire>(
        "Duplicate",
        [
            .integer(
                "SourceNumber", in: 0...Int64.max, "The source's number.", get: { $0.sourceNumber ?? 0 },
                set: { $0.sourceNumber = $1 }
            ).required().example("41"),
            kind("SourceType", "What the source is.", get: { $0.source }, set: { $0.source = $1 }),
            kind("TargetType", "What the copy becomes.", get: { $0.target }, set: { $0.target = $1 }),
            .integer("TargetId", in: 0...Int64.max, "The copy's Id.", get: { $0.made?.id ?? 0 }).example(
                "88131"),
            .integer("TargetNumber", in: 0...Int64.max, "The copy's number.", get: { $0.made?.number ?? 0 })
                .example("326"),
        ])

    /// An empty type is a missing one.
    func check(_ problems: inout WireProblems) {
        for (name, kind) in [("SourceType", source), ("TargetType", target)] where kind == nil {
            if !problems.name(name) { problems.note(name, "is required.") }
        }
    }

    private static func kind(
        _ name: String, _ meaning: String, get: @escaping @Sendable (DuplicateWire) -> CopyKind?,
        set: @escaping @Sendable (inout DuplicateWire, CopyKind) -> Void
    ) -> WireField<DuplicateWire> {
        .choice(
            name, CopyKind.allCases.map(\.rawValue), meaning + " In any case.", parse: CopyKind.init(named:),
            get: { get($0)?.rawValue }, set: set
        ).neverNull().required()
    }
}

/// An invoice that was made from a quote.
enum ConvertedQuoteWire {
    static let shape = WireShape<ConvertedQuote>(
        "ConvertedQuote",
        [
            .integer("InvoiceNumber", "The invoice's number.", get: { $0.invoiceNumber }).example("326"),
            .integer("QuoteNumber", "The quote's number.", get: { $0.quoteNumber }).example("41"),
        ])
}
