import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import WebCore

/// What is said of the connection alone, between the decoder and the rest.
@Suite struct ConnectionHandlerTests {
    private func head(
        _ version: HTTPVersion, _ headers: [(String, String)], hosts: [String] = ["books.example"]
    ) -> HTTPServerRequestPart {
        let headers = hosts.map { ("hOST", $0) } + headers
        return .head(
            HTTPRequestHead(version: version, method: .POST, uri: "/v2/customers", headers: .init(headers)))
    }

    /// How many answers are owed.
    private final class Owed {
        var count = 0
    }

    private func wire(_ owed: Owed = Owed()) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(
            ConnectionHandler(bodyBytesMax: 1_000) { owed.count })
        return channel
    }

    /// The value of `Connection` that goes on to the HTTP library.
    private func connection(_ channel: EmbeddedChannel) throws -> [String]? {
        guard case .head(let head)? = try channel.readInbound(as: HTTPServerRequestPart.self) else {
            return nil
        }
        return head.headers["Connection"]
    }

    /// Whether the client was told to go on.
    private func isToldToGoOn(_ channel: EmbeddedChannel) throws -> Bool {
        guard case .head(let head)? = try channel.readOutbound(as: HTTPServerResponsePart.self) else {
            return false
        }
        return head.status == .continue
    }

    @Test(arguments: [
        (HTTPVersion.http1_0, nil, ["close"]), (.http1_0, "Keep-Alive", ["Keep-Alive"]), (.http1_1, nil, []),
        (.http1_1, "Close", ["close"]), (.http1_1, "close, TE", ["close"]),
    ])
    func aConnectionThatIsNotKeptIsMarked(version: HTTPVersion, sent: String?, read: [String]) throws {
        let channel = try wire()
        try channel.writeInbound(head(version, sent.map { [("Connection", $0)] } ?? []))
        #expect(try connection(channel) == read)
    }

    @Test func whoWaitsWithTheBodyIsToldToGoOn() throws {
        let channel = try wire()
        try channel.writeInbound(head(.http1_1, [("Expect", "100-Continue"), ("Content-Length", "1000")]))
        #expect(try isToldToGoOn(channel))
        #expect(try connection(channel) == [])
    }

    @Test func aBodyThatIsTooLargeIsNotAskedFor() throws {
        let channel = try wire()
        try channel.writeInbound(head(.http1_1, [("Expect", "100-continue"), ("Content-Length", "1001")]))
        #expect(try !isToldToGoOn(channel))
        // Else the next request would be read as the body that never came.
        #expect(try connection(channel) == ["close"])
    }

    @Test func nobodyElseIsToldToGoOn() throws {
        for (version, headers) in [
            (HTTPVersion.http1_1, [("Content-Length", "9")]), (.http1_1, [("Expect", "payment")]),
            (.http1_0, [("Expect", "100-continue")]),
        ] {
            let channel = try wire()
            try channel.writeInbound(head(version, headers))
            #expect(try !isToldToGoOn(channel))
        }
    }

    @Test func theWordDoesNotComeAmidAnotherAnswer() throws {
        let owed = Owed()
        let channel = try wire(owed)
        let waiting = head(.http1_1, [("Expect", "100-continue"), ("Content-Length", "9")])
        owed.count = 1
        try channel.writeInbound(waiting)
        #expect(try !isToldToGoOn(channel))
        owed.count = 0
        try channel.writeInbound(waiting)
        #expect(try isToldToGoOn(channel))
    }

    @Test(arguments: [
        (HTTPVersion.http1_1, []), (.http1_1, ["a", "a"]), (.http1_0, ["a", "b"]),
    ])
    func aRequestMustNameItsHostOnce(version: HTTPVersion, hosts: [String]) throws {
        let channel = try wire()
        #expect(throws: WebError.invalidRequest("The request must name its host: send one Host header.")) {
            try channel.writeInbound(head(version, [("Expect", "100-continue"), ("Hos", "t")], hosts: hosts))
        }
        // Nothing of it goes on, nor of what comes behind it.
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        try channel.writeInbound(head(.http1_1, []))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) == nil)
        #expect(try !isToldToGoOn(channel))
    }

    @Test(arguments: [(HTTPVersion.http1_1, [""]), (.http1_1, ["a"]), (.http1_0, []), (.http1_0, ["a"])])
    func whoNamesItGoesOn(version: HTTPVersion, hosts: [String]) throws {
        let channel = try wire()
        try channel.writeInbound(head(version, [], hosts: hosts))
        #expect(try channel.readInbound(as: HTTPServerRequestPart.self) != nil)
    }
}
