import Testing

@testable import WebCore

/// When gzip is wanted (RFC 9110, section 12.5.3).
@Suite struct AcceptEncodingTests {
    @Test(arguments: [
        "gzip", "GZIP", "x-gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "*", "gzip;q=0.001",
        "deflate,gzip",
        "identity;q=0.5, gzip", "identity, gzip", "identity;q=0, *", "gzip ; q=0.5",
        "*;q=0.3, identity;q=0.2",
    ])
    func whereItIsNamedOrAnythingIs(accepted: String) {
        #expect(Answer.takesGzip(accepted))
    }

    @Test(arguments: [
        "", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "identity, gzip;q=0.5",
        "deflate, br;q=0.9", "gzipped", "*;q=0.5, gzip;q=0.4", "x-gzip;q=0, br",
        // A weight that can't be read asks for nothing.
        "gzip;q=0.0000", "gzip;q=", "gzip;q", "gzip;q=.5", "gzip;q=1.001", "gzip;q=2", "gzip;q=-1",
        "gzip;q =1",
        "gzip;q= 1", "gzip;q=0,5", "gzip;q=high",
    ])
    func whereItIsNotOrTheAnswerAsItIsIsWantedMore(accepted: String) {
        #expect(!Answer.takesGzip(accepted))
    }
}
