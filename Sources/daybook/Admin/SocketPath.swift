import Foundation
import Installation

/// A name for a data folder's socket that the operating system takes: names of sockets are 107 bytes at most, and
/// folders can lie deeper.
final class SocketPath {
    let path: String
    private let descriptor: CInt?

    private static let bytesMax = 107

    /// - Throws: `Refusal` when the folder can't be opened.
    init(_ folder: DataFolder) throws {
        guard folder.adminSocket.utf8.count > Self.bytesMax else {
            path = folder.adminSocket
            descriptor = nil
            return
        }
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal("\(folder.path): \(String(cString: strerror(errno))).") }
        self.descriptor = descriptor
        path = "/proc/self/fd/\(descriptor)/admin.sock"
    }

    deinit {
        if let descriptor { close(descriptor) }
    }
}
