import Testing

@testable import WebCore

/// What XML is read, and what of it is refused (FD-25).
@Suite struct XMLReaderTests {
    private func read(_ text: String) throws -> XMLElement {
        try XMLReader.read(Array(text.utf8))
    }

    private func refusal(_ bytes: [UInt8]) -> String? {
        do {
            _ = try XMLReader.read(bytes)
            return nil
        } catch {
            guard case .invalidRequest(let sentence) = error else { return nil }
            return sentence
        }
    }

    @Test func elementsKeepTheirOrderAndTheirText() throws {
        let head = #"<?xml version="1.0" encoding="utf-8" standalone="yes"?><!-- begin -->"#
        let root = try read(head + "<A>\n  <B> x </B><!-- no --><C/><B><D>y</D></B>\n</A>\n<!-- end -->\n")
        #expect(root.name == "A" && root.isBlank && root.text == "\n  \n")
        #expect(root.children.map(\.name) == ["B", "C", "B"])
        #expect(root.children.map(\.text) == [" x ", "", ""])
        #expect(root.children[0].trimmedText == "x" && root.children[1].trimmedText.isEmpty)
        #expect(root.children[2].children == [XMLElement(name: "D", text: "y")])
    }

    @Test func markupInTextIsReadHoweverItIsWritten() throws {
        #expect(try read("<A>&lt;b&gt; &amp;&quot;&apos;</A>").text == #"<b> &"'"#)
        #expect(try read("<A>&#x1F9FE;&#233;é&#13;&#10;</A>").text == "🧾éé\r\n")
        #expect(try read("<A>1<![CDATA[<b>&amp;]]>2<!-- 3 -->4</A>").text == "1<b>&amp;24")
        #expect(try read("<A>one\r\ntwo\rthree</A>").text == "one\ntwo\nthree")
    }

    @Test func aByteOrderMarkBeforeItIsPassedOver() throws {
        #expect(try read("\u{feff}<A/>") == XMLElement(name: "A"))
        #expect(try read("\u{feff}<?xml version='1.0' encoding='UTF-8'?><A/>") == XMLElement(name: "A"))
        #expect(refusal(Array("\u{feff}\u{feff}<A/>".utf8)) != nil)
    }

    @Test func namespacesAndAttributesMeanNothing() throws {
        let root = try read(
            #"<x:A xmlns:x="urn:a" xmlns="http://b.example/" B="1" xml:lang="en"><B x:C="2">y</B><x:C/></x:A>"#
        )
        #expect(root.name == "A" && root.children.map(\.name) == ["B", "C"])
        #expect(root.children[0] == XMLElement(name: "B", text: "y"))
    }

    @Test func anElementMaySayThatItIsNothing() throws {
        let root = try read(
            """
            <A xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:o">
            <B i:nil="true"/><B i:nil="1"></B><B i:nil="false"/><B nil="true"/><B o:nil="true"/></A>
            """)
        #expect(root.children.map(\.isNil) == [true, true, false, false, false])
    }

