import Foundation
import NIOCore

/// Only the user that the server runs as gives it commands: the socket's mode says so, and this for who got in before
/// the mode was set.
enum PeerCheck {
    static func requireOwner(of channel: any Channel) -> EventLoopFuture<Void> {
        guard let socket = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(Refusal("Who asks can't be told."))
        }
        let name = NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        return socket.unsafeGetSocketOption(level: .socket, name: name).flatMapThrowing { (peer: ucred) in
            guard peer.uid == geteuid() else { throw Refusal("Another user asked.") }
        }
    }
}
