import Foundation
import Surroundings

extension SecretKey {
    /// Reads the key that lies at `path`, or makes one there, readable by the owner alone (mode 0600).
    ///
    /// A second process that makes it at the same moment finds the first one's: the file appears whole or not at all.
    /// - Throws: `FrontDoorError.unusableSecretKey` when others can read the file, when it holds no key, or when it
    ///   can neither be read nor made.
    public static func load(
        orMake path: String, random: any Randomness = SystemRandomness()
    ) throws(FrontDoorError) -> SecretKey {
        if let key = try load(path) { return key }
        let key = SecretKey(from: random)
        let written = "\(path).\(random.bytes(8).hexadecimal)"
        try key.write(to: written)
        defer { unlink(written) }
        // `link` refuses an existing name, where `rename` would replace another process's key.
        if link(written, path) != 0 {
            guard errno == EEXIST, let other = try load(path) else { throw .unusable(path, "can't be made") }
            return other
        }
        try syncFolder(of: path)
        return key
    }

    /// Reads the key that lies at `path`; nil when there is no such file.
    /// - Throws: `FrontDoorError.unusableSecretKey`, as `load(orMake:)`.
    public static func load(_ path: String) throws(FrontDoorError) -> SecretKey? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            guard errno == ENOENT else { throw .unusable(path, "can't be read") }
            return nil
        }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
            throw .unusable(path, "is no file")
        }
        guard about.st_mode & 0o077 == 0 else {
            throw .unusable(
                path, "can be read by others; `chmod 600` it, and rotate the key if they may have")
        }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(file, &buffer, buffer.count)
        guard count >= 0 else { throw .unusable(path, "can't be read") }
        guard let key = try? SecretKey(base64: String(decoding: buffer.prefix(count), as: UTF8.self)) else {
            throw .unusable(path, "is not the base64 text of 32 bytes")
        }
        return key
    }

    /// Makes the key at `next` the one at `path`, after `rotateSecret` has sealed everything with it.
    ///
    /// A rotation writes the new key to a file beside the old one first, seals, then calls this: a crash at any
    /// point leaves a file with the key that fits.
    /// - Throws: `FrontDoorError.unusableSecretKey`.
    public static func adopt(_ next: String, as path: String) throws(FrontDoorError) {
        guard rename(next, path) == 0 else { throw .unusable(next, "can't be renamed") }
        try syncFolder(of: path)
    }

    private func write(to path: String) throws(FrontDoorError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unusable(path, "can't be made") }
        defer { close(file) }
        let text = Array((Data(bytes).base64EncodedString() + "\n").utf8)
        guard Glibc.write(file, text, text.count) == text.count, fsync(file) == 0 else {
            unlink(path)
            throw .unusable(path, "can't be written")
        }
    }

    /// Makes a new name in a folder last through a power cut.
    private static func syncFolder(of path: String) throws(FrontDoorError) {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .unusable(path, "can't be made") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .unusable(path, "can't be written") }
    }
}

extension FrontDoorError {
    fileprivate static func unusable(_ path: String, _ what: String) -> FrontDoorError {
        .unusableSecretKey(reason: "The secret key \(path) \(what).")
    }
}
