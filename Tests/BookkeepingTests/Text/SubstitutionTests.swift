import Bookkeeping
import Testing

@Suite struct SubstitutionTests {
    private let texts = Substitutions(["INVNUM": "326", "NAME": "Harbour #TEL#", "FAX": nil])

    @Test(arguments: [
        ("Rent", "Rent"), ("Invoice #INVNUM#.", "Invoice 326."), ("[INVNUM]/#INVNUM#", "326/326"),
        ("#INVNUM##INVNUM#", "326326"), ("Fax #FAX#!", "Fax !"), ("#NAME#", "Harbour #TEL#"),
        ("#TEL# [tel] #invnum#", "#TEL# [tel] #invnum#"), ("#INVNUM", "#INVNUM"), ("#INVNUM]", "#INVNUM]"),
        ("a # b [ c", "a # b [ c"), ("##INVNUM#", "#326"), ("#", "#"), ("", ""),
    ])
    func knownTokensAreReplacedOnceAndOthersStay(text: String, made: String) {
        #expect(texts.applied(to: text) == made)
    }

    @Test func moneyAndDatesAreWrittenAsPeopleDo() throws {
        let pound = Currency(
            id: 1, code: "GBP", name: "Pound", symbol: "£", isSymbolOnRight: false, rate: .one,
            updatesItself: false,
            isHome: true)
        #expect(Money(minorUnits: -1_234_567_05).formatted(pound) == "-£1,234,567.05")
        #expect(try CalendarDate(text: "2026-04-02").dayText == "02/04/2026")
    }
}
