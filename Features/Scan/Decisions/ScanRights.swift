import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var scan: Scan { organisation[Scan.self] }

    /// The edition in the address.
    func edition() throws -> (id: ID<ScanEdition>, edition: ScanEdition) {
        try requirePlanner()
        let id: ID<ScanEdition> = try id("edition")
        guard let edition = scan.editions[id] else { throw Refusal("pages.refusal.gone") }
        return (id, edition)
    }

    /// The same where what it says may still be changed.
    func unpublishedEdition() throws -> (id: ID<ScanEdition>, edition: ScanEdition) {
        let found = try edition()
        if scan.phase(of: found.id) == .published { throw Refusal("scan.refusal.published") }
        return found
    }

    /// The signal in the address, where it stands by itself.
    func signal() throws -> (id: ID<Signal>, signal: Signal) {
        let id: ID<Signal> = try id("signal")
        guard let signal = scan.signals[id], viewer.belongs(to: .participants) else { throw Refusal("pages.refusal.gone") }
        if scan.merged[id] != nil { throw Refusal("scan.refusal.merged") }
        return (id, signal)
    }

    /// The same for whoever may say it anew: planners, and who saw it first for as long as nobody has looked after it.
    func ownSignal() throws -> (id: ID<Signal>, signal: Signal) {
        let found = try signal()
        guard viewer.mayDescribe(found.id, scan) else { throw Refusal("pages.refusal.not-allowed") }
        return found
    }
}

extension Viewer {
    func mayDescribe(_ id: ID<Signal>, _ scan: Scan) -> Bool {
        if Access.planners.admits(self) { return true }
        guard let account, let beginning = scan.beginnings[id] else { return false }
        return beginning.by.id == account && scan.status(of: id) == .new && belongs(to: .participants)
    }
}

enum ScanPath {
    static let scan = "scan", signals = "scan/signals", newSignal = "scan/signals/new", similar = "scan/similar", radar = "scan/radar", aspects = "scan/aspects", editions = "scan/editions"
    static let newEdition = "scan/editions/new"

    static func edition(_ id: ID<ScanEdition>, _ rest: String = "") -> String { rest.isEmpty ? "scan/editions/\(id)" : "scan/editions/\(id)/\(rest)" }
    static func signal(_ id: ID<Signal>, _ rest: String = "") -> String { rest.isEmpty ? "scan/signals/\(id)" : "scan/signals/\(id)/\(rest)" }
}
