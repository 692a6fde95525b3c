import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the founding paper itself says of the Single Window tool of the World Customs Organization. It gives no figures, and none are shown.
func publishedTrajectories(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let plan = ground.organisation[Plan.self].plans[ID("sp2022")], let id = ID<Trajectory>("single-window-tool") else { return [] }
    func text(_ key: String) -> Localized { ground.content("trajectories.facts.\(key)") }
    var tool = Trajectory(title: text("title"), text: text("text"), kind: .instrument, measure: text("measure"))
    tool.readers = .everyone
    tool.source = text("source")
    return [ExampleTelling(.system, [Proposal(Trajectories.self, .trajectoryDescribed(id: id, tool), on: plan.from)])]
}
