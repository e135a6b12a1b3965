import Synchronization

/// What a batch took from the cache, known also when its transaction failed half-way.
final class TakenUses: Sendable {
    private let taken = Mutex<[SessionUse]>([])

    var uses: [SessionUse] { taken.withLock { $0 } }

    func add(_ uses: [SessionUse]) {
        taken.withLock { $0 += uses }
    }
}
