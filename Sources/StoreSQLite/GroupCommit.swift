import Dispatch
import Store
import Synchronization

/// A write that waits for its turn, and for its commit.
struct QueuedWrite: Sendable {
    /// Tells the caller; called once, after the commit that decides it.
    typealias Answer = @Sendable () -> Void

    /// Does the work and gives what to answer once that is on disk.
    let run: @Sendable (any Transaction) throws -> Answer
    let fail: @Sendable (any Error) -> Void
}

/// The one writer of a file: takes all writes that wait, commits them together with one fsync, then answers.
///
/// When the engine fails, none of the batch was written; after a failed fsync either all of it was or nothing, and
/// the callers are told that nobody knows. The connections are closed, and the next write opens the file again: what
/// the file then says holds.
final class GroupCommit: Sendable {
    private struct Line {
        var waiting: [QueuedWrite] = []
        var isRunning = false
        var isClosed = false
    }

    private let open: @Sendable () throws -> Connection
    private let readers: ReaderPool
    private let line = Mutex(Line())
    /// Nil after a failure. Changed on `serial` only.
    private let writer: Mutex<Connection?>
    private let serial = DispatchQueue(label: "daybook.commit", qos: .userInitiated)

    /// - Parameters:
    ///   - writer: the connection to begin with.
    ///   - open: makes another after a failure, when the file is sound.
    init(_ writer: Connection, readers: ReaderPool, open: @escaping @Sendable () throws -> Connection) {
        self.writer = Mutex(writer)
        self.readers = readers
        self.open = open
    }

    /// Queues a write. It is carried out even if its caller no longer waits.
    func add(_ write: QueuedWrite) {
        enum Next { case nothing, start, refuse }
        let next: Next = line.withLock { line in
            guard !line.isClosed else { return .refuse }
            line.waiting.append(write)
            guard !line.isRunning else { return .nothing }
            line.isRunning = true
            return .start
        }
        switch next {
        case .nothing: break
        case .start: serial.async { self.commitAllThatWait() }
        case .refuse: write.fail(StoreError.closed)
        }
    }

    /// Takes no more, finishes what waits, empties the log, closes the writer, then calls `done`.
    func close(_ done: @escaping @Sendable () -> Void) {
        line.withLock { $0.isClosed = true }
        // What is queued before this is done first, and takes all that was added before.
        serial.async {
            self.commitAllThatWait()
            if let connection = self.writer.withLock({ $0.take() }) {
                // What can't be moved now stays in the log, and is found there at the next opening.
                try? connection.emptyLog()
                connection.close()
            }
            done()
        }
    }

    private func commitAllThatWait() {
        while true {
            let batch = line.withLock { line in
                defer { line.waiting = [] }
                line.isRunning = !line.waiting.isEmpty
                return line.waiting
            }
            guard !batch.isEmpty else { return }
            commit(batch)
        }
    }

    private func commit(_ batch: [QueuedWrite]) {
        do {
            let connection = try current()
            do {
                for answer in try connection.commit(batch) { answer() }
            } catch {
                if connection.mustReopen { drop(connection) }
                throw error
            }
            if !connection.checkpointWhenDue() { drop(connection) }
        } catch {
            for write in batch { write.fail(StoreError(error)) }
        }
    }

    private func current() throws -> Connection {
        if let kept = writer.withLock({ $0 }) { return kept }
        let opened = try open()
        writer.withLock { $0 = opened }
        readers.reopened()
        return opened
    }

    private func drop(_ connection: Connection) {
        readers.fail()
        writer.withLock { $0 = nil }
        connection.close()
    }
}
