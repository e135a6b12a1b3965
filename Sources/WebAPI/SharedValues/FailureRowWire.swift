import Bookkeeping
import Books
import WebCore

/// One that a call for many left as it was, and why, as all bulk calls answer it.
struct FailureRow: Sendable {
    let id: Int64?
    let code: String
    /// What a call for this one alone would answer.
    let refusal: ErrorAnswer

    /// - Parameter id: nil when nothing is known under the code.
    init(id: Int64?, code: String, _ reason: BookkeepingError) {
        self.id = id
        self.code = code
        refusal = ErrorAnswer(reason)
    }
}

enum FailureRowWire {
    static let shape = WireShape<FailureRow>(
        "FailureRow",
        [
            .optionalInteger("Id", in: Bounds.id, "Null when nothing has the code.", get: { $0.id }),
            .text("Code", max: TextKind.codeMax, "As it was sent, up to 50 characters.", get: { $0.code })
                .neverNull().example(#""HARB01""#),
            .text("ErrorCode", "The word of the refusal.", get: { $0.refusal.code }).neverNull()
                .example(#""NotFound""#),
            .text("Reason", "The refusal as a sentence.", get: { $0.refusal.message }).neverNull()
                .example(#""There is no customer HARB01.""#),
        ])
}

/// The same of documents, which have numbers.
enum NumberFailureRowWire {
    static let shape = WireShape<DocumentFailure>(
        "NumberFailureRow", element: "FailureRow",
        [
            .optionalInteger("Id", in: Bounds.id, "Null when nothing has the number.", get: { $0.id }),
            .integer("Number", in: 0...Int64.max, "As it was sent.", get: { $0.number }).example("999"),
            .text("ErrorCode", "The word of the refusal.", get: { ErrorAnswer($0.reason).code }).neverNull()
                .example(#""NotFound""#),
            .text("Reason", "The refusal as a sentence.", get: { ErrorAnswer($0.reason).message }).neverNull()
                .example(#""There is no quote 999.""#),
        ])
}
