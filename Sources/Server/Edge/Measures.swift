import Synchronization

/// What the server counts of itself, in the text format that Prometheus reads (version 0.0.4). Never what anybody wrote or who they are.
package final class Measures: Sendable {
    private struct Label: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private let series = Mutex<[Label: Histogram]>([:])
    private let appends = Mutex(Histogram())

    package init() {}

    /// - Parameter route: as declared, with its gaps: what fills them is not counted apart.
    func note(method: String, route: String, status: Int, seconds: Double) {
        series.withLock { $0[Label(method: method, route: route, status: status), default: Histogram()].note(seconds) }
    }

    /// One transaction with which the journals grew, or failed to.
    func noteAppend(seconds: Double) { appends.withLock { $0.note(seconds) } }

    /// - Parameter gauges: what else stands at this moment.
    package func text(_ gauges: [Gauge]) -> String {
        let requests = "portolan_http_request_duration_seconds", writing = "portolan_journal_append_seconds"
        var text = "# HELP \(requests) Time until an answer was ready.\n# TYPE \(requests) histogram\n"
        for (label, one) in series.withLock({ $0 }).sorted(by: { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }) {
            text += one.lines(requests, ["method=\"\(label.method)\"", "route=\"\(label.route)\"", "status=\"\(label.status)\""])
        }
        text += "# HELP \(writing) Time until what was decided was on the disc.\n# TYPE \(writing) histogram\n" + appends.withLock { $0 }.lines(writing, [])
        return text + gauges.map(\.text).joined()
    }
}

/// How many took how long.
struct Histogram {
    /// Upper ends of the buckets, in seconds.
    static let buckets: [Double] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

    private var counts = [Int](repeating: 0, count: Histogram.buckets.count + 1)
    private var seconds = 0.0

    mutating func note(_ seconds: Double) {
        counts[Histogram.buckets.firstIndex { seconds <= $0 } ?? Histogram.buckets.count] += 1
        self.seconds += seconds
    }

    /// As Prometheus reads them: each bucket counts those before it too.
    func lines(_ name: String, _ labels: [String]) -> String {
        var text = "", sum = 0
        for (bucket, count) in zip(Histogram.buckets.map { "\($0)" } + ["+Inf"], counts) {
            sum += count
            text += "\(name)_bucket{\((labels + ["le=\"\(bucket)\""]).joined(separator: ","))} \(sum)\n"
        }
        let all = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
        return text + "\(name)_sum\(all) \(seconds)\n\(name)_count\(all) \(sum)\n"
    }
}
