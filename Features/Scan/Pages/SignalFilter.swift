import HashTreeCollections
import Journal
import Organisation
import Pages

/// Which signals somebody asks for: by words, aspect, kind, how they stand, region, and list.
struct SignalFilter {
    enum List: String, CaseIterable { case all, priority, watch, unscored, review, retired }

    let aspect: ID<Aspect>?
    let region: ID<Region>?
    let kind: Signal.Kind?
    let status: SignalStanding.Status?
    let list: List
    let words: String

    init(_ visit: Visit) {
        aspect = visit.query["aspect"].flatMap { ID<Aspect>($0) }
        region = visit.query["region"].flatMap { ID<Region>($0) }
        kind = visit.query["kind"].flatMap(Signal.Kind.init)
        status = visit.query["status"].flatMap(SignalStanding.Status.init)
        list = visit.query["list"].flatMap(List.init) ?? .all
        words = String((visit.query["words"] ?? "").prefix(100))
    }

    /// As it stands in an address.
    var query: [String: String] {
        var query: [String: String] = [:]
        query["aspect"] = aspect?.text
        query["region"] = region?.text
        query["kind"] = kind?.rawValue
        query["status"] = status?.rawValue
        if list != .all { query["list"] = list.rawValue }
        if !words.isEmpty { query["words"] = words }
        return query
    }

    /// In the order of the list that is asked for; all others the newest first.
    func chosen(_ visit: Visit) -> [SignalLists.Item] {
        let scan = visit.scan
        let all = visit.seen(list == .retired ? scan.standing.filter { !scan.status(of: $0.id).isAlive } : scan.alive)
        let needle = FoldedText(words)
        let fitting = all.filter { id, signal in
            (aspect == nil || signal.aspect == aspect) && (kind == nil || signal.kind == kind) && (status == nil || scan.status(of: id) == status)
                && (region.map { signal.regions.isEmpty || signal.regions.contains($0) } ?? true)
                && (words.isEmpty || (Array(signal.title.texts.values) + Array(signal.text.texts.values)).contains { $0.text.map { FoldedText($0).holds(needle) } ?? false })
        }
        switch list {
        case .priority: return SignalLists(fitting).priority.map(\.item)
        case .watch: return SignalLists(fitting).watched
        case .unscored: return SignalLists(fitting).unscored
        case .review: return fitting.filter { scan.isDue($0.id, on: visit.times.day) }.sorted { (scan.reviewOn($0.id) ?? .beginning, $0.id) < (scan.reviewOn($1.id) ?? .beginning, $1.id) }
        case .all, .retired: return fitting.sorted { (scan.beginnings[$1.id]?.at ?? .init(milliseconds: 0), $0.id) < (scan.beginnings[$0.id]?.at ?? .init(milliseconds: 0), $1.id) }
        }
    }
}

extension Scan {
    /// Whether somebody should look at it: it is new, or the day for which that was said has come.
    func isDue(_ id: ID<Signal>, on day: Day) -> Bool { status(of: id) == .new || reviewOn(id).map { $0 <= day } ?? false }
}
