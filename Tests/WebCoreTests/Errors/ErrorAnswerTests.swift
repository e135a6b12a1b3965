import FrontDoor
import Store
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

    /// Only what is known to be undone is called so.
    @Test func whatMayHaveBeenDoneIsNotCalledUndone() {
        let unknown = ErrorAnswer(StoreError.outcomeUnknown("PostgreSQL was lost in a commit"))
        #expect((unknown.status, unknown.code) == (.serviceUnavailable, "Unavailable"))
        #expect(unknown.retryAfter != nil)
        #expect(
            unknown.message
                == "This may have been done, or not. Look, or repeat it with the same Idempotency-Key.")
        for error in [StoreError.unavailable("the disk is full"), .closed, .damaged("a page")] {
            #expect(ErrorAnswer(error).message.hasSuffix("Nothing was changed."))
        }
    }
}
