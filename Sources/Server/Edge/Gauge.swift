/// A number that stands at a moment, for Prometheus.
package struct Gauge: Sendable {
    private let name: String
    private let help: String
    private let values: [(labels: String, value: Double)]

    /// - Parameter values: by labels, each written as `name="value"`.
    package init(_ name: String, _ help: String, _ values: [(labels: String, value: Double)]) { (self.name, self.help, self.values) = (name, help, values) }

    package init(_ name: String, _ help: String, _ value: Double) { self.init(name, help, [("", value)]) }

    var text: String {
        let lines = values.map { "\(name)\($0.labels.isEmpty ? "" : "{\($0.labels)}") \($0.value)\n" }
        return values.isEmpty ? "" : "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
    }
}
