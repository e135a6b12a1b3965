import Metrics
import Synchronization
import WebCore

/// Counts answers by route and status class, and how long they took by route. Routes are named as in the contract and
/// statuses by their hundreds, so that strangers can't make new series.
final class RequestMeter: RequestMetrics {
    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private let factory: any MetricsFactory
    private let known = Mutex<[Key: (answers: Counter, time: Metrics.Timer)]>([:])

    init(_ factory: any MetricsFactory) {
        self.factory = factory
    }

    func answered(route: String?, status: Int, after: Duration) {
        let key = Key(route: route ?? "none", status: status / 100)
        let (answers, time) = known.withLock { known in
            if let found = known[key] { return found }
            let made = (
                Counter(
                    label: "daybook_answers_total",
                    dimensions: [("route", key.route), ("status", "\(key.status)xx")], factory: factory),
                Metrics.Timer(
                    label: "daybook_answer_seconds", dimensions: [("route", key.route)], factory: factory)
            )
            known[key] = made
            return made
        }
        answers.increment()
        let (seconds, attoseconds) = after.components
        time.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
