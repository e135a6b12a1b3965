import Synchronization

/// Keeps strangers from filling the disk with rows: the same refusal of the same name from the same address
/// is logged once a minute. Only refusals that cost no hash and count as no failure are weighed here; all
/// else is bounded by the lock and the throttle.
final class RepeatedRefusals: Sendable {
    private let window: Duration = .seconds(60)
    private let namesMax = 4_096
    private let logged = Mutex<[String: Duration]>([:])

    /// Whether `refusal` is due for a row; asking makes it done.
    func isDue(_ refusal: String, at uptime: Duration) -> Bool {
        logged.withLock { logged in
            if let last = logged[refusal], uptime - last < window { return false }
            if logged.count >= namesMax {
                logged = logged.filter { uptime - $0.value < window }
                if logged.count >= namesMax { logged.removeAll() }
            }
            logged[refusal] = uptime
            return true
        }
    }
}
