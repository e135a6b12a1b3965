import FrontDoor
import Testing

@testable import WebCore

@Suite struct ErrorAnswerTests {
    /// The front door gives the rest of the sentence, as the commands print it too.
    @Test func aFieldThatBreaksARuleIsNamedInAWholeSentence() {
        let answer = ErrorAnswer(
            FrontDoorError.invalidField("Password", reason: "must have 15 to 128 characters"))
        #expect(
            String(decoding: answer.answer.body, as: UTF8.self)
                == #"{"Error":"ValidationFailed","Message":"Password must have 15 to 128 characters.","#
                + #""Details":[{"Field":"Password","Message":"Password must have 15 to 128 characters."}]}"#)
    }
}
