import Foundation
import Hummingbird
import NIOCore
import NIOPosix

/// Serves `GET /constant`: 40 bytes of JSON, from two event loops, as the server does on two cores.
@main
struct Constant {
    static func main() async throws {
        let answer = ByteBuffer(string: #"{"Answer":"forty bytes, as the guard's"}"#)
        let router = Router()
        router.get("constant") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: answer))
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                // Not `print`: into a file it would wait in a buffer, and so would the one who reads the line.
                let line = "listening on http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
                try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
            },
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 2))
        )
        try await application.runService()
    }
}
