import HashTreeCollections
import Journal
import Organisation

/// The register in the order in which people read it.
extension Risks {
    /// The largest residual score first; what was never rated last.
    func standings(_ plan: Plan, on day: Day) -> [RiskStanding] {
        risks.map { RiskStanding($0.key, $0.value, in: self, plan, on: day) }
            .sorted { ($1.score ?? 0, $1.rating?.rating.inherent.score ?? 0, $0.id) < ($0.score ?? 0, $0.rating?.rating.inherent.score ?? 0, $1.id) }
    }

    var categoriesInOrder: [(id: ID<RiskCategory>, category: RiskCategory)] { categories.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) } }

    /// As it was rated on a day.
    func rating(of id: ID<Risk>, on day: Day) -> GivenRating? { ratings[id]?.last { $0.on <= day } }

    /// Who reads a risk, or read it before it was withdrawn.
    func audience(of id: ID<Risk>) -> Audience? { (risks[id] ?? former[id])?.readers.audience }

    func title(of id: ID<Risk>) -> Localized { (risks[id] ?? former[id])?.title ?? Localized(id.text) }
}
