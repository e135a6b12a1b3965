import Foundation
import NIOCore

/// Collects one errand of bounded size within bounded time, then hands it over.
final class ErrandHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let arrivals: AsyncStream<AdminSocket.Arrival>.Continuation
    private var received = ByteBuffer()
    private var isWhole = false
    private var patience: Scheduled<Void>?

    private static let within: TimeAmount = .seconds(10)

    init(_ arrivals: AsyncStream<AdminSocket.Arrival>.Continuation) {
        self.arrivals = arrivals
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        patience = context.eventLoop.scheduleTask(in: Self.within) { channel.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isWhole else { return }
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        guard let length = received.getInteger(at: received.readerIndex, as: UInt32.self) else { return }
        guard length <= Errand.bytesMax else {
            isWhole = true
            return refuse("The command is too long.", context)
        }
        guard received.readableBytes >= Errand.lengthBytes + Int(length) else { return }
        isWhole = true
        patience?.cancel()
        received.moveReaderIndex(forwardBy: Errand.lengthBytes)
        let json = received.readBytes(length: Int(length)) ?? []
        guard let errand = try? JSONDecoder().decode(Errand.self, from: Data(json)) else {
            return refuse("The server does not understand the command: is it of another version?", context)
        }
        guard case .enqueued = arrivals.yield(AdminSocket.Arrival(errand: errand, channel: context.channel))
        else {
            return refuse("The server is stopping or has too many commands waiting.", context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func refuse(_ line: String, _ context: ChannelHandlerContext) {
        context.channel.answer(Errand.Answer(code: 1, output: "", error: line))
    }
}
