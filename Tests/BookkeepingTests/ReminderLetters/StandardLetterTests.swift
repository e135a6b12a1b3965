import Testing

@testable import Bookkeeping

@Suite struct StandardLetterTests {
    @Test func thereAreThreeAndNoOther() {
        #expect(ReminderLetter.standard.map(\.number) == [1, 2, 3])
        #expect(ReminderLetter.standard(2)?.title == "Final reminder: invoice #INVNUM#")
        for number: Int64 in [-1, 0, 4] { #expect(ReminderLetter.standard(number) == nil) }
    }

    /// Only documented tokens, or a customer would read `#…#`.
    @Test func everyTokenIsOneThatIsReplaced() {
        let known: Set = ["NAME", "INVNUM", "INVDUE", "TOTALDUE"]
        for letter in ReminderLetter.standard {
            let parts = (letter.title + letter.text).split(
                separator: "#", omittingEmptySubsequences: false)
            // Every second part stands between two signs.
            let tokens = parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            #expect(parts.count % 2 == 1 && Set(tokens) == known)
        }
    }

    @Test func theyCanBeKeptAsAnyText() throws {
        for letter in ReminderLetter.standard {
            #expect(try letter.title.tidied(.line, max: TextKind.lineMax) == letter.title)
            #expect(try letter.text.tidied(.lines, max: TextKind.linesMax) == letter.text)
        }
    }
}
