import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import WebCore

/// What is broken behind what is good: it waits for its turn to be refused.
@Suite struct PipelinedRefusalTests {
    private func breakOff(_ wire: TestWire, _ error: any Error = HTTPParserError.invalidHeaderToken) {
        wire.channel.pipeline.fireErrorCaught(error)
    }

    @Test(arguments: [(HTTPParserError.headerOverflow, 431), (.invalidHeaderToken, 400)])
    func fd25_whatIsUnderWayIsAnsweredBeforeWhatIsBroken(error: HTTPParserError, status: Int) throws {
        let counted = CountedAnswers()
        let wire = try TestWire(metrics: counted)
        try wire.ask()
        try wire.ask()
        breakOff(wire, error)
        #expect(try wire.allAnswered().isEmpty && wire.channel.isActive)
        try wire.answer(.ok)
        #expect(try wire.allAnswered().map(\.status) == [200])
        // However long that takes.
        wire.pass(600)
        #expect(wire.channel.isActive && counted.all.isEmpty)
        try wire.answer(.created)
        let answers = try wire.allAnswered()
        #expect(answers.map(\.status) == [201, status])
        #expect(answers.last?.body.hasPrefix(#"{"Error":"InvalidRequest","Message":"#) == true)
        #expect(!wire.channel.isActive)
        #expect(counted.all == ["none \(status)"])
    }

    @Test func aBrokenBodyIsRefusedInItsTurnAndItsRouteSaysNoMore() throws {
        let wire = try TestWire()
        try wire.ask()
        try wire.send(TestWire.head)
        breakOff(wire)
        #expect(wire.channel.isActive)
        try wire.answer(.ok)
        #expect(try wire.allAnswered().map(\.status) == [200, 400])
        #expect(throws: ChannelError.self) { try wire.answer(.unauthorized) }
        #expect(try wire.allAnswered().isEmpty)
    }

    @Test func aBrokenBodyWhoseAnswerHasBegunGetsNoOther() throws {
        let wire = try TestWire()
        try wire.send(TestWire.head)
        try wire.channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
        breakOff(wire)
        #expect(wire.channel.isActive)
        try wire.channel.writeOutbound(HTTPResponsePart.end(nil))
        #expect(try wire.allAnswered().map(\.status) == [413])
        #expect(!wire.channel.isActive)
    }

    @Test func whatComesAfterTheLastRequestIsNotAnswered() throws {
        let wire = try TestWire()
        try wire.ask()
        breakOff(wire, HTTPParserError.closedConnection)
        #expect(wire.channel.isActive)
        try wire.answer(.ok)
        #expect(try wire.allAnswered().map(\.status) == [200])
        #expect(!wire.channel.isActive)
    }

    @Test func theRestOfWhatIsBrokenChangesNothing() throws {
        let wire = try TestWire()
        try wire.ask()
        breakOff(wire)
        breakOff(
            wire,
            ByteToMessageDecoderError.dataReceivedInErrorState(
                HTTPParserError.invalidHeaderToken, ByteBuffer(string: "more")))
        breakOff(wire)
        try wire.answer(.ok)
        #expect(try wire.allAnswered().map(\.status) == [200, 400])
        // Nobody behind heard of it.
        try wire.channel.throwIfErrorCaught()
    }

    @Test func aSlowBodyBehindAnAnswerUnderWayWaitsForItsRefusal() throws {
        let wire = try TestWire()
        try wire.ask()
        try wire.send(TestWire.head)
        wire.pass(30)
        #expect(try wire.allAnswered().isEmpty && wire.channel.isActive)
        try wire.answer(.ok)
        #expect(try wire.allAnswered().map(\.status) == [200, 408])
        #expect(!wire.channel.isActive)
    }
}