    @Test func fd25_thirtyTwoLevelsAreReadAndNoMore() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "<A>", count: levels) + String(repeating: "</A>", count: levels)
        }
        #expect(try read(nested(32)).name == "A")
        #expect(
            refusal(Array(nested(33).utf8))
                == "The body is nested more than 32 levels deep at line 1, column 100.")
        #expect(refusal(Array(String(repeating: "<A>", count: 300_000).utf8))?.contains("32 levels") == true)
    }

    @Test(arguments: [
        "<!DOCTYPE A><A/>", #"<!DOCTYPE A SYSTEM "file:///etc/passwd"><A/>"#,
        #"<!DOCTYPE A PUBLIC "-//A//EN" "http://127.0.0.1:1/a.dtd"><A/>"#,
        #"<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>"#,
        #"<!DOCTYPE A [<!ENTITY % x SYSTEM "http://127.0.0.1:1/"> %x;]><A/>"#,
        """
        <!DOCTYPE A [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">\
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]><A>&e;&e;&e;&e;</A>
        """,
    ])
    func fd25_aDocumentTypeIsRefusedUnread(text: String) {
        #expect(
            refusal(Array(text.utf8))?.hasPrefix("The body must not have a document type at line 1, ") == true
        )
    }

    @Test func fd25_processingInstructionsAreRefusedWhereverTheyStand() {
        for text in [
            "<?x y?><A/>", "<A><?x?></A>", "<A/><?x y?>", "<A/><?x?>", "<A></A><!-- --><?x y?>",
            "<?xml-stylesheet href='a'?><A/>",
        ] {
            #expect(
                refusal(Array(text.utf8))?.hasPrefix(
                    "The body must not have a processing instruction at line 1, ")
                    == true, "\(text)")
        }
    }

    @Test func fd25_noEntityButXMLsOwnIsRead() {
        #expect(
            refusal(Array("<A>\n&nbsp;</A>".utf8))
                == "The body has an entity that is none of XML's own five at line 2, column 1.")
        #expect(refusal(Array(#"<A b="&x;"/>"#.utf8))?.hasPrefix("The body has an entity") == true)
    }

    @Test(arguments: ["iso-8859-1", "utf-16", "UTF8", "us-ascii", "windows-1252", "x-unknown", "ucs-4"])
    func anotherEncodingIsRefusedThoughTheBytesWouldDo(encoding: String) {
        #expect(
            refusal(Array("<?xml version='1.0' encoding='\(encoding)'?><A/>".utf8))
                == "The body must be UTF-8 and says that it is something else, at line 1, column 1.")
    }

    @Test func bytesOfAnotherEncodingAreRefused() {
        let wide = "<A>é</A>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        for text in [wide, [0xff, 0xfe] + wide, Array("<A>\u{0}</A>".utf8), [0]] {
            #expect(refusal(text) == "The body must be UTF-8 without bytes of zero.")
        }
        #expect(refusal(Array("<A>".utf8) + [0xe9] + Array("</A>".utf8)) != nil)
        #expect(refusal(Array("<A>".utf8) + [0xed, 0xa0, 0x80] + Array("</A>".utf8)) != nil)
        #expect(refusal(Array("<A>".utf8) + [0xc0, 0xbc] + Array("</A>".utf8)) != nil)
    }

    @Test(arguments: [
        ("", 1, 1), (" \n ", 2, 2), ("{\"Name\":1}", 1, 1), ("<A>", 1, 4), ("<A></B>", 1, 6),
        ("<A/><B/>", 1, 5),
        ("<A/>x", 1, 5), ("<A b=1/>", 1, 6), ("<A b='1' b='2'/>", 1, 10), ("<A><</A>", 1, 5),
        ("<A>&</A>", 1, 5), ("<A>\u{1}</A>", 1, 4), ("<A>&#0;</A>", 1, 4),
        ("<A>&#xD800;</A>", 1, 4),
        ("<A>]]></A>", 1, 6), ("<A>\n é<B></A>", 2, 8), (" <?xml version='1.0'?><A/>", 1, 2), ("<1/>", 1, 2),
    ])
    func whatIsNotWellFormedNamesThePlace(text: String, line: Int, column: Int) {
        #expect(
            refusal(Array(text.utf8))
                == "The body is not well-formed XML at line \(line), column \(column).")
    }

    @Test func aPrefixThatIsNotDeclaredIsRefused() {
        #expect(
            refusal(Array("<A><x:B/></A>".utf8))
                == "The body has a prefix without a namespace at line 1, column 4.")
    }

    @Test func anElementWithAHundredThousandAttributesIsReadLikeAnyOther() throws {
        let attributes = (0..<100_000).map { " a\(String($0, radix: 36))=\"\"" }.joined()
        let began = ContinuousClock.now
        #expect(try read("<A\(attributes)/>") == XMLElement(name: "A"))
        let taken = began.duration(to: .now)
        // A parser that compares each with each takes many seconds even where nothing else runs.
        #expect(taken < .seconds(5))
    }
}
