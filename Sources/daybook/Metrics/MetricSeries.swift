import Metrics
import Synchronization

/// One line of the metrics: a name with its labels, and what was counted.
final class MetricSeries: CounterHandler, FloatingPointCounterHandler, RecorderHandler, MeterHandler,
    TimerHandler
{
    enum Kind: String, Sendable {
        case counter, gauge, summary
    }

    let kind: Kind
    private let state = Mutex<(count: Int64, sum: Double)>((0, 0))

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// How many times it was recorded, and what that adds up to: seconds for a timer.
    var reading: (count: Int64, sum: Double) { state.withLock { $0 } }

    private func add(_ value: Double) {
        state.withLock { $0 = ($0.count + 1, $0.sum + value) }
    }

    private func put(_ value: Double) {
        state.withLock { $0 = ($0.count + 1, value) }
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func reset() { state.withLock { $0 = (0, 0) } }

    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { kind == .gauge ? put(value) : add(value) }

    func set(_ value: Int64) { put(Double(value)) }
    func set(_ value: Double) { put(value) }

    func recordNanoseconds(_ duration: Int64) { add(Double(duration) / 1_000_000_000) }
}
