import Bookkeeping
import WebCore

/// A rate that the business trades with.
enum VATRateWire {
    static let shape = WireShape<VATRate>(
        "VatRate",
        [
            .integer("VATId", in: Bounds.id, "Given by the server, never twice.", get: \.id).example("1"),
            .percentage("VATRate", "Per cent.", get: { $0.rate }).neverNull().example("20.0000"),
            .text("VATText", "As people read it.", get: { $0.text }).neverNull().example(#""20%""#),
        ])
}

/// An object without members.
struct EmptyWire: WireTable {
    static let shape = WireShape<EmptyWire>("Empty", [])
}
