#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// The two clocks of a machine. Injected everywhere, so that tests decide what time it is.
public protocol Timekeeper: Sendable {
    /// The wall clock, which an operator or NTP can set forwards and back.
    func now() -> Instant
    /// Time since some fixed moment of this process; never goes back.
    func uptime() -> Duration
}

/// The machine's own clocks.
public struct SystemTimekeeper: Timekeeper {
    private static let start = ContinuousClock.now

    public init() {}

    public func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    public func uptime() -> Duration {
        Self.start.duration(to: .now)
    }
}

/// Clocks that stand still until they are told to move: for tests and for the simulation of long times.
public final class ManualTimekeeper: Timekeeper {
    private let state: Mutex<(wall: Instant, uptime: Duration)>

    public init(now: Instant) {
        state = Mutex((now, .zero))
    }

    public func now() -> Instant { state.withLock { $0.wall } }
    public func uptime() -> Duration { state.withLock { $0.uptime } }

    /// Lets time pass on both clocks.
    public func advance(by duration: Duration) {
        state.withLock {
            $0.wall = $0.wall.advanced(by: duration)
            $0.uptime += duration
        }
    }

    /// Sets the wall clock alone, as an operator would; negative is back.
    public func moveWallClock(by duration: Duration) {
        state.withLock { $0.wall = $0.wall.advanced(by: duration) }
    }
}
