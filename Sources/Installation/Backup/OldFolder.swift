import Foundation
import Surroundings

/// What lies where a restore goes, held so that nobody opens it meanwhile.
final class OldFolder {
    private let folder: DataFolder
    private let lock: FolderLock?
    private let isEmpty: Bool

    /// - Throws: `InstallationError.inUse`; `.notEmpty` unless it may be replaced.
    init(_ folder: DataFolder, replacing: Bool) throws(InstallationError) {
        self.folder = folder
        guard Files.exists(folder.path) else {
            lock = nil
            isEmpty = true
            return
        }
        isEmpty = Files.names(in: folder.path).allSatisfy { folder.path + "/" + $0 == folder.lock }
        // What is refused anyway may be no data folder at all: nothing is left in it.
        guard isEmpty || replacing || Files.exists(folder.lock) else { throw .notEmpty(folder: folder.path) }
        lock = try folder.takeLock()
        guard isEmpty || replacing else { throw .notEmpty(folder: folder.path) }
    }

    /// Where its secret key lies, if it has one.
    var secretKey: String? {
        Files.exists(folder.secretKey) ? folder.secretKey : nil
    }

    /// Gives its name to the folder at `staging`, which is synced first. Returns where it went, if it held
    /// anything.
    func makeWay(at now: Instant, for staging: String) throws(InstallationError) -> String? {
        try Files.syncFolder(of: staging + "/books/x")
        try Files.syncFolder(of: staging + "/x")
        guard Files.exists(folder.path) else {
            try Files.move(staging, to: folder.path)
            try Files.syncFolder(of: folder.path)
            return nil
        }
        let aside = "\(folder.path).before-restore-\(now.text.filter { $0.isNumber || $0 == "T" })"
        try Files.move(folder.path, to: aside)
        do {
            try Files.move(staging, to: folder.path)
        } catch {
            try Files.move(aside, to: folder.path)
            throw error
        }
        try Files.syncFolder(of: folder.path)
        guard isEmpty else { return aside }
        try? FileManager.default.removeItem(atPath: aside)
        return nil
    }

    func release() {
        lock?.release()
    }
}
