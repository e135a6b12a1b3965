import HTTPTypes
import Testing

@testable import WebCore

extension HTTPFields {
    /// The header that gives a call a key of the client's own.
    static func key(_ text: String) throws -> HTTPFields {
        [try #require(HTTPField.Name("Idempotency-Key")): text]
    }

    static func ifMatch(_ tags: String) -> HTTPFields { [.ifMatch: tags] }
    static func ifNoneMatch(_ tags: String) -> HTTPFields { [.ifNoneMatch: tags] }
}

extension TestAnswer {
    /// Whether it says that the call was not carried out again.
    var isReplay: Bool {
        HTTPField.Name("Idempotency-Replayed").map { headers[$0] == "true" } ?? false
    }

    /// Whether it is `first` once more, to the byte, and says so.
    func replays(_ first: TestAnswer) -> Bool {
        var mine = headers
        if let name = HTTPField.Name("Idempotency-Replayed") { mine[name] = nil }
        return isReplay && !first.isReplay && status == first.status && text == first.text
            && mine == first.headers
    }

    var tag: String {
        get throws { try #require(headers[.eTag]) }
    }

    /// Whether it is the refusal of a version that is no longer there.
    var refusesVersion: Bool {
        refuses(
            .preconditionFailed, "PreconditionFailed",
            "If-Match names another version than there is now. Read it again. Nothing was changed.")
    }

    /// Whether it is the refusal of a version that must not be there and is.
    var refusesUnwanted: Bool {
        refuses(
            .preconditionFailed, "PreconditionFailed",
            "If-None-Match names the version that there is now. Nothing was changed.")
    }

    /// Whether it is the refusal of any condition where there are no versions.
    var refusesForNoVersions: Bool {
        refuses(
            .preconditionFailed, "PreconditionFailed",
            "This path has no versions: send neither If-Match nor If-None-Match. Nothing was changed.")
    }

    /// Whether it is the refusal of a key that came before with another body.
    var refusesKey: Bool {
        refuses(
            .conflict, "IdempotencyKeyReused",
            "This Idempotency-Key came before with another body. Nothing was done: send another key.")
    }
}
