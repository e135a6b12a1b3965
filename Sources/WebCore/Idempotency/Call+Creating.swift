import Books
import FrontDoor
import Store

// Every POST that makes something goes through one of these two, so that it is done once for each Idempotency-Key.
extension Call {
    /// Carries out a command on the caller's book and answers with what it gave; with an `Idempotency-Key` once.
    ///
    /// - Parameters:
    ///   - command: writes in one transaction, and returns what that transaction gave.
    ///   - answer: the answer, made of that alone.
    /// - Throws: `WebError.idempotencyKeyReused`; what `command` and `answer` throw.
    public func creating<Value: Sendable>(
        _ command: (Book) async throws -> Value, answer: @escaping @Sendable (Value) throws -> Answer
    ) async throws -> Answer {
        guard let key else { return try answer(await withBook(command)) }
        let once = try await Once(key, of: self)
        return try await withBook { book in
            try await once.carryOut(answer, read: { try await book.store.read($0) }) { frame in
                try await command(book.framed(by: frame))
            }
        }
    }

    /// The same for what lies in control: the command begins and ends its transaction with the frame it is handed.
    public func creatingAtDoor<Value: Sendable>(
        _ command: (FrontDoor, WriteFrame) async throws -> Value,
        answer: @escaping @Sendable (Value) throws -> Answer
    ) async throws -> Answer {
        let door = services.frontDoor
        guard let key else { return try answer(await command(door, .none)) }
        let once = try await Once(key, of: self)
        return try await once.carryOut(answer, read: { try await door.reading($0) }) { frame in
            try await command(door, frame)
        }
    }
}
