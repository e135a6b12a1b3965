import Bookkeeping
import Books
import FrontDoor
import WebCore

/// `/duplicate`, `/copy` and the conversion of quotes: documents that are made from others.
enum CopyRoutes {
    static let all: [Route] = [
        Route(
            .post, "/duplicate", .needs(.createInvoice, or: .createQuote),
            refusals(
                RouteContract(
                    "Copies a quote or an invoice, by its number, to a quote or an invoice of today. The source stays."
                )
            )
            .takes(.table(DuplicateWire.schema))
            .answers(.ok, "What was sent, with the copy's Id and number.", .table(DuplicateWire.schema)),
            use: duplicate),
        Route(
            .post, "/copy", .needs(.createInvoice, or: .createQuote),
            refusals(
                RouteContract("The same by the source's Id. Purchases and purchase orders are not built yet.")
            )
            .parameter(source.contract).parameter(target.contract).parameter(sourceID.contract)
            .answers(.ok, "As /duplicate answers.", .table(DuplicateWire.schema))
            .refuses(WebError.notImplemented("POST /copy of purchases")),
            use: copy),
        Route(
            .post, "/internal/invoices", .needs(.editQuote),
            RouteContract(
                "Makes an invoice of today from each of the quotes, or from none. Needs CreateInvoice too."
            )
            .parameter(convertFrom.contract).parameter(retains.contract)
            .takes(.value(.list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[41,44]"))
            .answers(
                .created, "The invoices, in the order sent.", .list(.table(ConvertedQuoteWire.shape.schema))
            )
            .refuses(BookkeepingError.dateLocked(until: .never)),
            use: convert),
    ]

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract
            .refuses(BookkeepingError.documentUnknown(.quote, "41"))
            .refuses(BookkeepingError.dateLocked(until: .never))
    }

    private static let source = entity("sourceEntity", "What is copied.")
    private static let target = entity("targetEntity", "What it becomes.")

    private static let sourceID = QueryParameter<Int64?>(
        "SourceId", "The source's Id.", .integer(min: 1, max: nil), absent: nil,
        rule: "must be a whole number above 0.", isRequired: true,
        parse: { sent -> Int64?? in Int64(sent).flatMap { $0 > 0 ? .some($0) : nil } })

    private static let purchases = ["purchase", "purchaseorder"]

    private static func entity(_ name: String, _ meaning: String) -> QueryParameter<CopyEntity?> {
        let names = CopyKind.allCases.map { $0.rawValue.lowercased() } + purchases
        return QueryParameter(
            name, meaning, .text(max: nil, choices: names), absent: nil,
            rule: FieldFault.notOneOf(names).words + ".", isRequired: true
        ) { sent -> CopyEntity?? in
            if let kind = CopyKind(named: sent) { return .some(.kind(kind)) }
            return purchases.contains(sent.lowercased()) ? .some(.unbuilt) : nil
        }
    }

    private static let convertFrom = QueryParameter<String?>(
        "convertfrom", "What is converted: quote, in any case.", .text(max: nil, choices: ["quote"]),
        absent: nil,
        rule: "must be quote.", isRequired: true,
        parse: { sent -> String?? in sent.lowercased() == "quote" ? .some("quote") : nil })

    private static let retains = QueryParameter<Bool?>.flag(
        "retainafterconversion", "Whether the quotes stay; left out, the setting decides.")

    @Sendable private static func duplicate(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(DuplicateWire.self).sent
        return try await make(call, sent.source, .number(sent.number), sent.target)
    }

    @Sendable private static func copy(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let (from, to, id) = (reader.read(source), reader.read(target), reader.read(sourceID))
        try reader.finish()
        guard case .kind(let from) = from, case .kind(let to) = to, let id else {
            throw WebError.notImplemented("POST /copy of purchases")
        }
        return try await make(call, from, .id(id), to)
    }

    private static func make(
        _ call: Call, _ source: CopyKind, _ key: CopySource, _ target: CopyKind
    ) async throws -> Answer {
        try call.caller.require(source == .quote ? .viewQuote : .viewInvoice)
        try call.caller.require(target == .quote ? .createQuote : .createInvoice)
        return try await call.creating {
            try await $0.copy(source, key, to: target)
        } answer: { made in
            Answer(DuplicateWire(made))
        }
    }

    @Sendable private static func convert(_ call: Call) async throws -> Answer {
        try call.caller.require(.createInvoice)
        var reader = try QueryReader(call.query)
        _ = reader.read(convertFrom)
        let retains = reader.read(retains)
        try reader.finish()
        let numbers = try await call.body().numbers()
        return try await call.creating {
            try await $0.convertQuotes(numbers, retaining: retains)
        } answer: { made in
            Answer(list: made, ConvertedQuoteWire.shape, status: .created)
        }
    }
}

/// What a copy's source and target may be called.
private enum CopyEntity: Sendable {
    case kind(CopyKind)
    case unbuilt
}
