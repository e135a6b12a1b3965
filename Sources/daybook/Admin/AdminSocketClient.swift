import Foundation
import Installation

/// The way from a command to the server that has its data folder. It blocks: a command has nothing else to do.
final class AdminSocketClient {
    private let descriptor: CInt

    /// Nil when no server listens there.
    /// - Throws: `Refusal` when there is one that can't be reached.
    init?(folder: DataFolder) throws {
        var about = stat()
        guard stat(folder.adminSocket, &about) == 0 else { return nil }
        // It would be turned away without a word (PeerCheck): this is for root, whom no mode stops.
        guard about.st_uid == geteuid() else {
            throw Refusal("The server runs as user \(about.st_uid): give the command as that user.")
        }
        let name = try SocketPath(folder)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Refusal("No socket can be made: \(Self.reason).") }
        guard Self.connect(descriptor, name.path) else {
            let code = errno
            close(descriptor)
            // Left behind by a server that is gone.
            if code == ECONNREFUSED || code == ENOENT { return nil }
            throw Refusal(
                "The server can't be reached over \(folder.adminSocket): \(String(cString: strerror(code))).")
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Sends an errand and waits for its answer, however long that takes. Pieces of a long output are written at once.
    func ask(_ errand: Errand) throws -> Errand.Answer {
        let frame = try Errand.frame(errand)
        guard frame.count <= Errand.bytesMax else { throw Refusal("The command is too long.") }
        try send(frame)
        var answer = try answer()
        while answer.goesOn == true {
            try StandardOutput.writeAll(answer.output)
            answer = try self.answer()
        }
        return answer
    }

    private func answer() throws -> Errand.Answer {
        let length = Errand.length(try receive(Errand.lengthBytes))
        guard length <= Errand.answerBytesMax else { throw Refusal("The server's answer is too long.") }
        return try JSONDecoder().decode(Errand.Answer.self, from: Data(try receive(length)))
    }

    private func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                Glibc.send(
                    descriptor, all.baseAddress?.advanced(by: sent), all.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Refusal("The server did not take the command: \(Self.reason).") }
            sent += count
        }
    }

    private func receive(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let more = bytes.withUnsafeMutableBytes { all in
                read(descriptor, all.baseAddress?.advanced(by: received), count - received)
            }
            if more < 0 && errno == EINTR { continue }
            guard more > 0 else { throw Refusal("The server ended the connection before it answered.") }
            received += more
        }
        return bytes
    }

    private static func connect(_ descriptor: CInt, _ path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { name in
            guard bytes.count < name.count else { return false }
            name.copyBytes(from: bytes)
            return true
        }
        guard fits else {
            errno = ENAMETOOLONG
            return false
        }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
