import Testing

@testable import WebCore

@Suite struct EntityTagTests {
    private let tag = EntityTag(mark: [0xFB, 0xFF, 0xBF, 0x00, 0x10, 0x83])

    @Test func aMarkBecomesTextWithoutBlanksOrSlashes() {
        #expect(tag.quoted == #""-_-_ABCD""#)
        #expect(EntityTag(mark: [0xFF]).quoted == #""_w""#)
        #expect(EntityTag(mark: [0x00, 0x10, 0x83], .xml).quoted == #""ABCD.xml""#)
    }

    @Test(arguments: [
        #""-_-_ABCD""#, #" "x", "-_-_ABCD" "#, #""a,b","-_-_ABCD""#, "*", " * ", #"W/"x",,"-_-_ABCD""#,
        #""-_-_ABCD.xml""#, #""-_-_ABCD.xml.gzip""#,
    ])
    func anyFormOfTheVersionAllowsAChange(value: String) throws {
        #expect(try #require(EntityTags(value)).allowChange(of: tag))
    }

    @Test(arguments: [#"W/"-_-_ABCD""#, #""-_-_ABC""#, #""""#, #"".xml""#, #""-_-_ABCDE""#])
    func anotherVersionAllowsNone(value: String) throws {
        #expect(try !#require(EntityTags(value)).allowChange(of: tag))
    }

    @Test(arguments: ["", " ", ",", "-_-_ABCD", #""open"#, #""a" "b""#, "**", #"*, "a""#, #"w/"a""#, #"W/*"#])
    func whatIsNoListOfTagsIsNone(value: String) {
        #expect(EntityTags(value) == nil)
    }

    @Test func onlyTheSameFormIsKnown() throws {
        let xml = EntityTag(mark: [0xFB, 0xFF, 0xBF, 0x00, 0x10, 0x83], .xml)
        #expect(try #require(EntityTags(#""-_-_ABCD""#)).known(xml) == nil)
        #expect(try #require(EntityTags(#""-_-_ABCD.xml""#)).known(tag) == nil)
        #expect(try #require(EntityTags(#"W/"-_-_ABCD""#)).known(tag) == #""-_-_ABCD""#)
        // Each answers with the tag that the client has: compression makes no other version.
        #expect(try #require(EntityTags(#""-_-_ABCD.gzip""#)).known(tag) == #""-_-_ABCD.gzip""#)
        #expect(try #require(EntityTags(#""-_-_ABCD.xml.gzip""#)).known(xml) == #""-_-_ABCD.xml.gzip""#)
        #expect(try #require(EntityTags("*")).known(xml) == #""-_-_ABCD.xml""#)
    }
}
