import Crypto
import Foundation
import Surroundings

/// Reads a backup file from front to end; believes nothing in it.
struct ArchiveReader {
    let path: String

    /// Reads it all once and compares it with its manifest.
    /// - Throws: `InstallationError.notABackup` saying what is wrong, `.unusable`.
    func verified() throws -> BackupManifest {
        var found: [BackupManifest.File] = []
        var listing: Data?
        var isSummed = false
        try walk { header, read in
            if let listing {
                guard header.name == BackupManifest.sum, !isSummed else {
                    throw refused("Something follows its manifest.")
                }
                let sum = try whole(header, read)
                guard sum == Data(SHA256.hash(data: listing).hexadecimal.utf8) else {
                    throw refused("Its manifest was changed or is damaged.")
                }
                isSummed = true
                return
            }
            if header.name == BackupManifest.name {
                listing = try whole(header, read)
                return
            }
            guard BackupManifest.allows(header.name) else {
                throw refused("It holds a file that is none of a backup.")
            }
            guard !found.contains(where: { $0.name == header.name }) else {
                throw refused("It holds a file twice.")
            }
            var hash = SHA256()
            try read { hash.update(data: $0) }
            let sha256 = hash.finalize().hexadecimal
            found.append(BackupManifest.File(name: header.name, bytes: header.size, sha256: sha256))
        }
        guard let listing, isSummed else {
            throw refused("It was cut short: its manifest is missing.")
        }
        let manifest = try decode(listing)
        guard manifest.files.map(\.name) == found.map(\.name), found.first?.name == BackupManifest.control
        else {
            throw refused("It does not hold the files that its manifest lists.")
        }
        for (listed, file) in zip(manifest.files, found) where listed != file {
            throw refused("\(file.name) is not what its manifest says: the file was changed or is damaged.")
        }
        return manifest
    }

    /// Writes one of its files to `target`.
    /// - Parameter manifest: as `verified` gave it.
    /// - Throws: `InstallationError`.
    func extract(_ name: String, of manifest: BackupManifest, to target: String) throws {
        let archive = try opened()
        defer { try? archive.close() }
        try archive.seek(toOffset: UInt64(manifest.offset(of: name)))
        _ = try entry(of: archive) { header, read in
            guard header.name == name else { throw refused("It changed while it was read.") }
            let file = try Files.create(target)
            try read { try file.write(contentsOf: $0) }
            try file.close()
        }
    }

    /// Writes its files into `folder`, each synced.
    /// - Throws: `InstallationError`.
    func extract(into folder: String) throws {
        try walk { header, read in
            guard header.name != BackupManifest.name, header.name != BackupManifest.sum else {
                return try read { _ in }
            }
            guard BackupManifest.allows(header.name) else { throw refused("It changed while it was read.") }
            let file = try Files.create(folder + "/" + header.name)
            try read { try file.write(contentsOf: $0) }
            try file.synchronize()
            try file.close()
        }
    }

    private typealias Read = ((Data) throws -> Void) throws -> Void

    private func walk(_ visit: (TarHeader, Read) throws -> Void) throws {
        let file = try opened()
        defer { try? file.close() }
        while try entry(of: file, visit) {}
    }

    private func opened() throws(InstallationError) -> FileHandle {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Reads what comes next. Returns false at the end.
    private func entry(of file: FileHandle, _ visit: (TarHeader, Read) throws -> Void) throws -> Bool {
        let bytes = try exactly(TarHeader.length, of: file)
        guard bytes.contains(where: { $0 != 0 }) else { return false }
        guard let header = TarHeader(Array(bytes)) else {
            throw refused("It is no archive of this program.")
        }
        try visit(header) { take in
            var rest = header.size
            while rest > 0 {
                let chunk = try exactly(min(rest, chunkBytes), of: file)
                try take(chunk)
                rest -= chunk.count
            }
        }
        _ = try exactly(header.padding, of: file)
        return true
    }

    private func exactly(_ count: Int, of file: FileHandle) throws -> Data {
        guard count > 0 else { return Data() }
        let data: Data?
        do {
            data = try file.read(upToCount: count)
        } catch {
            throw InstallationError.unusable(path: path, reason: "can't be read")
        }
        guard let data, data.count == count else { throw refused("It was cut short.") }
        return data
    }

    private func whole(_ header: TarHeader, _ read: Read) throws -> Data {
        guard header.size <= BackupManifest.bytesMax else { throw refused("Its manifest is too large.") }
        var data = Data()
        try read { data.append($0) }
        return data
    }

    private func decode(_ json: Data) throws -> BackupManifest {
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: json) else {
            throw refused("Its manifest can't be read.")
        }
        guard manifest.format == BackupManifest.format else {
            throw refused(
                "It was made by version \(manifest.program), in a form that this version does not know.")
        }
        return manifest
    }

    private func refused(_ reason: String) -> InstallationError {
        .notABackup(path: path, reason: reason)
    }
}
