import Foundation
import Journal
import Logging
import Synchronization

/// Writes the log as one JSON object a line, for machines: whatever is in a message stays inside its string, control characters escaped.
package struct JSONLines: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .notice
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment = { .now }, write: @escaping @Sendable (String) -> Void = JSONLines.toStandardError) {
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line: [String: String] = ["at": "\(now())", "level": event.level.rawValue, "message": "\(event.message)"]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { _, given in given }) { line[key] = "\(value)" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(line) else { return }
        write(String(decoding: bytes, as: UTF8.self) + "\n")
    }

    private static let turn = Mutex(())

    /// Whole lines: two threads must not mix theirs.
    package static func toStandardError(_ line: String) { turn.withLock { _ in FileHandle.standardError.write(Data(line.utf8)) } }
}
