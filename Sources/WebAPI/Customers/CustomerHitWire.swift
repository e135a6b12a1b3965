import Bookkeeping
import Books
import WebCore

/// A customer that a search found, with its name, code or e-mail address; the names are in lower case.
enum CustomerHitWire {
    static let shape = WireShape<CustomerHit>(
        "CustomerHit",
        [
            .integer("key", in: Bounds.id, "The customer's Id.", get: { $0.id }).example("17"),
            .text("value", max: TextKind.lineMax, "The text that was searched.", get: { $0.text }).neverNull()
                .example(#""Harbour Joinery Ltd""#),
        ])
}
