import Bookkeeping
import Testing

@testable import WebCore

/// The XML form of a table's values, both ways, where it is no plain copy.
@Suite struct XMLFormTests {
    private func xml(_ json: String, _ body: BodyContract) throws -> String {
        let bytes = try #require(XMLForm.document(Array(json.utf8), as: body))
        let text = String(decoding: bytes, as: UTF8.self)
        let declaration = #"<?xml version="1.0" encoding="utf-8"?>"#
        #expect(text.hasPrefix(declaration))
        return String(text.dropFirst(declaration.count))
    }

    private func value(_ xml: String, _ body: BodyContract = .table(Joint.schema)) throws -> WireValue {
        try XMLForm.value(XMLReader.read(Array(xml.utf8)), as: body)
    }

    private func object(_ members: KeyValuePairs<String, WireValue>) -> WireValue {
        .object(members.map { .init(name: $0, value: $1) })
    }

    @Test func nullIsAbsentAndWhatIsEmptyIsAnEmptyElement() throws {
        let json = #"{"Name":"","Width":null,"IsGlued":false,"Parts":[],"Inner":{"Name":null}}"#
        #expect(
            try xml(json, .table(Joint.schema))
                == "<Joint><Name/><IsGlued>false</IsGlued><Parts/><Inner/></Joint>")
    }

    @Test func aListsElementsAreNamedAfterWhatTheyAre() throws {
        let json = #"[{"Parts":[{"Name":"a"},{"Name":"b"}],"Sizes":[1.5,2],"Words":["x"]}]"#
        #expect(
            try xml(json, .list(.table(Joint.schema)))
                == """
                <ArrayOfJoint><Joint><Parts><Part><Name>a</Name></Part><Part><Name>b</Name></Part></Parts>\
                <Sizes><decimal>1.5</decimal><decimal>2</decimal></Sizes><Words><string>x</string></Words></Joint>\
                </ArrayOfJoint>
                """)
    }

    @Test func bareValuesAreNamedAfterTheirKind() throws {
        #expect(try xml(#""HARB01""#, .value(.text(max: nil), "")) == "<string>HARB01</string>")
        #expect(try xml("17", .value(.integer(min: nil, max: nil), "")) == "<int>17</int>")
        #expect(try xml("1.2500", .value(.number(min: nil, max: nil), "")) == "<decimal>1.2500</decimal>")
        #expect(try xml("true", .value(.flag, "")) == "<boolean>true</boolean>")
        #expect(try xml(#""7d1e""#, .value(.guid, "")) == "<string>7d1e</string>")
        #expect(
            try xml(#"["a",""]"#, .value(.list(.text(max: nil), max: nil), ""))
                == "<ArrayOfString><string>a</string><string/></ArrayOfString>")
        #expect(
            try xml("[1]", .value(.list(.integer(min: nil, max: nil), max: nil), ""))
                == "<ArrayOfInt><int>1</int></ArrayOfInt>")
    }

    @Test func aPageHasItsMetaDataAndItsRows() throws {
        let json = #"{"MetaData":{"TotalRecords":1,"NextPageUrl":null},"Data":[{"Name":"a"}]}"#
        #expect(
            try xml(json, .page(Joint.schema))
                == """
                <Page><MetaData><TotalRecords>1</TotalRecords></MetaData><Data><Joint><Name>a</Name></Joint></Data>\
                </Page>
                """)
    }

    @Test func whatIsNoMarkupStaysText() throws {
        let json = #"{"Name":" <b>&amp;</b> ]]> \" ' é 🧾\t\n\r "}"#
        let text = try xml(json, .table(Joint.schema))
        #expect(
            text
                == "<Joint><Name> &lt;b&gt;&amp;amp;&lt;/b&gt; ]]&gt; \" ' é 🧾\t\n&#13; </Name></Joint>")
        #expect(try value(text) == object(["Name": .text(" <b>&amp;</b> ]]> \" ' é 🧾\t\n\r ")]))
    }

    @Test func charactersThatXMLCannotHoldAreReplaced() throws {
        let json = #"{"Name":"a\u0000b\u001fc\ufffed\uffffe\ufffdf\u007f"}"#
        let text = try xml(json, .table(Joint.schema))
        #expect(text == "<Joint><Name>a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{7f}</Name></Joint>")
        #expect(
            try value(text) == object(["Name": .text("a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{7f}")])
        )
    }

    @Test func membersAreReadByAnyOfTheirNamesAndUnknownOnesAreIgnored() throws {
        #expect(
            try value("<x><name>a</name><Colour><b>c</b> d</Colour><FULLNAME>e</FULLNAME></x>")
                == object(["name": .text("a"), "FULLNAME": .text("e")]))
    }

    @Test func aMemberThatComesTwiceIsReadTwice() throws {
        #expect(
            try value("<Joint><Name>a</Name><Name>b</Name></Joint>")
                == object(["Name": .text("a"), "Name": .text("b")]))
    }

    @Test func numbersAndFlagsAreReadAsJSONWritesThem() throws {
        #expect(
            try value(
                "<Joint><Width>\n 1.50e2 </Width><IsGlued> TRUE </IsGlued><Sizes><x>-0.5</x></Sizes></Joint>")
                == object([
                    "Width": .number("1.50e2"), "IsGlued": .flag(true), "Sizes": .list([.number("-0.5")]),
                ]))
        #expect(
            try value("<Joint><IsGlued>0</IsGlued><IsGlued>1</IsGlued><IsGlued>false</IsGlued></Joint>")
                == object(["IsGlued": .flag(false), "IsGlued": .flag(true), "IsGlued": .flag(false)]))
    }

    @Test(arguments: ["1,5", "+1", ".5", "1.", "0x10", "NaN", "INF", "1 2", "01", "yes", "1e999"])
    func whatIsNoNumberStaysTextForTheTableToRefuse(text: String) throws {
        #expect(
            try value("<Joint><Width>\(text)</Width><IsGlued>\(text)</IsGlued></Joint>")
                == object(["Width": .text(text), "IsGlued": .text(text)]))
    }

    @Test func fd25_aNumberOfMoreThan38DigitsIsRefused() throws {
        let digits = String(repeating: "9", count: 38)
        #expect(try value("<Joint><Width>\(digits)</Width></Joint>") == object(["Width": .number(digits)]))
        #expect(throws: WebError.invalidRequest("Width has more than 38 digits.")) {
            try value("<Joint><Width>\(digits).0</Width></Joint>")
        }
    }

    @Test func whatIsEmptyOrNilSaysNothing() throws {
        let empty = """
            <Joint xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Name/><Width></Width><IsGlued> </IsGlued>\
            <Parts> </Parts><Inner/></Joint>
            """
        #expect(
            try value(empty)
                == object([
                    "Name": .text(""), "Width": .null, "IsGlued": .null, "Parts": .list([]),
                    "Inner": .object([]),
                ]))
        #expect(
            try value(
                """
                <Joint xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Name i:nil="true"/>\
                <Parts i:nil="true"/><Inner i:nil="true"/></Joint>
                """) == object(["Name": .null, "Parts": .null, "Inner": .null]))
    }

    @Test func anotherShapeThanTheTablesStaysForItToRefuse() throws {
        #expect(
            try value(
                "<Joint><Name><b>x</b></Name><Width><b/></Width><Parts>x</Parts><Inner>x<Name/></Inner></Joint>"
            )
                == object([
                    "Name": .object([]), "Width": .object([]), "Parts": .text("x"), "Inner": .text("x"),
                ]))
        #expect(try value("<Joint>x</Joint>") == .text("x"))
        #expect(
            try value("<Joint><Parts><Name>x</Name></Parts></Joint>")
                == object(["Parts": .list([.text("x")])]))
    }

    @Test func theNamesOfRootAndOfEntriesSayNothing() throws {
        let codes = BodyContract.value(.list(.text(max: nil), max: nil), "")
        let expected: WireValue = .list([.text("A"), .text(" B ")])
        #expect(
            try value("<ArrayOfString><string>A</string><string> B </string></ArrayOfString>", codes)
                == expected)
        #expect(try value("<Codes><Code>A</Code><x> B </x></Codes>", codes) == expected)
    }
}

/// A table with a member of each kind.
private struct Joint: WireTable {
    static let shape = WireShape<Joint>(
        "JointRow", element: "Joint",
        [
            .text("Name", max: 50, "A name.", get: { _ in nil }).also("FullName"),
            .amount("Width", "A width.", get: { _ in .zero }),
            .flag("IsGlued", "A flag.", get: { _ in false }),
            .list("Parts", "A list.", get: { _ in [] as [Part] }),
            .object("Inner", "An object.", get: { _ in nil as Part? }),
            .percentages("Sizes", "Numbers.", get: { _ in [] }),
            .texts("Words", "Texts.", get: { _ in [] }),
        ])
}

private struct Part: WireTable {
    static let shape = WireShape<Part>("Part", [.text("Name", max: 50, "A name.", get: { _ in nil })])
}
