import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var scan: Scan { organisation[Scan.self] }

    func edition() throws(Missing) -> (id: ID<ScanEdition>, edition: ScanEdition) {
        let id: ID<ScanEdition> = try id("edition")
        guard let edition = scan.editions[id], viewer.belongs(to: scan.audience(of: id)), viewer.belongs(to: present[Scan.self].audience(of: id)) else { throw Missing() }
        return (id, edition)
    }

    /// The stricter of then and now.
    func sees(_ id: ID<Signal>) -> Bool {
        viewer.belongs(to: .participants) || viewer.belongs(to: .everyone) && publicSignals.contains(id)
    }

    /// What a signal bears on, as far as this reader may know; worked out once for a whole list of them.
    func objectives(of id: ID<Signal>) -> Set<ID<Objective>> {
        let toEveryone = !viewer.belongs(to: .participants)
        let linked = common(toEveryone ? "scan/objectives/everyone" : "scan/objectives") { Scan.objectives($0.scan, toEveryone: toEveryone) }
        return (linked[id] ?? []).filter { sees($0) }
    }

    /// Of many those that this reader may see.
    func seen(_ signals: [SignalLists.Item]) -> [SignalLists.Item] {
        if viewer.belongs(to: .participants) { return signals }
        guard viewer.belongs(to: .everyone) else { return [] }
        let open = publicSignals
        return signals.filter { open.contains($0.id) }
    }

    private var publicSignals: Set<ID<Signal>> { isNow ? scan.publicSignals : scan.publicSignals.intersection(present[Scan.self].publicSignals) }

    func signal() throws(Missing) -> (id: ID<Signal>, signal: Signal) {
        let id: ID<Signal> = try id("signal")
        guard let signal = scan.signals[id], sees(id) else { throw Missing() }
        return (id, signal)
    }

    func aspect() throws(Missing) -> (id: ID<Aspect>, aspect: Aspect) {
        let id: ID<Aspect> = try id("aspect")
        guard let aspect = scan.aspects[id] else { throw Missing() }
        return (id, aspect)
    }

    func theme() throws(Missing) -> (id: ID<Theme>, theme: Theme) {
        let id: ID<Theme> = try id("theme")
        guard let theme = scan.themes[id] else { throw Missing() }
        return (id, theme)
    }

    func scanTrail(_ more: (title: String, path: String)...) -> [(title: String, path: String)] { [(title: say("scan.title"), path: ScanPath.scan)] + more }

    func signalTrail(_ id: ID<Signal>? = nil, _ signal: Signal? = nil) -> [(title: String, path: String)] {
        let list = scanTrail((say("scan.signals"), ScanPath.signals))
        return signal.flatMap { signal in id.map { list + [(plain(signal.title), ScanPath.signal($0))] } } ?? list
    }
}
