import Surroundings
import Synchronization

/// How far this process has read what all of them changed, and when.
final class ChangesSeen: Sendable {
    /// Milliseconds of uptime; nil where no other process writes.
    private let within: Int64?
    /// The last row that was read.
    private let place: Mutex<Int64>
    /// Uptime in milliseconds at which the last reading began: all that was committed before it is known here.
    private let asOf: Atomic<Int64>

    init(_ settings: FrontDoorSettings) {
        within = settings.isShared ? settings.changesSeenWithin.milliseconds : nil
        place = Mutex(0)
        asOf = Atomic(.min)
    }

    /// Whether what is in memory may still be believed. Asked on every request.
    func areKnown(at uptime: @autoclosure () -> Duration) -> Bool {
        guard let within else { return true }
        let last = asOf.load(ordering: .acquiring)
        return last != .min && uptime().milliseconds - last <= within
    }

    var lastPlace: Int64 { place.withLock { $0 } }

    /// Moves on from `place`, where a reading started that began at `uptime`; `forget` lets go of what it told.
    ///
    /// Two readings side by side told the same: the one that ends last changes nothing, so that nothing counts twice.
    func read(from place: Int64, to last: Int64, at uptime: Duration, _ forget: () -> Void) {
        self.place.withLock { current in
            guard current == place else { return }
            forget()
            current = last
            // Only now: whoever finds the reading recent must not find what it ended.
            asOf.max(uptime.milliseconds, ordering: .acquiringAndReleasing)
        }
    }
}
