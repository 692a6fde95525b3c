import HashTreeCollections
import Journal
import Organisation
import Pages

/// The nine priorities that the World Customs Organization has published for its plan of 2019, as facts: of ballots and places nothing is public, and nothing is shown.
func publishedPriorities(_ ground: ExampleGround) -> [ExampleTelling] {
    let plan = ground.organisation[Plan.self], whole: ID<StrategicPlan> = ID("sp2019"), body: ID<Body> = ID("council")
    let areas = plan.focusAreas(of: whole)
    guard let described = plan.plans[whole], !areas.isEmpty, ground.organisation[Register.self].bodies[body] != nil else { return [] }
    let id: ID<Round> = ID("priorities-2019")
    let round = Round(
        title: ground.content("priorities.published.title"), introduction: ground.content("priorities.published.introduction"), size: areas.count, readers: .everyone,
        source: ground.content("priorities.published.source"))
    let named = areas.compactMap { area in ID<Candidate>("published-\(area.id)").map { (id: $0, area: area) } }
    let candidates = named.enumerated().map { place, item in
        Priorities.Event.candidateDescribed(id: item.id, Candidate(round: id, title: item.area.area.title, order: (place + 1) << 20))
    }
    let adoption = Adoption(
        body: body, on: described.from, document: ground.content("priorities.published.document"), candidates: named.map(\.id), titles: named.map(\.area.area.title),
        note: ground.content("priorities.published.note"))
    let answers = named.map { Priorities.Event.priorityAnswered(id: $0.id, by: [Reference(Plan.self, $0.area.id)], because: nil) }
    let events = [.roundDescribed(id: id, round)] + candidates + [.listAdopted(round: id, adoption)] + answers
    return [ExampleTelling(.system, events.map { Proposal(Priorities.self, $0, on: described.from) })]
}
