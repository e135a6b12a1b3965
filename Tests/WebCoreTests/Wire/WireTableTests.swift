import Bookkeeping
import Testing

@testable import WebCore

private struct PieceWire: WireTable {
    var name = ""
    static let shape = WireShape<PieceWire>(
        "Piece", [.requiredText("Name", max: 5, "A name.", get: { $0.name }, set: { $0.name = $1 })])
}

private struct SampleWire: WireTable {
    var code: String?
    var note: String?
    var kind: String?
    var count: Int64 = 3
    var isOpen = false
    var owed = Money.zero
    var pieces: [PieceWire] = []
    var main: PieceWire?

    static let shape = WireShape<SampleWire>(
        "Sample",
        [
            .text("Code", max: 4, "Code.", get: { $0.code }, set: { $0.code = $1 }).also("Kode"),
            .text("Note", max: 20, kind: .lines, "Note.", get: { $0.note }, set: { $0.note = $1 }),
            .text("Kind", choices: ["Red", "Dark Blue"], "Kind.", get: { $0.kind }, set: { $0.kind = $1 }),
            .integer("Count", in: 0...9, "Count.", get: { $0.count }, set: { $0.count = $1 }),
            .flag("IsOpen", "Flag.", get: { $0.isOpen }, set: { $0.isOpen = $1 }),
            .amount("Owed", "Read-only.", get: { $0.owed }),
            .list("Pieces", max: 2, "List.", get: { $0.pieces }, set: { $0.pieces = $1 }),
            .object("Main", "Object.", get: { $0.main }, set: { $0.main = $1 }),
        ])
}

@Suite struct WireTableTests {
    private func read(_ json: String) throws -> SampleWire {
        try SampleWire(JSONReader.read(Array(json.utf8)))
    }

    private func text(_ wire: SampleWire) -> String {
        var writer = WireWriter()
        SampleWire.shape.write(wire, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func messages(_ json: String) -> [String] {
        do throws(WebError) {
            _ = try SampleWire(JSONReader.read(Array(json.utf8)))
            return []
        } catch .validation(let problems) {
            return problems.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func everyMemberGoesOutInTheTablesOrder() throws {
        var wire = SampleWire()
        #expect(
            text(wire) == """
                {"Code":null,"Note":null,"Kind":null,"Count":3,"IsOpen":false,"Owed":0.0000,"Pieces":[],"Main":null}
                """)
        wire.code = "a\"\\\u{1}\n/é"
        wire.owed = Money(minorUnits: -123_456)
        wire.pieces = [PieceWire(name: "one"), PieceWire(name: "two")]
        wire.main = PieceWire(name: "m")
        #expect(
            text(wire) == #"""
                {"Code":"a\"\\\u0001\n/é","Note":null,"Kind":null,"Count":3,"IsOpen":false,"Owed":-1234.5600,"Pieces":[{"Name":"one"},{"Name":"two"}],"Main":{"Name":"m"}}
                """#)
    }

    @Test func namesAreReadInAnyCaseAndUnknownOnesIgnored() throws {
        let wire = try read(#"{"CODE":"x","kODE":"y","isopen":true,"Colour":"blue","owed":5}"#)
        #expect(wire.code == "y")
        #expect(wire.isOpen)
        #expect(wire.owed == .zero)
    }

    @Test func whatIsLeftOutOrNullIsTheDefault() throws {
        let wire = try read(#"{"Count":null,"Code":null,"IsOpen":null}"#)
        #expect(wire.count == 3)
        #expect(wire.code == nil)
        #expect(try read("{}").count == 3)
    }

    @Test func textIsTrimmedAndComposed() throws {
        let wire = try read(#"{"Code":"  e\u0301 ","Note":"a\nb","Kind":"dark BLUE"}"#)
        #expect(wire.code?.unicodeScalars.map(\.value) == [0xe9])
        #expect(wire.note == "a\nb")
        #expect(wire.kind == "Dark Blue")
        #expect(try read(#"{"Code":"   "}"#).code == nil)
    }

    @Test func flagsAreReadFromZeroAndOneToo() throws {
        #expect(try read(#"{"IsOpen":1}"#).isOpen)
        #expect(try read(#"{"IsOpen":"1"}"#).isOpen)
        #expect(try !read(#"{"IsOpen":"0"}"#).isOpen)
    }

    @Test func wholeNumbersAreReadInEveryForm() throws {
        #expect(try read(#"{"Count":7.000}"#).count == 7)
        #expect(try read(#"{"Count":0.7e1}"#).count == 7)
        #expect(try read(#"{"Count":70e-1}"#).count == 7)
        #expect(try read(#"{"Count":-0}"#).count == 0)
    }

    @Test func everyWrongFieldIsNamedAtOnce() {
        let json = #"""
            {"Code":"12345","Note":"a\u0007","Kind":"green","Count":1.5,"IsOpen":"yes",
             "Pieces":[{"Name":""},{"Name":7}],"Main":{}}
            """#
        #expect(
            messages(json) == [
                "Code must not be longer than 4 characters.", "Note must not have control characters.",
                "Kind must be one of Red, Dark Blue.", "Count must be a whole number from 0 to 9.",
                "IsOpen has the wrong type.", "Pieces[0].Name must not be empty.",
                "Pieces[1].Name has the wrong type.", "Main.Name is required.",
            ])
    }

    @Test(arguments: [
        (#"{"Count":"7"}"#, "Count has the wrong type."),
        (#"{"Code":"a\nb"}"#, "Code must not have control characters."),
        // Of several lines too only the line ends are taken.
        (#"{"Note":"a\tb"}"#, "Note must not have control characters."),
        (#"{"Count":10}"#, "Count must be a whole number from 0 to 9."),
        (#"{"Count":1e300}"#, "Count must be a whole number from 0 to 9."),
        (#"{"Pieces":{}}"#, "Pieces has the wrong type."),
        (#"{"Pieces":[7]}"#, "Pieces[0] has the wrong type."),
        (#"{"Pieces":[{},{},{}]}"#, "Pieces must not have more than 2 entries."),
        (#"{"Main":[]}"#, "Main has the wrong type."), ("[]", "The body must be an object."),
    ])
    func aWrongFieldSaysWhatWouldBeRight(json: String, message: String) {
        #expect(messages(json) == [message])
    }

    @Test func aBodyFullOfMistakesIsToldInBoundedLength() {
        let pieces = Array(repeating: "7", count: 2).joined(separator: ",")
        let json = "{" + Array(repeating: #""Pieces":[\#(pieces)]"#, count: 100).joined(separator: ",") + "}"
        #expect(messages(json).count == 50)
    }

    @Test func moneyIsWrittenExactlyAtItsEnds() {
        var writer = WireWriter()
        writer.list([Int64.max, Int64.min, 5, -5]) { $1.money(Money(minorUnits: $0)) }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "[92233720368547758.0700,-92233720368547758.0800,0.0500,-0.0500]")
    }
}
