import FrontDoor
import HTTPTypes
import Store
import Surroundings
import Synchronization

/// A call that is carried out once, however often it comes with its key.
///
/// The answer is kept in the transaction of what the call wrote, so there is neither without the other. A refusal is
/// not kept: the call can succeed later.
struct Once: Sendable {
    /// Who asks for what under which key.
    private let place: String
    /// Of the body at this place.
    private let mark: String
    private let now: String
    private let oldest: String

    /// Reads the body first where the route has not looked at it: whatever it is, another one is another call.
    ///
    /// - Throws: `FrontDoorError.invalidToken` where nobody calls; what reading a body throws.
    init(_ key: IdempotencyKey, of call: Call) async throws {
        let body: [UInt8] =
            if let read = key.body { read } else {
                try await call.received(bytesMax: call.services.settings.bodyBytesMax)
            }
        let (caller, marks) = (try call.caller, call.services.frontDoor.marks)
        var scope = [
            "\(caller.identity)", "\(caller.business)", call.route.name, String(call.rawQuery), key.text,
        ]
        scope.append(try MediaType.sent(call.request.headers[.contentType]).rawValue)
        scope.append(call.form.rawValue)
        for value in call.values { scope.append(value.percentDecoded() ?? String(value)) }
        place = marks.ofRequest(scope.map { Array($0.utf8) })
        // With its place, so that two rows do not tell whether the same was sent.
        mark = marks.ofRequest([Array(place.utf8), body])
        let instant = call.services.frontDoor.clock.now()
        now = instant.text
        oldest = instant.advanced(by: .zero - KeptAnswer.keptFor).text
    }

    /// Answers as the first such call was answered, or carries `command` out.
    ///
    /// - Parameters:
    ///   - answer: makes the answer of what the command gave, within its transaction.
    ///   - read: reads the store that the command writes to.
    ///   - command: writes once, within the frame it is handed.
    /// - Throws: `WebError.idempotencyKeyReused` when the first call had another body; what `command` throws.
    func carryOut<Value: Sendable>(
        _ answer: @escaping @Sendable (Value) throws -> Answer,
        read: (@escaping @Sendable (any Transaction) throws -> Answer?) async throws -> Answer?,
        _ command: (WriteFrame) async throws -> Value
    ) async throws -> Answer {
        let made = MadeAnswer()
        let frame = WriteFrame(
            before: { transaction in
                if let replay = try replay(in: transaction) { throw AnsweredBefore(answer: replay) }
            },
            after: { value, transaction in
                guard let value = value as? Value else {
                    throw StoreError.misuse("\(type(of: value)) was written where \(Value.self) is answered")
                }
                let answer = try answer(value)
                try transaction.keep(
                    KeptAnswer(answer), at: place, mark: mark, now: now, oldest: oldest)
                made.set(answer)
            })
        do {
            _ = try await command(frame)
        } catch let first as AnsweredBefore {
            return first.answer
        } catch {
            // What refuses the second of two equal calls may be just what the first one did.
            if let replay = try await found(read) { return replay }
            throw error
        }
        guard let answer = made.answer else {
            throw StoreError.misuse("a command with an idempotency key did not write within its frame")
        }
        return answer
    }

    /// What is kept; nil also where that can't be read, since the first failure says more.
    private func found(
        _ read: (@escaping @Sendable (any Transaction) throws -> Answer?) async throws -> Answer?
    ) async throws(WebError) -> Answer? {
        do {
            return try await read(replay)
        } catch let error as WebError {
            throw error
        } catch {
            return nil
        }
    }

    @Sendable private func replay(in transaction: any Transaction) throws -> Answer? {
        guard let kept = try transaction.keptAnswer(at: place, since: oldest) else { return nil }
        guard kept.mark == mark else { throw WebError.idempotencyKeyReused }
        return Answer(replaying: kept.answer)
    }
}

/// The first call was answered: the transaction ends here, and nothing of it is written.
private struct AnsweredBefore: Error {
    let answer: Answer
}

/// The answer of the transaction that was committed: an engine may carry one out more than once.
private final class MadeAnswer: Sendable {
    private let made = Mutex<Answer?>(nil)

    var answer: Answer? { made.withLock { $0 } }

    func set(_ answer: Answer) {
        made.withLock { $0 = answer }
    }
}

extension KeptAnswer {
    fileprivate init(_ answer: Answer) {
        self.init(
            status: answer.status.code,
            headers: answer.headers.map { "\($0.name.rawName): \($0.value)" }.joined(separator: "\n"),
            body: String(decoding: answer.body, as: UTF8.self))
    }
}

extension Answer {
    fileprivate init(replaying kept: KeptAnswer) {
        self.init(HTTPResponse.Status(integerLiteral: kept.status), json: Array(kept.body.utf8))
        headers = [:]
        for line in kept.headers.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon]))
            else { continue }
            headers.append(HTTPField(name: name, value: String(line[colon...].dropFirst(2))))
        }
        if let name = HTTPField.Name.idempotencyReplayed { headers[name] = "true" }
    }
}
