import Testing

@testable import WebCore

/// Which form goes out by `Accept`, and which came in by `Content-Type`.
@Suite struct MediaTypeTests {
    @Test(arguments: [
        nil, "", "*/*", "application/json", "Application/JSON; charset=utf-8", "text/json", "application/*",
        "application/json, application/xml", "application/xml, application/json",
        "*/*, application/xml;q=0.9",
        "application/xml;q=0.5, */*", "application/xml;q=0, application/json;q=0.001", "text/html, */*;q=0.1",
        #"application/json;p="a,b;q=0\"";q=0.2, application/xml;q=0.1"#,
        "application/xml , ,, application/json",
        "application/json;q=1.000, text/xml;q=0.999", "text/xml;q=0, */*", "application/xml;q=0",
    ])
    func jsonGoesOutWhereItIsLikedNoLessOrNothingIsSaid(accept: String?) {
        let expected: MediaType? = accept == "application/xml;q=0" ? nil : .json
        #expect(MediaType.preferred(accept, of: MediaType.allCases) == expected)
    }

    @Test(arguments: [
        "application/xml", "text/xml", "TEXT/XML", "text/*", "application/json;q=0.5, application/xml",
        "application/xml, */*;q=0.1", "*/*, application/json;q=0", "application/*;q=0.4, text/*;q=0.5",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/xml ; Q=0.7, text/json;q=0.6",
        "application/json;q=high, application/xml;q=0.1",
        "application/json;q=0.0000, application/xml;q=0.001",
        "application/xml;charset=utf-16",
        "text/xml;q=1, text/*;q=0",
    ])
    func xmlGoesOutWhereItIsLikedMore(accept: String) {
        #expect(MediaType.preferred(accept, of: MediaType.allCases) == .xml)
    }

    @Test(arguments: [
        "text/html", "image/*", "application/json;q=0", "*/*;q=0",
        "application/xml;q=0.000, application/json;q=0",
        "application/*;q=0, text/*;q=0, */*", ",", "json", "application/jsonp", "application/json;q=0.0000",
        "*/*;q=1.5",
    ])
    func nothingGoesOutWhereNeitherIsAllowed(accept: String) {
        #expect(MediaType.preferred(accept, of: MediaType.allCases) == nil)
    }

    @Test func whatIsNotOfferedIsNotChosen() {
        #expect(MediaType.preferred("application/xml", of: [.json]) == nil)
        #expect(MediaType.preferred("application/xml, */*;q=0.1", of: [.json]) == .json)
    }

    @Test(arguments: [
        (nil, MediaType.json), ("application/json", .json), ("text/json;charset=latin1", .json),
        ("application/problem+json", .json), ("application/xml", .xml), ("Text/XML", .xml),
        ("application/xml; charset=UTF-8", .xml), (#"text/xml;charset="utf-8""#, .xml),
        ("application/xml; version=1", .xml),
    ])
    func whatABodyIsIsSaidByItsType(type: String?, form: MediaType) throws {
        #expect(try MediaType.sent(type) == form)
    }

    @Test(arguments: [
        "", "text/plain", "application/xml; charset=iso-8859-1", "text/xml;charset=utf-16",
        "application/soap+xml",
        "application/xml;charset=utf-8;charset=latin1", "application/xml, application/json", "xml",
        "application/xml;charset", "application/xhtml+xml",
    ])
    func anyOtherTypeIsRefused(type: String) {
        #expect(throws: WebError.unsupportedMediaType) { try MediaType.sent(type) }
    }
}
