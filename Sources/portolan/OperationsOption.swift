import ArgumentParser
import Foundation
import Logging
import Server

/// What the server says of itself, and where.
struct OperationsOption: ParsableArguments {
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "The log, on the error output: text for people, json for machines, in which each request is a line too. (default: text)")
    var log: Form?

    @Option(
        help: ArgumentHelp(
            "A second address, for /metrics (Prometheus), /readyz and /healthz. Keep it from the public: it names every organisation.", valueName: "HOST:PORT"))
    var operations: String?

    func filled(from set: Configuration) throws -> OperationsOption {
        var all = self
        all.log = try log ?? set.choice(.log)
        all.operations = operations ?? set[.operations]
        return all
    }

    /// A line of the log never holds a path, a query, or what somebody wrote: requests stand there under the address as it was declared.
    func logger() -> Logger {
        var logger = log == .json ? Logger(label: "portolan") { _ in JSONLines() } : Logger(label: "portolan")
        logger.logLevel = log == .json ? .info : .notice
        return logger
    }

    func address() throws -> (host: String, port: Int)? { try operations.map { try hostAndPort($0, option: "--operations") } }

    /// Tells what is counted only where somebody asks.
    func server(_ site: Site, _ logger: Logger, _ measures: Measures, database: String, backups: NightlyBackups?, drain: Duration) throws -> Server {
        let requests = log == .json ? logger : nil
        guard let address = try address() else { return Server(site, notes: RequestNotes(logger: requests), drain: drain, logger: logger) }
        let page = OperationsPage(host: address.host, port: address.port, measures: measures) { DatabaseGauges(path: database).all + (backups?.gauges ?? []) }
        return Server(site, notes: RequestNotes(logger: requests, measures: measures), operations: page, drain: drain, logger: logger)
    }
}

extension NightlyBackups {
    fileprivate var gauges: [Gauge] {
        [Gauge("portolan_backup_timestamp_seconds", "When the newest nightly backup was made; 0 for never.", newest?.timeIntervalSince1970 ?? 0)]
    }
}

/// What the files of the database say of themselves.
struct DatabaseGauges {
    let path: String

    var all: [Gauge] {
        [
            // In this mode of SQLite nothing else writes into the file itself: new pages go to the log.
            Gauge("portolan_checkpoint_timestamp_seconds", "When the database's log was last written back into its file.", (about(path, .modificationDate) as Date?)?.timeIntervalSince1970 ?? 0),
            Gauge("portolan_wal_bytes", "Bytes of the database's log.", (about("\(path)-wal", .size) as NSNumber?)?.doubleValue ?? 0),
        ]
    }

    private func about<Value>(_ path: String, _ key: FileAttributeKey) -> Value? { (try? FileManager.default.attributesOfItem(atPath: path))?[key] as? Value }
}

/// - Parameter option: what it was given with, for whoever has to write it anew.
func hostAndPort(_ text: String, option: String) throws -> (host: String, port: Int) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65535).contains(port) else {
        throw ValidationError("Write \(option) as HOST:PORT, for example 127.0.0.1:8080.")
    }
    return (text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port)
}
