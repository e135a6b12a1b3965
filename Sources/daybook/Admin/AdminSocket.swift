import Foundation
import Installation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The server's end of `admin.sock`: takes commands of the folder's owner and runs them beside the requests.
struct AdminSocket: Service {
    private let listening: any Channel
    private let arrivals: AsyncStream<Arrival>
    private let end: AsyncStream<Arrival>.Continuation
    private let runner: ErrandRunner
    private let folder: DataFolder

    /// An errand that came in whole.
    struct Arrival: Sendable {
        let errand: Errand
        let channel: any Channel
    }

    private static let runningMax = 16
    /// Commands that wait while others run; one more is told to come again.
    private static let waitingMax = 64

    /// Listens from now on; commands wait until `run`.
    /// - Throws: `Refusal` when the socket can't be made.
    static func open(_ folder: DataFolder, _ runner: ErrandRunner, on group: any EventLoopGroup) async throws
        -> AdminSocket
    {
        let (arrivals, end) = AsyncStream.makeStream(
            of: Arrival.self, bufferingPolicy: .bufferingOldest(waitingMax))
        // The folder's lock is ours, so what is there was left behind.
        unlink(folder.adminSocket)
        let name = try SocketPath(folder)
        do {
            let listening = try await ServerBootstrap(group: group)
                .childChannelInitializer { channel in
                    PeerCheck.requireOwner(of: channel).flatMapThrowing {
                        try channel.pipeline.syncOperations.addHandler(ErrandHandler(end))
                    }
                }
                .bind(unixDomainSocketPath: name.path).get()
            // Between the two steps others can connect, but never get past the check of who they are.
            guard chmod(folder.adminSocket, 0o600) == 0 else {
                throw IOError(errnoCode: errno, reason: "chmod")
            }
            return AdminSocket(
                listening: listening, arrivals: arrivals, end: end, runner: runner, folder: folder)
        } catch {
            throw Refusal("\(folder.adminSocket) can't be made: \(oneLine("\(error)"))")
        }
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                var running = 0
                for await arrival in arrivals {
                    if running == Self.runningMax {
                        await group.next()
                        running -= 1
                    }
                    running += 1
                    group.addTask { await serve(arrival) }
                }
            }
        } onGracefulShutdown: {
            listening.close(promise: nil)
            unlink(folder.adminSocket)
            end.finish()
        }
    }

    private func serve(_ arrival: Arrival) async {
        let answer = await runner.run(arrival.errand) { [channel = arrival.channel] text in
            let piece = Errand.Answer(code: 0, output: text, error: "", goesOn: true)
            try await channel.writeAndFlush(ByteBuffer(bytes: Errand.frame(piece)))
        }
        arrival.channel.answer(answer)
    }
}

extension Channel {
    /// Sends the answer and closes; a caller that does not read it is closed all the same.
    func answer(_ answer: Errand.Answer) {
        let frame = (try? Errand.frame(answer)) ?? []
        writeAndFlush(ByteBuffer(bytes: frame)).whenComplete { _ in self.close(promise: nil) }
        eventLoop.scheduleTask(in: .seconds(30)) { self.close(promise: nil) }
    }
}
