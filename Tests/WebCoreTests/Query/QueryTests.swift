import Testing

@testable import WebCore

@Suite struct QueryTests {
    @Test func valuesAreDecodedOnceAndNamesInAnyCase() throws {
        let query = try Query("SearchText=a%20b%2B+c&page=2&PAGE=3&empty=")
        #expect(query["searchtext"] == "a b+ c")
        #expect(query["Page"] == "2")
        #expect(query["empty"] == nil)
        #expect(query["gone"] == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff"])
    func brokenEscapesAreRefused(raw: String) {
        #expect(throws: WebError.invalidRequest("The query is not percent-encoded UTF-8.")) {
            try Query(Substring(raw))
        }
    }

    @Test func linksKeepEveryOtherParameter() throws {
        let query = try Query("searchtext=a%20b&Page=2&order=Desc&x")
        #expect(query.replacing("page", with: 7) == "searchtext=a%20b&order=Desc&x&page=7")
    }

    /// As characters, an accent behind a sign would be one with it.
    @Test func anAccentBehindASignHidesNoParameter() throws {
        let query = try Query("text=\u{301}a&\u{301}b=c&page=2")
        #expect(query["text"] == "\u{301}a")
        #expect(query["\u{301}b"] == "c")
        #expect(query.replacing("page", with: 7) == "text=\u{301}a&\u{301}b=c&page=7")
    }

    @Test func everyWrongParameterIsNamed() throws {
        var reader = try QueryReader(Query("page=0&flag=maybe&sort=colour&text=%07"))
        _ = reader.read(.integer("page", min: 1, absent: 1, ""))
        _ = reader.read(QueryParameter<Bool?>.flag("flag", ""))
        _ = reader.read(.choice("sort", [("Name", 0, "n"), ("Code", 1, "c")], absent: "n", ""))
        _ = reader.read(QueryParameter<String?>.text("text", max: 5, ""))
        #expect(
            throws: WebError.validation([
                .init(field: "page", message: "page must be a whole number from 1 to 2147483647."),
                .init(field: "flag", message: "flag must be true or false."),
                .init(field: "sort", message: "sort must be one of 0 or Name, 1 or Code."),
                .init(
                    field: "text",
                    message: "text must have no control characters and not more than 5 characters."),
            ])
        ) { try reader.finish() }
    }

    @Test func choicesAreReadByNameAndByNumber() throws {
        for sent in ["Code", "code", "1"] {
            var reader = try QueryReader(Query("sort=\(sent)"))
            #expect(
                reader.read(.choice("sort", [("Name", 0, "n"), ("Code", 1, "c")], absent: "n", "")) == "c")
        }
    }

    @Test func segmentsSurviveEncodingAndDecoding() {
        for text in ["a/b", "100%", "é ü", ".", "a+b", "日本", "?#&="] {
            #expect(text.percentEncodedSegment.percentDecoded() == text)
        }
        #expect("a/b c".percentEncodedSegment == "a%2Fb%20c")
        #expect("a+b".percentDecoded() == "a+b")
    }
}
