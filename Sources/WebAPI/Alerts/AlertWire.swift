import FrontDoor
import WebCore

/// A message of the operator that the caller has not read.
enum AlertWire {
    static let shape = WireShape<Alert>(
        "Alert",
        [
            .integer("Id", in: 1...Int64.max, "What to mark it read by.", get: { $0.id }).example("3"),
            .text("Title", max: 200, "What it is about.", get: { $0.title }).neverNull()
                .example(#""Closed on Sunday""#),
            .text("Text", max: 2_000, "The message, on one line.", get: { $0.text }).neverNull()
                .example(#""The server is being moved between 8 and 9 in the morning.""#),
        ])
}
