import Logging

/// A log for the server library, which notes a number for every request and hardly ever writes a line: what it notes is put into words only with one.
struct LateMetadata: LogHandler {
    private let inner: Logger
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    init(_ inner: Logger) { (self.inner, logLevel) = (inner, inner.logLevel) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, given in given }
        inner.log(level: event.level, event.message, metadata: all, source: event.source, file: event.file, function: event.function, line: event.line)
    }
}
