import Bookkeeping
import Foundation
import HTTPTypes
import Testing

@Suite struct StandardLetterAnswerTests {
    @Test(arguments: [
        (1, "Reminder: invoice #INVNUM#"), (2, "Final reminder: invoice #INVNUM#"),
        (3, "Notice of default: invoice #INVNUM#"),
    ])
    func eachLetterIsAnsweredToAnyToken(number: Int, title: String) async throws {
        try await TestServer.run { server in
            let caller = try await server.user(with: .viewProject)
            let answer = try await caller.get("/v2/defaults/reminderletters/\(number)")
            #expect(answer.status == .ok)
            let begin = #"{"Number":\#(number),"Title":"\#(title)","Text":"Dear #NAME#,\n\n"#
            #expect(answer.text.hasPrefix(begin))
            let text = try #require(answer.object["Text"] as? String)
            #expect(text == ReminderLetter.standard(Int64(number))?.text)
            for token in ["#INVNUM#", "#INVDUE#", "#TOTALDUE#"] { #expect(text.contains(token)) }
        }
    }

    @Test(arguments: ["0", "4", "-1", "x", "1.0", "99999999999999999999"])
    func anotherNumberIs404(number: String) async throws {
        try await TestServer.run { server async throws in
            #expect(
                try await server.get("/v2/defaults/reminderletters/\(number)").refuses(
                    .notFound, "NotFound", "There are three reminder letters: ask for number 1, 2 or 3."))
        }
    }
}
