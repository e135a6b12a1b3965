import Foundation
import NIOCore
import ServiceLifecycle

/// A service that listens, with what it can't listen on in its refusal.
struct Listening<Listener: Service>: Service {
    let service: Listener
    let host: String
    let port: Int

    /// - Throws: `Refusal` that names the address when it is taken, or is none of this machine's.
    func run() async throws {
        do {
            try await service.run()
        } catch let error as IOError {
            throw refusal(because: String(cString: strerror(error.errnoCode)))
        } catch is SocketAddressError.UnknownHost {
            throw refusal(because: "there is no such host")
        }
    }

    private func refusal(because reason: String) -> Refusal {
        let named = host.contains(":") ? "[\(host)]" : host
        return Refusal("The server can't listen on \(oneLine(named)):\(port): \(reason).")
    }
}
