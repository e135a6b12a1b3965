import Surroundings
import Testing

@testable import WebCore

@Suite struct DateFieldTests {
    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (1_773_065_106_999, "Mon, 09 Mar 2026 14:05:06 GMT"),
        (1_835_481_599_000, "Tue, 29 Feb 2028 23:59:59 GMT"),
    ])
    func anInstantIsWrittenAsHTTPHasIt(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).httpText == text)
    }

    @Test func theFieldGoesWithTheClock() {
        let clock = ManualTimekeeper(now: Instant(milliseconds: 784_111_777_900))
        let date = DateField(clock)
        #expect(date.current.value == "Sun, 06 Nov 1994 08:49:37 GMT")
        clock.advance(by: .milliseconds(100))
        #expect(date.current.value == "Sun, 06 Nov 1994 08:49:38 GMT")
        clock.moveWallClock(by: .seconds(-1))
        #expect(date.current.value == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
}
