import Foundation
import Surroundings

/// Letters as files: each a `.eml` in one folder, for an owner without a mail server and for tests.
///
/// A letter can hold a link that opens an account, so the folder (0700) and the files (0600) are their owner's alone.
/// A name that ends in `.eml` is a whole letter, on the disk: it is written under another one first.
public struct MailFolder: MailTransport {
    private let path: String
    private let sender: Mailbox
    private let clock: any Timekeeper
    private let random: any Randomness

    /// - Parameters:
    ///   - path: made when the first letter comes; one that is there keeps the rights it has.
    ///   - sender: whom the letters are from.
    public init(path: String, from sender: Mailbox, clock: any Timekeeper, random: any Randomness) {
        self.path = path
        self.sender = sender
        self.clock = clock
        self.random = random
    }

    public func send(_ letter: Letter) async throws {
        let now = clock.now()
        let mark = random.bytes(16)
        let message = try MailMessage(letter, from: sender, at: now, mark: mark)
        let moment = now.text.filter { $0.isNumber || $0 == "T" }
        let name = moment + "-" + mark.prefix(8).hexadecimal
        // A disk takes its time: the threads of the server are for answers.
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { caller.resume(with: Result { try keep(message, as: name) }) }
        }
    }

    private func keep(_ message: MailMessage, as name: String) throws(MailError) {
        try makeFolder(path)
        let draft = "\(path)/.\(name).part"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .folder(path) }
        do throws(MailError) {
            defer { close(file) }
            try write(message.bytes, to: file)
            guard rename(draft, "\(path)/\(name).eml") == 0 else { throw MailError.folder(path) }
            try sync()
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to file: Int32) throws(MailError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .folder(path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw .folder(path) }
    }

    /// Makes the new name last through a power cut.
    private func sync() throws(MailError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .folder(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .folder(path) }
    }

    /// Makes the folder and those above it.
    private func makeFolder(_ path: String) throws(MailError) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard errno == ENOENT, parent != path else { throw .folder(path) }
        try makeFolder(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .folder(path) }
    }
}

extension MailError {
    /// What `errno` says now of the folder.
    fileprivate static func folder(_ path: String) -> MailError {
        .notTaken(reason: "The mail folder \(path) can't be written: \(String(cString: strerror(errno))).")
    }
}
