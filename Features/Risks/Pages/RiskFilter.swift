import HashTreeCollections
import Journal
import Organisation
import Pages

/// Which risks somebody asks for: by list, category, level, owner, whether they are carried, and a place in the matrix.
struct RiskFilter {
    enum List: String, CaseIterable { case all, unanswered, appetite, review }
    enum Status: String, CaseIterable { case open, closed, all }
    /// With what is done, or as if nothing were done.
    enum Sight: String, CaseIterable { case residual, inherent }
    enum Level: String, CaseIterable { case red, amber, green, unrated }

    let category: ID<RiskCategory>?
    let owner: ID<Unit>?
    let level: Level?
    let status: Status
    let list: List
    let sight: Sight
    let place: RiskPlace?

    init(_ visit: Visit) {
        category = visit.query["category"].flatMap { ID<RiskCategory>($0) }
        owner = visit.query["owner"].flatMap { ID<Unit>($0) }
        level = visit.query["level"].flatMap(Level.init)
        status = visit.query["status"].flatMap(Status.init) ?? .open
        list = visit.query["list"].flatMap(List.init).flatMap { List.offered(to: visit.viewer).contains($0) ? $0 : nil } ?? .all
        sight = visit.query["by"].flatMap(Sight.init) ?? .residual
        func step(_ name: String) -> Int? { visit.query[name].flatMap { Int($0) } }
        place = step("likelihood").flatMap { likelihood in step("impact").flatMap { RiskPlace(likelihood: likelihood, impact: $0) } }
    }

    /// As it stands in an address.
    var query: [String: String] {
        var query: [String: String] = [:]
        query["category"] = category?.text
        query["owner"] = owner?.text
        query["level"] = level?.rawValue
        if status != .open { query["status"] = status.rawValue }
        if list != .all { query["list"] = list.rawValue }
        if sight != .residual { query["by"] = sight.rawValue }
        query["likelihood"] = place.map { "\($0.likelihood)" }
        query["impact"] = place.map { "\($0.impact)" }
        return query
    }

    /// Whether the list is narrower than what is carried.
    var isNarrow: Bool { query.contains { $0.key != "by" } }

    func chosen(_ all: [RiskStanding]) -> [RiskStanding] { all.filter(fits) }

    private func fits(_ item: RiskStanding) -> Bool {
        (category == nil || item.risk.category == category) && (owner == nil || item.risk.owner == owner) && level.map { $0.rawValue == item.level?.rawValue ?? Level.unrated.rawValue } ?? true
            && (status == .all || item.isClosed == (status == .closed)) && (place == nil || sight.place(of: item) == place)
            && (list == .all || list == .unanswered && item.blocks || list == .appetite && item.exceedsAppetite || list == .review && item.isDue)
    }
}

extension RiskFilter.List {
    /// How much is carried is for those who take part.
    static func offered(to viewer: Viewer) -> [RiskFilter.List] { viewer.belongs(to: .participants) ? allCases : allCases.filter { $0 != .appetite } }
}

extension RiskFilter.Sight {
    func place(of standing: RiskStanding) -> RiskPlace? {
        switch self {
        case .residual: standing.rating?.rating.residual
        case .inherent: standing.rating?.rating.inherent
        }
    }
}
