import Metrics
import Synchronization

/// Collects what the program and its libraries measure, to be read as Prometheus' text.
///
/// Timers are summaries without quantiles: count and sum in seconds.
final class MetricRegistry: MetricsFactory {
    private struct Key: Hashable {
        let name: String
        /// As they are printed: `route="GET /customers",status="2xx"`.
        let labels: String
    }

    private let series = Mutex<[Key: MetricSeries]>([:])

    /// Labels are made from bounded lists; this is for a library that does otherwise.
    private static let seriesMax = 10_000

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, .counter)
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        find(label, dimensions, .counter)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        find(label, dimensions, .gauge)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        find(label, dimensions, aggregate ? .summary : .gauge)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions, .summary)
    }

    // Series stay as long as the program runs: they are few, and a counter that restarts reads as a fault.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func find(_ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind)
        -> MetricSeries
    {
        let labels = dimensions.map { "\(PrometheusText.name($0.0))=\(PrometheusText.quoted($0.1))" }
        let key = Key(name: PrometheusText.name(label), labels: labels.joined(separator: ","))
        return series.withLock { series in
            if let found = series[key] { return found }
            let made = MetricSeries(kind)
            if series.count < Self.seriesMax { series[key] = made }
            return made
        }
    }

    /// Every series in Prometheus' text format, sorted by name and labels.
    var text: String {
        let all = series.withLock { $0 }.sorted {
            ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels)
        }
        var text = ""
        var last = ""
        for (key, series) in all {
            if key.name != last { text += "# TYPE \(key.name) \(series.kind.rawValue)\n" }
            last = key.name
            let reading = series.reading
            switch series.kind {
            case .counter, .gauge: text += PrometheusText.line(key.name, key.labels, reading.sum)
            case .summary:
                text += PrometheusText.line(key.name + "_sum", key.labels, reading.sum)
                text += PrometheusText.line(key.name + "_count", key.labels, Double(reading.count))
            }
        }
        return text
    }
}
