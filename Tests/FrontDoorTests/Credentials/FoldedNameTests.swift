import Testing

@testable import FrontDoor

@Suite struct FoldedNameTests {
    @Test(arguments: [
        ["ines", " INES\t", "ｉｎｅｓ", "Ines\u{3000}"],
        ["straße", "STRASSE", "StraßE"],
        ["café", "CAFE\u{301}", "Cafe\u{301}"],
        ["ﬁne", "FINE", "fine"],
        ["ΟΔΟΣ", "οδος", "οδοσ"],
        ["ñandú", "ÑANDÚ"],
    ])
    func fd21_namesThatLookAlikeAreOne(names: [String]) {
        #expect(Set(names.map(FoldedName.key)).count == 1)
    }

    @Test func fd21_namesThatDifferStayTwo() {
        let names = ["ines", "inés", "ines okafor", "inesokafor", "ines.okafor", "іnes"]
        #expect(Set(names.map(FoldedName.key)).count == names.count)
    }

    @Test func aKeyIsItsOwnKey() {
        for name in ["ines", "STRASSE", "ﬁne", "ǅ", "İstanbul", "ϓ", "ᾳ", "\u{1e9e}"] {
            #expect(FoldedName.key(FoldedName.key(name)) == FoldedName.key(name))
        }
    }
}
