import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import WebCore

/// The request id of what is refused before any route sees it.
@Suite struct RefusalIDTests {
    /// Of the last answer that went out.
    private func id(_ wire: TestWire) throws -> String? {
        let name = try #require(HTTPField.Name.requestID)
        var id: String?
        while let part = try wire.channel.readOutbound(as: HTTPResponsePart.self) {
            if case .head(let head) = part { id = head.headerFields[name] }
        }
        return id
    }

    private func head(_ id: String) throws -> HTTPRequestPart {
        let name = try #require(HTTPField.Name.requestID)
        return .head(
            HTTPRequest(
                method: .post, scheme: "http", authority: "books", path: "/v2/customers",
                headerFields: [name: id]))
    }

    @Test func whoSendsTooSlowlyIsToldTheirOwn() throws {
        let wire = try TestWire()
        try wire.send(head("App.4711"))
        wire.pass(15)
        #expect(try id(wire) == "App.4711")
    }

    @Test func anIDThatCouldForgeALineIsReplaced() throws {
        let wire = try TestWire()
        try wire.send(head("a b"))
        wire.pass(15)
        let made = try #require(try id(wire))
        #expect(made.wholeMatch(of: /[0-9a-f]{17,32}/) != nil)
    }

    @Test func whatCannotBeReadHasNotThatOfTheRequestBeforeIt() throws {
        let wire = try TestWire()
        try wire.send(head("App.4711"))
        try wire.send(.end(nil))
        try wire.answer(.ok)
        wire.channel.pipeline.fireErrorCaught(HTTPParserError.invalidMethod)
        let made = try #require(try id(wire))
        #expect(made != "App.4711" && made.wholeMatch(of: /[0-9a-f]{17,32}/) != nil)
    }
}
