import Bookkeeping
import WebCore

/// A customer of which only the name counts, as `POST /customers/suggestedcode` takes it.
struct SuggestedCodeWire: WireTable {
    var name = ""

    static let shape = WireShape<SuggestedCodeWire>(
        "SuggestedCode",
        [
            .requiredText(
                "Name", max: TextKind.nameMax, "The name to make a code from.", get: nil,
                set: { $0.name = $1 }
            ).example(#""Harbour Joinery Ltd""#)
        ])
}
