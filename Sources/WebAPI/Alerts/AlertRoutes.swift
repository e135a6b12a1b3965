import FrontDoor
import WebCore

/// `PUT /alert/{messageId}`: the caller has read a message of the operator.
enum AlertRoutes {
    static let all: [Route] = [
        Route(
            .put, "/alert/{messageId}", .anyToken,
            RouteContract("Marks an alert read for the caller; again changes nothing.")
                .pathParameter("messageId", .integer(min: 1, max: nil), "3", "The alert.")
                .refuses(FrontDoorError.noSuchAlert("3"))
                .answers(
                    .ok, "The alerts that are still unread, the newest first.",
                    .list(.table(AlertWire.shape.schema))),
            use: read)
    ]

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        let unread = try await call.services.frontDoor.readAlert(
            call.pathText("messageId"), by: call.caller)
        return Answer(list: unread, AlertWire.shape)
    }
}
