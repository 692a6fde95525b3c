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

    /// Counts only where somebody asks.
    func server(_ site: Site, _ logger: Logger, backups: NightlyBackups?) throws -> Server {
        let requests = log == .json ? logger : nil
        guard let address = try address() else { return Server(site, notes: RequestNotes(logger: requests), logger: logger) }
        let measures = Measures()
        let page = OperationsPage(host: address.host, port: address.port, measures: measures) {
            backups.map { [Gauge("portolan_backup_timestamp_seconds", "When the newest nightly backup was made; 0 for never.", $0.newest?.timeIntervalSince1970 ?? 0)] } ?? []
        }
        return Server(site, notes: RequestNotes(logger: requests, measures: measures), operations: page, logger: logger)
    }
}

/// - Parameter option: what it was given with, for whoever has to write it anew.
func hostAndPort(_ text: String, option: String) throws -> (host: String, port: Int) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (0...65535).contains(port) else {
        throw ValidationError("Write \(option) as HOST:PORT, for example 127.0.0.1:8080.")
    }
    return (text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port)
}
