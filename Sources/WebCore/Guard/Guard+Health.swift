import Hummingbird

// What is answered beside `/v2`, to anyone.
extension Guard {
    /// - Returns: the answer, and what metrics call it; nil for a path that is none.
    func outside(
        _ request: Request, _ path: String, _ context: ConnectionContext
    ) async -> (answer: Answer, name: String?) {
        let isLive = path == "/health/live"
        guard isLive || path == "/health/ready" else {
            let error = WebError.notFound("There is no such path. The API is below /v2.")
            return (tell(error, request, nil, nil, context), nil)
        }
        guard request.method == .get || request.method == .head else {
            let error = WebError.methodNotAllowed(allowed: ["GET", "HEAD"])
            return (tell(error, request, nil, nil, context), "health")
        }
        return (isLive ? Answer(text: "live") : await ready(request, context), "health")
    }

    /// Ready when the control database can be read and nobody has asked to stop.
    private func ready(_ request: Request, _ context: ConnectionContext) async -> Answer {
        do {
            guard !services.isStopping else { throw WebError.unavailable }
            try await services.frontDoor.requireReadable()
            return Answer(text: "ready")
        } catch {
            return tell(error, request, nil, nil, context)
        }
    }
}
