import Bookkeeping
import Testing

@Suite struct CustomerCodeTests {
    @Test(arguments: [
        "HARB01", "a/b", "..a", "50%", "%2F", "a b", "株式会社", "Ünï", "search1", "a?b#c",
        "'; DROP TABLE customer",
        String(repeating: "é", count: 50),
    ])
    func anyCharactersMakeACode(text: String) throws {
        #expect(try PartyCode(text, of: .customer).text == text)
    }

    @Test(arguments: [
        ("", "Code must not be empty."), ("  ", "Code must not be empty."),
        ("a\u{0}b", "Code must not have control characters."),
        ("a\nb", "Code must not have control characters."),
        (".", "Code must not be '.', which is a path of its own."),
        (" .. ", "Code must not be '..', which is a path of its own."),
        ("SuggestedCode", "Code must not be 'SuggestedCode', which is a path of its own."),
        ("confirm-to-delete", "Code must not be 'confirm-to-delete', which is a path of its own."),
        (String(repeating: "x", count: 51), "Code must not be longer than 50 characters."),
        ("a" + String(repeating: "\u{301}", count: 60), "Code must not be longer than 50 characters."),
    ])
    func someTextsAreNoCode(text: String, message: String) {
        let error = #expect(throws: BookkeepingError.self) { try PartyCode(text, of: .customer) }
        guard case .invalid(let problems) = error else {
            Issue.record("not invalid: \(String(describing: error))")
            return
        }
        #expect(problems.map(\.message) == [message])
        #expect(problems.map(\.field) == ["Code"])
    }

    @Test(arguments: [
        ("Harbour Joinery Ltd", "HARB"), ("Élan & Co", "ELAN"), ("A & B Ltd", "ABLT"), ("3M", "MXXX"),
        ("", "XXXX"),
        ("株式会社", "XXXX"), ("Østergaard", "OSTE"), ("ß", "SSXX"),
    ])
    func aNameSuggestsFourLetters(name: String, stem: String) {
        #expect(SuggestedPartyCode.stem(of: name) == stem)
    }

    @Test func numbersHaveTwoDigitsThenAsManyAsItTakes() {
        let texts = [1, 99, 100, 1_000].map { SuggestedPartyCode(stem: "HARB", number: $0).code.text }
        #expect(texts == ["HARB01", "HARB99", "HARB100", "HARB1000"])
    }

    @Test func aCodeKnowsItsPlaceInItsSeries() throws {
        var numbers = SplitMix(seed: 4)
        for _ in 0..<500 {
            let number = Int64.random(
                in: 1...Int64(1) << Int64.random(in: 1...40, using: &numbers), using: &numbers)
            let suggested = SuggestedPartyCode(stem: "ABCD", number: number)
            #expect(SuggestedPartyCode(suggested.code) == suggested)
        }
        #expect(SuggestedPartyCode(try PartyCode("harb07", of: .customer))?.number == 7)
        for text in [
            "HARB7", "HARB007", "HARB00", "HAR007", "HÄRB01", "HARB+1", "HARB-1", "HARB99999999999999999999",
        ] {
            #expect(SuggestedPartyCode(try PartyCode(text, of: .customer)) == nil)
        }
    }
}
