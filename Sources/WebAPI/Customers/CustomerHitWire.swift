import Books
import WebCore

/// A customer that a search found, with its name, code or e-mail address; the names are in lower case.
enum CustomerHitWire {
    static let shape = WireShape<CustomerHit>(
        "CustomerHit",
        [
            .integer("key", min: 1, max: .max, "The customer's Id.", get: { $0.id }).example("17"),
            .text("value", max: 255, "The text that was searched.", get: { $0.text }).neverNull()
                .example(#""Harbour Joinery Ltd""#),
        ])
}
