import Surroundings
import Synchronization

/// The time by which sessions and tokens age: it never goes back and never runs slower than either clock.
///
/// It is the monotonic clock plus the largest lead that the wall clock ever had over it. So the time between
/// two readings is the larger of what both clocks say, whichever way the wall clock was set in between
/// (FD-7). Its highest reading is kept in `setting`, so that setting the clock back and starting again wins
/// no time.
final class DoorClock: Sendable {
    private let clock: any Timekeeper
    /// Milliseconds by which door time is ahead of the monotonic clock.
    private let lead: Atomic<Int64>

    init(_ clock: any Timekeeper) {
        self.clock = clock
        lead = Atomic(clock.now().milliseconds - clock.uptime().milliseconds)
    }

    /// Door time and the wall clock itself, which decides where people's dates count (a subscription's last
    /// day).
    func reading() -> (door: Instant, wall: Instant) {
        let wall = clock.now()
        let uptime = clock.uptime().milliseconds
        let seen = wall.milliseconds - uptime
        var known = lead.load(ordering: .relaxed)
        if seen > known {
            known = lead.max(seen, ordering: .relaxed).newValue
        }
        return (Instant(milliseconds: uptime + known), wall)
    }

    func now() -> Instant {
        reading().door
    }

    /// Takes note of a mark that was reached before: time is never below it from now on.
    func reach(_ mark: Instant) {
        lead.max(mark.milliseconds - clock.uptime().milliseconds, ordering: .relaxed)
    }
}
