import Foundation

/// What the operator set, besides options on the command line: in the environment, then in a file. Both know the same names.
///
/// The file is one that systemd (`EnvironmentFile=`) and containers (`--env-file`) read too: `NAME=VALUE` lines, `#` begins a comment.
struct Configuration: Equatable {
    enum Key: String, CaseIterable {
        case database = "PORTOLAN_DATABASE"
        case address = "PORTOLAN_ADDRESS"
        case names = "PORTOLAN_NAMES"
        case proxies = "PORTOLAN_PROXIES"
        case behindTLS = "PORTOLAN_BEHIND_TLS"
        case withoutLimits = "PORTOLAN_WITHOUT_LIMITS"
        case mail = "PORTOLAN_MAIL"
        case publicAddress = "PORTOLAN_PUBLIC_ADDRESS"
        case mailFrom = "PORTOLAN_MAIL_FROM"
        case backups = "PORTOLAN_BACKUPS"
        case log = "PORTOLAN_LOG"
        case operations = "PORTOLAN_OPERATIONS"
        case connections = "PORTOLAN_CONNECTIONS"
        case connectionsPerAddress = "PORTOLAN_CONNECTIONS_PER_ADDRESS"
        case uploads = "PORTOLAN_UPLOADS"
        case uploadsPerAddress = "PORTOLAN_UPLOADS_PER_ADDRESS"

        var help: String {
            switch self {
            case .database: "where the data lie: sqlite:PATH"
            case .address: "where to listen: HOST:PORT"
            case .names: "names under which the server is reached, besides its address, separated by commas"
            case .proxies: "addresses of proxies in front whose X-Forwarded-For is believed, separated by commas"
            case .behindTLS: "yes where TLS ends at a proxy in front"
            case .withoutLimits: "yes where a gateway in front limits how often something may be asked for"
            case .mail: "how mail is sent: sendmail:PATH or spool:FOLDER"
            case .publicAddress: "where people reach the server, for links in mails: https://NAME"
            case .mailFrom: "the address from which mails come"
            case .backups: "the folder for nightly backups"
            case .log: "text or json: in json each request is a line too"
            case .operations: "a second address, not for the public, for /metrics, /readyz and /healthz: HOST:PORT"
            case .connections: "open connections, at most"
            case .connectionsPerAddress: "open connections from one address, at most"
            case .uploads: "MiB of memory for what is being sent to the server, at most"
            case .uploadsPerAddress: "MiB of memory for what is being sent from one address, at most"
            }
        }
    }

    /// What is set, and where it was found.
    private(set) var values: [Key: (value: String, origin: String)] = [:]

    /// - Parameter file: its text and its name; `nil` for none.
    /// - Throws: a `Fault` for whatever is not known: a misspelt name must not be ignored.
    init(environment: [String: String], file: (name: String, text: String)? = nil) throws(Fault) {
        if let file { try read(file.text, of: file.name) }
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("PORTOLAN_") && !Surroundings.sets(name, to: value) {
            guard let key = Key(rawValue: name) else { throw Fault("the environment: \(name) is not a setting of this program. \(Fault.known)") }
            values[key] = (value, "the environment")
        }
    }

    subscript(_ key: Key) -> String? { values[key]?.value }

    func list(_ key: Key) -> [String] {
        (self[key] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    func flag(_ key: Key) throws(Fault) -> Bool {
        switch values[key]?.value.lowercased() {
        case nil, "no", "false", "0", "": return false
        case "yes", "true", "1": return true
        case let other?: throw Fault("\(values[key]?.origin ?? ""): \(key.rawValue) is “\(other)”; write yes or no.")
        }
    }

    func number(_ key: Key) throws(Fault) -> Int? {
        guard let (text, origin) = values[key] else { return nil }
        guard let number = Int(text) else { throw Fault("\(origin): \(key.rawValue) is “\(text)”; write a whole number.") }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: Key) throws(Fault) -> Choice? where Choice.RawValue == String {
        guard let (text, origin) = values[key] else { return nil }
        guard let choice = Choice(rawValue: text.lowercased()) else {
            throw Fault("\(origin): \(key.rawValue) is “\(text)”; write \(Choice.allCases.map(\.rawValue).joined(separator: " or ")).")
        }
        return choice
    }

    private mutating func read(_ text: String, of name: String) throws(Fault) {
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmingCharacters(in: .whitespaces), place = "\(name), line \(index + 1)"
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2 else { throw Fault("\(place): write NAME=VALUE.") }
            guard let key = Key(rawValue: parts[0]) else { throw Fault("\(place): \(parts[0]) is not a setting of this program. \(Fault.known)") }
            guard values[key] == nil else { throw Fault("\(place): \(parts[0]) is set a second time.") }
            values[key] = (Configuration.unquoted(parts[1]), place)
        }
    }

    private static func unquoted(_ value: String) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) { return String(value.dropFirst().dropLast()) }
        return value
    }

    static func == (one: Configuration, other: Configuration) -> Bool {
        one.values.mapValues(\.value) == other.values.mapValues(\.value)
    }

    /// What is wrong, where, and what to do: said to the person at the command line.
    struct Fault: Error, CustomStringConvertible, Equatable {
        let description: String
        init(_ description: String) { self.description = description }
        static var known: String { "Known are: \(Key.allCases.map(\.rawValue).joined(separator: ", "))." }
    }
}
