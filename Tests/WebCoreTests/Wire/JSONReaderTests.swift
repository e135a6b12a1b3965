import Testing

@testable import WebCore

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> WireValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test func numbersKeepEveryDigitThatWasSent() throws {
        #expect(
            try read("0.10000000000000000000000000000000001")
                == .number("0.10000000000000000000000000000000001"))
        #expect(try read("-1.50E+2") == .number("-1.50E+2"))
    }

    @Test func aTreeKeepsItsOrder() throws {
        let value = try read(#"{"b":[1,{"c":null}],"a":"x\/yé","b":true}"#)
        #expect(
            value
                == .object([
                    .init(
                        name: "b",
                        value: .list([.number("1"), .object([.init(name: "c", value: .null)])])),
                    .init(name: "a", value: .text("x/yé")),
                    .init(name: "b", value: .flag(true)),
                ]))
    }

    @Test(arguments: [
        ("", "line 1, column 1."), ("{", "line 1, column 2."), ("{\n  \"a\": }", "line 2, column 8."),
        ("[1,]", "line 1, column 4."), ("[1] x", "line 1, column 5."), ("nul", "line 1, column"),
        ("{'a':1}", "line 1, column 2."), ("[01]", "line 1, column 3."), ("\"\\ud800\"", "line 1, column 2."),
        ("[1]\u{0}[2]", "line 1, column 4."),
    ])
    func malformedTextNamesThePlace(text: String, place: String) {
        #expect {
            try read(text)
        } throws: { error in
            guard case .invalidRequest(let sentence) = error as? WebError else { return false }
            return sentence.contains("not well-formed JSON") && sentence.contains(place)
        }
    }

    @Test func aByteOrderMarkBeforeItIsPassedOver() throws {
        #expect(try read("\u{feff}[1]") == .list([.number("1")]))
        #expect(try read("\u{feff} [1]") == .list([.number("1")]))
        for (text, column) in [
            ("\u{feff}", 1), ("\u{feff}\u{feff}[1]", 1), ("\u{feff}[1,]", 4), ("[\u{feff}1]", 2),
        ] {
            #expect(
                throws: WebError.invalidRequest(
                    "The body is not well-formed JSON at line 1, column \(column).")
            ) { try read(text) }
        }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: WebError.self) { try JSONReader.read([0x22, 0xff, 0x22]) }
    }

    /// RapidJSON takes the second half of a pair without its first, and gives bytes that are no UTF-8.
    @Test(arguments: [
        #"["\ude00"]"#, #"["\ud83d"]"#, #"["\ude00\ud83d"]"#, #"{"\ude00":1}"#, #"["\ud83d\ud83d"]"#,
    ])
    func halfASurrogatePairIsRefused(text: String) throws {
        #expect(try read(#"["\ud83d\ude00"]"#) == .list([.text("😀")]))
        #expect {
            try read(text)
        } throws: { error in
            guard case .invalidRequest(let sentence) = error as? WebError else { return false }
            return sentence.hasPrefix("The body is not well-formed JSON at line 1, column ")
        }
    }

    @Test func thirtyTwoLevelsAreReadAndThirtyThreeAreNot() throws {
        let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try read(deepest) }
        #expect(
            throws: WebError.invalidRequest(
                "The body is nested more than 32 levels deep at line 1, column 33.")
        ) {
            try read("[" + deepest + "]")
        }
    }

    @Test func aMillionBracketsDoNotCrash() {
        #expect(throws: WebError.self) { try read(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: WebError.self) { try read(String(repeating: #"{"a":"#, count: 200_000)) }
    }

    @Test func thirtyEightDigitsAreReadAndThirtyNineAreNot() throws {
        let digits = String(repeating: "9", count: 38)
        #expect(try read(digits) == .number(digits))
        #expect(throws: WebError.self) { try read(digits + "9") }
    }

    @Test func anExponentBeyondAnyNumberNamesThePlace() {
        #expect(throws: WebError.invalidRequest("A number is too large at line 1, column 2.")) {
            try read("[1e400]")
        }
    }

    @Test func aListAsLongAsABodyIsReadInOneGo() throws {
        guard case .list(let values) = try read("[" + String(repeating: "1,", count: 500_000) + "1]") else {
            Issue.record("not a list")
            return
        }
        #expect(values.count == 500_001)
    }
}
