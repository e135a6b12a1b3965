import WebCore

/// `POST /jserror`: an error in a client's screens becomes a line of the log, and nothing is kept of it.
enum ClientErrorRoutes {
    static let all: [Route] = [
        Route(
            .post, "/jserror", .anyToken,
            RouteContract("Tells the operator of an error in a client's screens; five a minute are heard.")
                .takes(.table(ClientErrorWire.schema))
                .answers(.ok, "Heard, or too many.").repeatable(),
            use: hear)
    ]

    @Sendable private static func hear(_ call: Call) async throws -> Answer {
        let report = try await call.wire(ClientErrorWire.self).report
        let caller = try call.caller
        if !report.isEmpty, let shown = call.services.frontDoor.clientErrorReport(report, from: caller) {
            call.warn(
                "client error",
                ["session": .string(String(caller.sessionHash.prefix(8))), "report": .string(shown)])
        }
        return .done
    }
}
