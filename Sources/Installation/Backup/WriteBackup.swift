import FrontDoor
import StoreSQLite

extension Installation {
    /// Writes all databases to one file at `target` (mode 0600) while the server goes on: control first, then
    /// each book, each as it is at one moment. It needs room beside `target` for its largest database once
    /// more.
    ///
    /// The file is a tar archive, the books in it are SQLite databases, and after them comes a manifest with its own sum.
    /// - Parameters:
    ///   - includeSecretKey: whether the key is in it that memorable words are sealed with: who holds such a
    ///     file can read them (FD-14).
    ///   - program: this program's version, for the manifest.
    /// - Returns: what was written.
    /// - Throws: `InstallationError.exists`, `.unusable`; `.secretKeyIsConfigured` when the key to include
    ///   does not lie in the folder; `StoreError`. Nothing is left at `target` then.
    public func backup(
        to target: String, includeSecretKey: Bool = false, program: String
    ) async throws -> BackupManifest {
        guard !includeSecretKey || settings.secretKey == nil else {
            throw InstallationError.secretKeyIsConfigured
        }
        let made = settings.clock.now()
        return try await inTurn {
            // Control is in the archive before the books, so that each has what is noted of it there.
            try await noteHeads()
            let archive = try ArchiveWriter(target, made: made)
            do {
                try await place.addAll(to: archive)
                let key = includeSecretKey ? folder.secretKey : nil
                return try await offThread {
                    if let key { try archive.add(key, as: BackupManifest.secretKey) }
                    return try archive.finish(program: program)
                }
            } catch {
                archive.discard()
                throw error
            }
        }
    }
}

extension ArchiveWriter {
    /// Appends a database as it is at one moment.
    func addSnapshot(of database: String, as name: String) throws {
        let snapshot = part + ".sqlite"
        try Files.remove(snapshot)
        defer { try? Files.remove(snapshot) }
        try DatabaseFile(path: database).copy(to: snapshot)
        try add(snapshot, as: name)
    }
}
