import Crypto
import Foundation
import Surroundings

/// Writes a backup file from front to end, under a temporary name until it is whole.
///
/// Unchecked: one backup writes it, and hands it from thread to thread.
final class ArchiveWriter: @unchecked Sendable {
    private let target: String
    /// Its name until it is whole.
    let part: String
    private let file: FileHandle
    private let made: Instant
    private var files: [BackupManifest.File] = []

    init(_ target: String, made: Instant) throws(InstallationError) {
        guard !Files.exists(target) else { throw .exists(path: target) }
        self.target = target
        self.made = made
        part = target + ".part"
        do {
            try Files.remove(part)
            file = try Files.create(part)
        } catch .unusable(_, let reason) {
            // Who asked knows only of the name that was given.
            throw .unusable(path: target, reason: reason)
        }
    }

    /// Appends the file at `path` as `name`.
    func add(_ path: String, as name: String) throws {
        let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? source.close() }
        let size = Int(try source.seekToEnd())
        try source.seek(toOffset: 0)
        let header = TarHeader(name: name, size: size, modified: made.milliseconds / 1_000)
        try file.write(contentsOf: Data(header.bytes))
        var hash = SHA256()
        var written = 0
        while let chunk = try source.read(upToCount: chunkBytes), !chunk.isEmpty {
            hash.update(data: chunk)
            try file.write(contentsOf: chunk)
            written += chunk.count
        }
        guard written == size else {
            throw InstallationError.unusable(path: path, reason: "changed while it was copied")
        }
        try file.write(contentsOf: Data(count: header.padding))
        files.append(BackupManifest.File(name: name, bytes: size, sha256: hash.finalize().hexadecimal))
    }

    /// Writes the manifest and the end, syncs, and gives the file its name.
    func finish(program: String) throws -> BackupManifest {
        let manifest = BackupManifest(
            format: BackupManifest.format, program: program, made: made.text, files: files)
        let json = try manifest.json
        try add(json, as: BackupManifest.name)
        try add(Data(SHA256.hash(data: json).hexadecimal.utf8), as: BackupManifest.sum)
        try file.write(contentsOf: Data(count: 2 * TarHeader.length))
        try file.synchronize()
        try file.close()
        // `link` refuses an existing name, where `rename` would replace it.
        guard link(part, target) == 0 else {
            guard errno == EEXIST else { throw InstallationError.failed(target) }
            throw InstallationError.exists(path: target)
        }
        try Files.remove(part)
        try Files.syncFolder(of: target)
        return manifest
    }

    private func add(_ data: Data, as name: String) throws {
        let header = TarHeader(name: name, size: data.count, modified: made.milliseconds / 1_000)
        try file.write(contentsOf: Data(header.bytes) + data + Data(count: header.padding))
    }

    /// Leaves nothing behind of a backup that failed.
    func discard() {
        try? file.close()
        try? Files.remove(part)
    }
}

/// How much of a file is in memory at once.
let chunkBytes = 1 << 20
