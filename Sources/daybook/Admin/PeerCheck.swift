import Foundation
import NIOCore

/// Only the user that the server runs as gives it commands: the socket's mode says so, and this for who got in before
/// the mode was set.
enum PeerCheck {
    /// As Linux answers for `SO_PEERCRED`: three numbers of four bytes (unix(7), struct ucred).
    private struct Peer: Sendable {
        let process: Int32
        let user: UInt32
        let group: UInt32
    }

    static func requireOwner(of channel: any Channel) -> EventLoopFuture<Void> {
        guard let socket = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(Refusal("Who asks can't be told."))
        }
        let name = NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        return socket.unsafeGetSocketOption(level: .socket, name: name).flatMapThrowing { (peer: Peer) in
            guard peer.user == geteuid() else { throw Refusal("Another user asked.") }
        }
    }
}
