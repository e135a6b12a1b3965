import Foundation

/// The few things done to files as whole files, each with the system's own reason when it fails.
enum Files {
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Whether there is no such file, or one without a byte in it.
    static func isMissingOrEmpty(_ path: String) -> Bool {
        var about = stat()
        return stat(path, &about) != 0 || about.st_size == 0
    }

    /// The number of the user whose file it is; nil when there is none.
    static func owner(of path: String) -> UInt32? {
        var about = stat()
        return stat(path, &about) == 0 ? about.st_uid : nil
    }

    /// A new empty file for its owner alone (mode 0600).
    /// - Throws: `InstallationError.exists`, `.unusable`.
    static func create(_ path: String) throws(InstallationError) -> FileHandle {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw .failed(path) }
            throw .exists(path: path)
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    static func createFolder(_ path: String) throws(InstallationError) {
        guard mkdir(path, 0o700) != 0 else { return }
        switch errno {
        case EEXIST:
            var about = stat()
            guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR else {
                throw .unusable(path: path, reason: "is no folder")
            }
        case ENOENT where path.contains("/"):
            try createFolder(parent(of: path))
            guard mkdir(path, 0o700) == 0 else { throw .failed(path) }
        default:
            throw .failed(path)
        }
    }

    /// Names in a folder, sorted; none when it is missing.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Nothing happens when there is no such file.
    static func remove(_ path: String) throws(InstallationError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .failed(path) }
    }

    static func move(_ path: String, to target: String) throws(InstallationError) {
        guard rename(path, target) == 0 else { throw .failed(target) }
    }

    /// Makes a new, moved or removed name in a folder last through a power cut.
    static func syncFolder(of path: String) throws(InstallationError) {
        let folder = parent(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed(folder) }
    }

    static func parent(of path: String) -> String {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return parent.isEmpty ? "/" : parent
    }

    static func reason(_ code: CInt) -> String {
        String(cString: strerror(code))
    }
}

extension InstallationError {
    /// What `errno` says now.
    static func failed(_ path: String) -> InstallationError {
        .unusable(path: path, reason: Files.reason(errno))
    }
}
