import Logging
import Mail
import Synchronization

/// Takes letters and sends them one after another, behind the answers: whether a letter goes, and how long it takes,
/// must not show in them (FD-24). What goes wrong is logged, without address, name or link.
final class Postbox: Sendable {
    private let transport: (any MailTransport)?
    private let logger: Logger
    private let state = Mutex(State())

    /// Far more than are ever asked for while one is sent.
    private static let lettersMax = 1_000

    private struct State {
        var letters: [Letter] = []
        var isSending = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameter transport: nil keeps all letters in.
    init(_ transport: (any MailTransport)?, _ logger: Logger) {
        self.transport = transport
        self.logger = logger
    }

    /// Whether letters leave at all.
    var isOpen: Bool { transport != nil }

    /// Call it once what the letter tells of is committed.
    func post(_ letter: Letter) {
        guard let transport else { return }
        let starts = state.withLock { state -> Bool? in
            guard state.letters.count < Self.lettersMax else { return nil }
            state.letters.append(letter)
            defer { state.isSending = true }
            return !state.isSending
        }
        guard let starts else {
            return logger.error("A letter was not sent: too many are waiting.")
        }
        if starts { Task { await sendAll(by: transport) } }
    }

    /// Waits until all that was posted has left, or failed to.
    func emptied() async {
        await withCheckedContinuation { caller in
            let isEmpty = state.withLock { state in
                if state.isSending { state.waiting.append(caller) }
                return !state.isSending
            }
            if isEmpty { caller.resume() }
        }
    }

    private func sendAll(by transport: any MailTransport) async {
        while let letter = next() {
            do {
                try await transport.send(letter)
            } catch let error as MailError {
                logger.error("A letter was not sent.", metadata: ["error": "\(error)"])
            } catch {
                // Another's words could name whom it was for.
                logger.error("A letter was not sent.", metadata: ["error": "\(type(of: error))"])
            }
        }
    }

    /// Nil when none is left: then those who wait are told.
    private func next() -> Letter? {
        let (letter, waiting) = state.withLock { state in
            guard state.letters.isEmpty else {
                return (state.letters.removeFirst() as Letter?, [] as [CheckedContinuation<Void, Never>])
            }
            defer { state.waiting = [] }
            state.isSending = false
            return (nil, state.waiting)
        }
        for caller in waiting { caller.resume() }
        return letter
    }
}
