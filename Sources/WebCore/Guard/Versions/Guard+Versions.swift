import FrontDoor
import HTTPTypes
import Hummingbird

extension Guard {
    /// Makes what goes out of a route whose resource has versions: the answer with its tag, or 304 where the client has
    /// that version already, in the form that it asks for.
    static func tag(_ answer: inout Answer, _ request: Request, _ form: MediaType, _ marks: Marks) {
        guard answer.status == .ok || answer.status == .created, !answer.body.isEmpty else { return }
        let tag = EntityTag(mark: marks.ofAnswer(answer.body), form)
        if request.method != .put, let sent = request.headers.value(of: .ifNoneMatch),
            let known = EntityTags(sent)?.known(tag)
        {
            answer = .notModified(known)
        } else {
            answer.headers.append(HTTPField(name: .eTag, value: tag.quoted))
        }
    }

    /// An `If-Match` that nothing answers to must not look as if it had been asked.
    static func requireNoUnasked(_ request: Request, _ route: Route) throws(WebError) {
        guard route.method != .get, !route.isMatched, request.headers[.ifMatch] != nil else { return }
        throw .preconditionFailed
    }
}

extension Answer {
    fileprivate static func notModified(_ tag: String) -> Answer {
        var answer = Answer.notModified
        answer.headers[.eTag] = tag
        return answer
    }
}
