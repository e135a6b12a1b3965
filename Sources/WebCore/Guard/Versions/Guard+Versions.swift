import FrontDoor
import HTTPTypes
import Hummingbird

extension Guard {
    /// Makes what goes out of a route whose resource has versions: the answer with its tag, or 304 where the client has
    /// that version already, in the form that it asks for.
    ///
    /// - Throws: `WebError.preconditionFailed` where it asks for another version alone, and `.validation` where that
    ///   can't be read. A PUT has been asked where it was written.
    static func tag(
        _ answer: inout Answer, _ request: Request, _ form: MediaType, _ marks: Marks
    ) throws(WebError) {
        guard answer.status == .ok || answer.status == .created, !answer.body.isEmpty else { return }
        let tag = EntityTag(mark: marks.ofAnswer(answer.body), form)
        let isShown = request.method != .put
        if isShown, let wanted = try request.headers.tags(.ifMatch), !wanted.allowChange(of: tag) {
            throw .preconditionFailed
        }
        if isShown, let sent = request.headers.value(of: .ifNoneMatch),
            let known = EntityTags(sent)?.known(tag)
        {
            answer = .notModified(known)
        } else {
            answer.headers.append(HTTPField(name: .eTag, value: tag.quoted))
        }
    }

    /// A condition that nothing answers to must not look as if it had been asked. What a GET shows is there, so `*`
    /// holds for it; what any other path changes has no version that a condition on one could mean.
    ///
    /// - Throws: `WebError.noVersions`.
    static func requireNoUnasked(_ request: Request, _ route: Route) throws(WebError) {
        guard !route.isMatched, !route.hasVersions else { return }
        let isShown = route.method == .get
        if let sent = request.headers.value(of: .ifMatch), !isShown || EntityTags(sent)?.isAny != true {
            throw .noVersions
        }
        if !isShown, let sent = request.headers.value(of: .ifNoneMatch), EntityTags(sent)?.isAny != false {
            throw .noVersions
        }
    }
}

extension Answer {
    fileprivate static func notModified(_ tag: String) -> Answer {
        var answer = Answer.notModified
        answer.headers[.eTag] = tag
        return answer
    }
}
