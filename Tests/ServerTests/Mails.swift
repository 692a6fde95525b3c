import Accounts
import Foundation
import Journal
import Logging
import Synchronization

/// A mail program that keeps what it is given.
final class Mails: MailDelivery {
    private struct Down: Error {}
    private let kept = Mutex<[(id: String, mail: Mail)]>([])
    private let isDown = Mutex(false)

    var all: [Mail] { kept.withLock { $0.map(\.mail) } }
    var ids: [String] { kept.withLock { $0.map(\.id) } }

    func deliver(_ mail: Mail, from sender: Mailbox, id: String, at moment: Moment) throws {
        if isDown.withLock({ $0 }) { throw Down() }
        kept.withLock { $0.append((id, mail)) }
    }

    /// From now on nothing is taken.
    func breakDown() { isDown.withLock { $0 = true } }

    /// The path of the link in the newest mail to an address.
    func link(to address: String) -> String {
        let text = all.last { $0.to.address == address }?.text ?? ""
        return text.firstMatch(of: /http:\/\/127\.0\.0\.1:8080(\/\S*)/).map { String($0.output.1) } ?? ""
    }
}

/// A log that keeps its lines.
struct KeptLog: LogHandler {
    final class Lines: Sendable {
        private let kept = Mutex<[String]>([])
        var all: [String] { kept.withLock { $0 } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    let lines = Lines()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
    }
}
