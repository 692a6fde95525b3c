import HashTreeCollections
import Journal
import Methods
import Organisation

/// Which initiatives of a file can be taken into a version together: each with enablers that are there, of no higher level, and none that stands on itself. Whatever stands on what is refused is
/// refused with it, unless that stood there before.
///
/// Each refusal is followed once along the lists of who names whom; the whole is checked anew only where circles were found, of which there are few.
struct InitiativeChecks {
    /// As the file has it, and as it stands.
    struct Entry {
        let initiative: Initiative
        let before: Initiative?
    }

    private(set) var faults: [ID<Initiative>: Refusal] = [:]
    private let entries: [ID<Initiative>: Entry]
    private let present: [ID<Initiative>: Initiative]
    /// Who of the file names each.
    private let naming: [ID<Initiative>: [ID<Initiative>]]
    private let language: Language

    init(_ entries: [ID<Initiative>: Entry], present: [ID<Initiative>: Initiative], language: Language) {
        self.entries = entries
        self.present = present
        self.language = language
        var naming: [ID<Initiative>: [ID<Initiative>]] = [:]
        for (id, entry) in entries { for enabler in entry.initiative.enablers { naming[enabler, default: []].append(id) } }
        self.naming = naming
        refuseWithout()
        while refuseByLinks() { refuseWithout() }
    }

    /// What the version would be.
    private var all: [ID<Initiative>: Initiative] { present.merging(entries.filter { faults[$0.key] == nil }.mapValues(\.initiative)) { $1 } }

    // MARK: - What is not there

    private mutating func refuseWithout() {
        for (id, entry) in entries where entry.initiative.enablers.contains(id) { refuse(id, lacking: id) }
        var gone = naming.keys.filter { !isThere($0) }
        while let enabler = gone.popLast() {
            guard !isThere(enabler) else { continue }
            for id in naming[enabler] ?? [] where faults[id] == nil && entries[id]?.before?.enablers.contains(enabler) != true {
                refuse(id, lacking: enabler)
                gone.append(id)
            }
        }
    }

    private func isThere(_ id: ID<Initiative>) -> Bool { present[id] != nil || (entries[id] != nil && faults[id] == nil) }

    private mutating func refuse(_ id: ID<Initiative>, lacking enabler: ID<Initiative>) {
        faults[id] = Refusal("innovationstrategy.import.no-enabler", ["text": enabler.text], field: InitiativeColumn.enablers.rawValue)
    }

    // MARK: - Who enables whom

    /// Whether anything was refused. Of two in the file the one is at fault that names what is above it.
    private mutating func refuseByLinks() -> Bool {
        let listed = all.sorted { $0.key < $1.key }.map { (id: $0.key, initiative: $0.value) }
        guard let checks = StrategyFigures.checks(listed) else { return false }
        let before = faults.count
        func isOfFile(_ place: Int) -> Bool { entries[listed[place].id] != nil && faults[listed[place].id] == nil }
        func title(_ place: Int) -> String { listed[place].initiative.title.plain(in: language) }
        for link in checks.downward {
            if isOfFile(link.to) {
                faults[listed[link.to].id] = Refusal("innovationstrategy.refusal.enabler-above", ["title": title(link.from)], field: InitiativeColumn.enablers.rawValue)
            } else if isOfFile(link.from) {
                faults[listed[link.from].id] = Refusal("innovationstrategy.refusal.enables-below", ["title": title(link.to)], field: InitiativeColumn.type.rawValue)
            }
        }
        for cycle in checks.cycles {
            let titles = (cycle + cycle.prefix(1)).map(title).joined(separator: " → ")
            for place in cycle where isOfFile(place) {
                faults[listed[place].id] = Refusal("innovationstrategy.refusal.cycle", ["titles": titles], field: InitiativeColumn.enablers.rawValue)
            }
        }
        return faults.count > before
    }
}
