import Bookkeeping
import Books
import FrontDoor
import HTTPTypes
import Store

// A PUT or DELETE of one resource goes through `changing` or `framed`, so that it is done only to the version that the
// client has seen.
extension Call {
    /// What a GET of this call's path answers, from one state of the tables that hold it.
    public typealias Shown = @Sendable (BookState) throws -> Answer

    /// Answers what `shown` makes of one state of the caller's book.
    public func showing(_ shown: @escaping Shown) async throws -> Answer {
        try await withBook { try await $0.store.read(shown) }
    }

    /// Runs `command` with the caller's book; where the call has an `If-Match` or `If-None-Match`, its writes ask first
    /// whether what `shown` gives there and then is what the one names and the other does not.
    ///
    /// - Throws: `WebError.preconditionFailed`, `.versionIsThere`, when nothing was written; what `shown` and `command`
    ///   throw.
    public func changing<Value>(
        _ shown: @escaping Shown, _ command: (Book) async throws -> Value
    ) async throws -> Value {
        guard let frame = try frame(shown) else { return try await withBook(command) }
        return try await withBook { try await command($0.framed(by: frame)) }
    }

    /// Asks all that `changing` would, and writes nothing: for what is written in two places, so that a refusal of the
    /// second does not come when the first is done.
    ///
    /// - Throws: as `changing`.
    public func rehearsing<Value>(
        _ shown: @escaping Shown, _ command: (Book) async throws -> Value
    ) async throws {
        let asked = try frame(shown) ?? .none
        let frame = WriteFrame(
            before: { try asked.begin(in: $0) }, after: { _, _ in throw Rehearsed() })
        do {
            _ = try await withBook { try await command($0.framed(by: frame)) }
        } catch is Rehearsed {}
    }

    /// For a command on control, of which a version is only a part: nothing is written where `isSeen` gives false.
    public func frame(where isSeen: @escaping @Sendable (BookState) throws -> Bool) -> WriteFrame {
        WriteFrame(before: { transaction in
            guard try isSeen(transaction) else { throw WebError.preconditionFailed }
        })
    }

    /// Whether the change is tied to a version that the client has seen, or has not.
    public var isConditional: Bool {
        request.headers[.ifMatch] != nil || request.headers[.ifNoneMatch] != nil
    }

    /// The same for a command on control, which begins its transaction with the frame.
    public func changeFrame(_ shown: @escaping Shown) throws -> WriteFrame {
        try frame(shown) ?? .none
    }

    private func frame(_ shown: @escaping Shown) throws(WebError) -> WriteFrame? {
        let (wanted, unwanted) = (
            try request.headers.tags(.ifMatch), try request.headers.tags(.ifNoneMatch)
        )
        guard wanted != nil || unwanted != nil else { return nil }
        return WriteFrame(before: { [marks = services.frontDoor.marks] transaction in
            // What is shown is there; `*` asks no more.
            let tag = EntityTag(mark: marks.ofAnswer(try shown(transaction).body))
            if let wanted, !wanted.allowChange(of: tag) { throw WebError.preconditionFailed }
            if let unwanted, unwanted.name(tag) { throw WebError.versionIsThere }
        })
    }
}

/// Nothing was refused: the transaction ends here, and nothing of it is written.
private struct Rehearsed: Error {}

extension HTTPFields {
    /// The tags that `If-Match` or `If-None-Match` lists; nil where it is not sent.
    /// - Throws: `WebError.validation` for what is no list of tags.
    func tags(_ name: HTTPField.Name) throws(WebError) -> EntityTags? {
        guard let sent = value(of: name) else { return nil }
        guard let tags = EntityTags(sent) else {
            throw .validation([
                FieldProblem(
                    name.rawName, #"must be * or the ETag of a GET with its quotes, as "7LrdCRFj""#)
            ])
        }
        return tags
    }
}
