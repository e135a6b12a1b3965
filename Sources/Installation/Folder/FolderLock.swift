import Foundation
import Synchronization

/// Holds a data folder for one process: one writes and checkpoints its files, and caches are never stale.
///
/// An advisory lock of the operating system on `daybook.lock`: it ends with the process, however that ends.
public final class FolderLock: Sendable {
    private let descriptor: Mutex<CInt?>

    init(of folder: DataFolder) throws(InstallationError) {
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .failed(folder.lock) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let owner = Self.process(in: file)
            close(file)
            guard code == EWOULDBLOCK else { throw .unusable(path: folder.lock, reason: Files.reason(code)) }
            throw .inUse(folder: folder.path, process: owner)
        }
        descriptor = Mutex(file)
        // Only a courtesy to who finds it locked: the lock holds without it.
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
    }

    deinit { release() }

    /// Lets others have the folder. Again: nothing happens.
    public func release() {
        guard let file = descriptor.withLock({ $0.take() }) else { return }
        // Closing alone would leave the lock to a child of this process that was just forked.
        flock(file, LOCK_UN)
        close(file)
    }

    private static func process(in file: CInt) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes.prefix(count), as: UTF8.self).prefix { $0.isNumber })
    }
}
