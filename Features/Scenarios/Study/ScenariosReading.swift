import HashTreeCollections
import Journal
import Organisation

/// Studies in the order in which people read them.
extension Scenarios {
    enum Phase: String, Sendable { case draft, open, published }

    func phase(of id: ID<ForesightStudy>) -> Phase { publications[id] != nil ? .published : openings[id] != nil ? .open : .draft }

    /// The newest first.
    var studiesInOrder: [(id: ID<ForesightStudy>, study: ForesightStudy)] {
        studies.map { ($0.key, $0.value) }.sorted { (beginnings[$1.0] ?? 0, $0.0) < (beginnings[$0.0] ?? 0, $1.0) }
    }

    func drivers(of study: ID<ForesightStudy>) -> [(id: ID<Driver>, driver: Driver)] { drivers.filter { $0.value.study == study }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

    /// Those that hold.
    func axes(of study: ID<ForesightStudy>) -> Axes? { axes[study]?.last?.axes }

    /// All four, also those of which nothing has been written.
    func scenarios(of study: ID<ForesightStudy>) -> [ID<Scenario>] { axes(of: study)?.scenarios ?? [] }

    /// Between whose ends a scenario lies: the axes of its own time, where others were chosen since.
    func axes(of scenario: ID<Scenario>) -> Axes? {
        places[scenario].flatMap { place in axes[place.study]?.last { $0.axes.scenarios.contains(scenario) }?.axes }
    }

    func isFormer(_ scenario: ID<Scenario>) -> Bool { places[scenario].map { !scenarios(of: $0.study).contains(scenario) } ?? true }

    /// What was written under axes that no longer hold.
    func formerScenarios(of study: ID<ForesightStudy>) -> [ID<Scenario>] {
        let present = Set(scenarios(of: study))
        var seen = present
        return (axes[study] ?? []).flatMap(\.axes.scenarios).filter { seen.insert($0).inserted && (scenarios[$0] != nil || !signposts(of: $0).isEmpty) }
    }

    func signposts(of scenario: ID<Scenario>) -> [(id: ID<Signpost>, signpost: Signpost)] {
        signposts.filter { $0.value.scenario == scenario }.map { ($0.key, $0.value) }.sorted { ($0.1.until ?? .beginning, $0.0) < ($1.1.until ?? .beginning, $1.0) }
    }

    func study(of signpost: Signpost) -> ID<ForesightStudy>? { places[signpost.scenario]?.study }

    /// Every signpost of the scenarios that hold.
    var standingSignposts: [(id: ID<Signpost>, signpost: Signpost)] {
        signposts.filter { item in !isFormer(item.value.scenario) && study(of: item.value).map { studies[$0] != nil } ?? false }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// Until when it is watched; `nil` where it has come true, or is watched no more.
    func watchedUntil(_ id: ID<Signpost>) -> Day? { sightings[id] != nil ? nil : watches[id].map(\.until) ?? signposts[id]?.until }

    func isGivenUp(_ id: ID<Signpost>) -> Bool { sightings[id] == nil && watches[id].map { $0.until == nil } ?? false }

    /// It has come true, and nobody has said what follows.
    func isUnanswered(_ id: ID<Signpost>) -> Bool { sightings[id] != nil && answers[id] == nil }

    /// Whether the day until which it was to be watched has passed.
    func isDue(_ id: ID<Signpost>, on day: Day) -> Bool { watchedUntil(id).map { $0 < day } ?? false }

    /// How many of the signposts of a scenario have come true.
    func tally(of scenario: ID<Scenario>) -> (seen: Int, of: Int) {
        let all = signposts(of: scenario)
        return (all.count { sightings[$0.id] != nil }, all.count)
    }
}

/// Who reads what.
extension Scenarios {
    /// In the making it is for those who make it, open for those who take part, then for those for whom it was published.
    func audience(of id: ID<ForesightStudy>?) -> Audience {
        guard let id, let study = studies[id] else { return .staff }
        switch phase(of: id) {
        case .draft: return .staff
        case .open: return .participants
        case .published: return study.readers.audience
        }
    }
}
