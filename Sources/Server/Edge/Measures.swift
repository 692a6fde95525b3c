import Synchronization

/// What the server counts of itself, in the text format that Prometheus reads (version 0.0.4). Never what anybody wrote or who they are.
package final class Measures: Sendable {
    /// Upper ends of the buckets, in seconds.
    static let buckets: [Double] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private struct Series {
        var counts = [Int](repeating: 0, count: Measures.buckets.count + 1)
        var seconds = 0.0
    }

    private struct Label: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private let series = Mutex<[Label: Series]>([:])

    package init() {}

    /// - Parameter route: as declared, with its gaps: what fills them is not counted apart.
    func note(method: String, route: String, status: Int, seconds: Double) {
        series.withLock { series in
            let bucket = Measures.buckets.firstIndex { seconds <= $0 } ?? Measures.buckets.count
            series[Label(method: method, route: route, status: status), default: Series()].counts[bucket] += 1
            series[Label(method: method, route: route, status: status), default: Series()].seconds += seconds
        }
    }

    /// - Parameter gauges: what else stands at this moment.
    package func text(_ gauges: [Gauge]) -> String {
        var text = "# HELP portolan_http_request_duration_seconds Time until an answer was ready.\n# TYPE portolan_http_request_duration_seconds histogram\n"
        for (label, one) in series.withLock({ $0 }).sorted(by: { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }) {
            let labels = "method=\"\(label.method)\",route=\"\(label.route)\",status=\"\(label.status)\""
            var sum = 0
            for (bucket, count) in zip(Measures.buckets.map { "\($0)" } + ["+Inf"], one.counts) {
                sum += count
                text += "portolan_http_request_duration_seconds_bucket{\(labels),le=\"\(bucket)\"} \(sum)\n"
            }
            text += "portolan_http_request_duration_seconds_sum{\(labels)} \(one.seconds)\nportolan_http_request_duration_seconds_count{\(labels)} \(sum)\n"
        }
        return text + gauges.map(\.text).joined()
    }
}
