import Bookkeeping
import HTTPTypes
import Hummingbird
import Synchronization

/// What a client gives a call of its own, so that it can send the call again without doing it twice; and the body that
/// came with it.
final class IdempotencyKey: Sendable {
    let text: String
    private let kept = Mutex<[UInt8]?>(nil)

    /// Nil where no key was sent.
    /// - Throws: `WebError.validation` for one that is no key.
    init?(_ request: Request) throws(WebError) {
        guard let name = HTTPField.Name.idempotencyKey, let sent = request.headers[name] else { return nil }
        let isVisible = sent.utf8.allSatisfy { 0x21...0x7E ~= $0 }
        guard isVisible, 1...Self.lengthMax ~= sent.utf8.count else {
            throw .validation([FieldProblem(name.rawName, Self.rule)])
        }
        text = sent
    }

    /// What was sent; nil until it is in.
    var body: [UInt8]? {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }

    static let lengthMax = 128
    private static let rule = "must be 1 to \(lengthMax) visible ASCII characters, sent once"
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")
}
