import Bookkeeping
import Books
import WebCore

/// All that one search over everything found, as `GET /search` answers it.
struct SearchWire: WireTable {
    var found: [SearchFindsWire] = []

    static let shape = WireShape<SearchWire>(
        "Search",
        [
            .integer(
                "TotalRecords", in: 0...Int64.max, "What was found of all kinds, on all pages.",
                get: { $0.found.reduce(0) { $0 + $1.total } }
            ).example("1"),
            .list(
                "GlobalSearchResponse", max: SearchKind.allCases.count,
                "The kinds of which anything was found, in the order of their numbers.", get: { $0.found }),
        ])
}

/// What was found of one kind.
struct SearchFindsWire: WireTable {
    var kind = SearchKind.customer
    var total: Int64 = 0
    var hits: [SearchHitWire] = []

    init() {}

    init(_ finds: SearchFinds) {
        kind = finds.kind
        total = finds.total
        hits = finds.hits.map(SearchHitWire.init)
    }

    static let shape = WireShape<SearchFindsWire>(
        "SearchFinds",
        [
            .integer(
                "EntityType", in: 1...13, "The kind's number, as searchentitytype takes it.",
                get: { $0.kind.rawValue }
            ).example("7"),
            .text(
                "EntityTypeText", choices: SearchKind.allCases.map(\.name), "The kind's name.",
                get: { $0.kind.name }
            ).neverNull().example(#""Customer""#),
            .integer(
                "TotalEntityCount", in: 1...Int64.max, "What was found of it, on all pages.",
                get: { $0.total }
            ).example("1"),
            .list(
                "EntityDetails", max: PageRequest.perPageMax, "One page of it.",
                get: { $0.hits }),
        ])
}

/// One thing that was found, and what it belongs to: a customer or supplier is its own.
struct SearchHitWire: WireTable {
    var id: Int64 = 1
    var reference = ""
    var path = ""

    init() {}

    init(_ hit: SearchHit) {
        id = hit.id
        reference = hit.name
        path =
            switch hit.resource {
            case .customer(let code): "/v2/customers/\(code.percentEncodedSegment)"
            case .supplier(let code): "/v2/suppliers/\(code.percentEncodedSegment)"
            }
    }

    static let shape = WireShape<SearchHitWire>(
        "SearchHit",
        [
            .integer("EntityId", in: Bounds.id, "Its Id.", get: { $0.id }).example("12"),
            .date("Date", "Its date; null for customers and suppliers.", get: { _ in nil }).example("null"),
            .text("Reference", "What to show: the name.", get: { $0.reference }).neverNull()
                .example(#""Harbour Joinery Ltd""#),
            link("EntityUri", "Where it is read."),
            link("EntityUrl", "The same."),
            .integer("ResourceId", in: Bounds.id, "The Id of what it belongs to.", get: { $0.id })
                .example("12"),
            .text("ResourceName", "The name of what it belongs to.", get: { $0.reference }).neverNull()
                .example(#""Harbour Joinery Ltd""#),
            link("ResourceUri", "Where that is read."),
            link("ResourceUrl", "The same."),
        ])

    /// A code may be percent-encoded to three times its bytes.
    private static func link(_ name: String, _ meaning: String) -> WireField<SearchHitWire> {
        .text(name, max: 1_000, meaning, get: { $0.path }).neverNull()
            .example(#""/v2/customers/HARB01""#)
    }
}
