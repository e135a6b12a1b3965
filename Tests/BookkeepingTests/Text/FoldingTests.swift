import Bookkeeping
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Élan", "elan"), ("E\u{301}LAN", "elan"), ("Straße", "strasse"), ("STRASSE", "strasse"),
        ("Ødegård", "odegard"), ("ŁÓDŹ", "lodz"), ("Æther", "aether"), ("ΟΔΟΣ", "οδοσ"), ("οδός", "οδοσ"),
        ("ЁЖ", "еж"), ("İstanbul", "istanbul"), ("Vũ Đức", "vu duc"), ("東京", "東京"), ("กำ", "กำ"),
    ])
    func caseAndAccentsGo(text: String, folded: String) {
        // Scalar by scalar: `==` on strings would take either normal form.
        #expect(Array(text.folded.unicodeScalars) == Array(folded.unicodeScalars))
        #expect(text.folded.folded == text.folded)
    }

    @Test func accentsOfTheSameLetterMeetAndMarksOfOtherScriptsStay() {
        #expect(Array("é".folded.unicodeScalars) == ["e"])
        #expect("が".folded != "か".folded)
        #expect("कि".folded != "क".folded)
    }

    @Test func codesLoseTheirCaseAndKeepTheirAccents() {
        #expect("STRASSE".caseFolded == "straße".caseFolded)
        #expect("ÉLAN".caseFolded == "e\u{301}lan".caseFolded)
        #expect("ÉLAN".caseFolded != "elan".caseFolded)
    }

    @Test(arguments: [
        ("  a  b\t\r\n", "a  b"), ("\u{A0}x\u{3000}", "x"), (" \n ", ""), ("", ""), ("e\u{301}", "\u{E9}"),
        ("\u{200B}a\u{200B}b\u{FEFF}", "a\u{200B}b"), ("\u{FEFF} \u{200B}", ""),
        // What belongs to a letter stays with it.
        ("می\u{200C}", "می\u{200C}"), ("\u{1F3F4}\u{E0067}\u{E007F}", "\u{1F3F4}\u{E0067}\u{E007F}"),
    ])
    func textIsTrimmedAndComposed(text: String, tidied: String) {
        #expect(Array(text.tidied.unicodeScalars) == Array(tidied.unicodeScalars))
    }

    @Test(arguments: [
        ("  plain ", 5, nil), ("plainer", 5, FieldFault.tooLong(max: 5)), ("éééééé", 5, .tooLong(max: 5)),
        ("ééééé", 5, nil), ("a\u{7F}", 5, .controlCharacters), ("a\tb", 5, .controlCharacters),
        ("a\nb", 5, .controlCharacters), ("a\u{85}b", 5, .controlCharacters),
    ])
    func aLineIsHeldToItsRules(text: String, max: Int, fault: FieldFault?) {
        do {
            _ = try text.tidied(.line, max: max)
            #expect(fault == nil)
        } catch {
            #expect(error == fault)
        }
    }

    @Test(arguments: [
        ("ines@harbour.example", true), ("a.b+c@sub.harbour.example", true), ("ines", false),
        ("@harbour.example", false),
        ("ines@harbour", false), ("ines@.example", false), ("ines@harbour.", false), ("a@b@c.example", false),
        ("a b@c.example", false), ("a@c.example,b@c.example", false),
    ])
    func anAddressIsUsableOrNot(text: String, isUsable: Bool) {
        #expect(text.isUsableEmailAddress == isUsable)
    }
}
