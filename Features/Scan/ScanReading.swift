import HashTreeCollections
import Journal
import Organisation

/// The scan in the order in which people read it.
extension Scan {
    /// How far an edition has come.
    enum Phase: String, Sendable { case draft, open, published }

    func phase(of id: ID<ScanEdition>) -> Phase { publications[id] != nil ? .published : openings[id] != nil ? .open : .draft }

    /// Those in the making first, then the published ones, the newest first.
    var editionsInOrder: [(id: ID<ScanEdition>, edition: ScanEdition)] {
        editions.map { ($0.key, $0.value) }.sorted { a, b in
            let one = publications[a.0]?.position ?? .max, other = publications[b.0]?.position ?? .max
            return one == other ? (b.1.fromYear ?? 0, a.0) < (a.1.fromYear ?? 0, b.0) : one > other
        }
    }

    /// What is worked on: the edition that is open, or else in the making, or else the last one published.
    var present: ID<ScanEdition>? {
        let all = editionsInOrder.map(\.id)
        return all.first { phase(of: $0) == .open } ?? all.first { phase(of: $0) == .draft } ?? all.first
    }

    var aspectsInOrder: [(id: ID<Aspect>, aspect: Aspect)] { aspects.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) } }

    func themes(of aspect: ID<Aspect>) -> [(id: ID<Theme>, theme: Theme)] {
        themes.filter { $0.value.aspect == aspect }.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
    }

    /// Those that stand by themselves: not merged into another.
    var standing: [(id: ID<Signal>, signal: Signal)] { signals.filter { merged[$0.key] == nil }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

    /// Those that are looked after.
    var alive: [(id: ID<Signal>, signal: Signal)] { standing.filter { status(of: $0.id).isAlive } }

    func status(of id: ID<Signal>) -> SignalStanding.Status { standings[id]?.last?.standing.status ?? .new }

    func reviewOn(_ id: ID<Signal>) -> Day? { status(of: id).isAlive ? standings[id]?.last?.standing.reviewOn : nil }

    /// Into which one a signal went; itself where it stands. A circle of mergers, which only a hostile journal could hold, ends where it began.
    func successor(of id: ID<Signal>) -> ID<Signal> {
        var place = id, seen: Set<ID<Signal>> = []
        while let next = merged[place]?.into, seen.insert(place).inserted { place = next }
        return place
    }

    /// Those that went into one, directly.
    func predecessors(of id: ID<Signal>) -> [ID<Signal>] { merged.filter { $0.value.into == id }.map(\.key).sorted() }
}

/// Who reads what of the scan.
extension Scan {
    /// In the making it is for those who make it, open for those who take part, then for those for whom it was published.
    func audience(of id: ID<ScanEdition>) -> Audience {
        guard let edition = editions[id] else { return .staff }
        switch phase(of: id) {
        case .draft: return .staff
        case .open: return .participants
        case .published: return edition.readers.audience
        }
    }

    /// Those that stand in an edition that everybody may read; the others are for those who take part.
    var publicSignals: Set<ID<Signal>> { Set(publications.filter { editions[$0.key]?.readers == .everyone }.flatMap(\.value.signals)) }
}
