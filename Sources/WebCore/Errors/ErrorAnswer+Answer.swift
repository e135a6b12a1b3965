import HTTPTypes

extension ErrorAnswer {
    /// The error object, `Error` before `Message` (FD-3), and the headers that go with its status.
    public var answer: Answer {
        var writer = WireWriter(capacity: 256)
        writer.object { writer in
            writer.key("Error")
            writer.text(code)
            writer.key("Message")
            writer.text(message)
            guard !details.isEmpty else { return }
            writer.key("Details")
            writer.list(details) { problem, writer in
                writer.object { writer in
                    writer.key("Field")
                    writer.text(problem.field)
                    writer.key("Message")
                    writer.text(problem.message)
                }
            }
        }
        var answer = Answer(status, json: writer.bytes)
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "KfToken" }
        if let retryAfter {
            // Whole seconds, rounded up: a caller who waits that long finds the door open.
            let seconds = (retryAfter.components.attoseconds > 0 ? 1 : 0) + retryAfter.components.seconds
            answer.headers[.retryAfter] = String(max(1, seconds))
        }
        if !allowed.isEmpty { answer.headers[.allow] = allowed.joined(separator: ", ") }
        return answer
    }
}
