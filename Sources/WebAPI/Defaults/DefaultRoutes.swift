import Bookkeeping
import WebCore

/// `GET /defaults/reminderletters/{number}`: what a client shows under "reset".
enum DefaultRoutes {
    static let all: [Route] = [
        Route(
            .get, "/defaults/reminderletters/{number}", .anyToken,
            RouteContract("The standard text of a reminder letter, whatever the business has made of it.")
                .pathParameter(
                    "number", .integer(min: 1, max: 3), "1",
                    "1 the reminder, 2 the final reminder, 3 the notice of default."
                )
                .refuses(unknown)
                .answers(.ok, "The letter.", .table(ReminderLetterWire.shape.schema)),
            use: reminderLetter)
    ]

    private static let unknown = WebError.notFound(
        "There are three reminder letters: ask for number 1, 2 or 3.")

    @Sendable private static func reminderLetter(_ call: Call) async throws -> Answer {
        guard let number = try Int64(call.pathText("number")), let letter = ReminderLetter.standard(number)
        else { throw unknown }
        var writer = WireWriter()
        ReminderLetterWire.shape.write(letter, to: &writer)
        return Answer(.ok, json: writer.bytes)
    }
}
