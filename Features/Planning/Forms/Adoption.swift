import HashTreeCollections
import Journal
import Organisation
import Pages

/// The one way for a plan to become adopted: its form. Tables bring it in as a draft.
extension Submission {
    /// A plan is not adopted while something that any feature holds against it blocks it: each point with the objectives that it names.
    func refuseUnready(_ adopted: StrategicPlan, as id: ID<StrategicPlan>) throws {
        guard let house else { throw Refusal("planning.refusal.cannot-ask", field: "status") }
        let drafted = try organisation(drafting: adopted, as: id), plan = drafted[Plan.self], say = Say(language, house.catalogue)
        let blocking = plan.blocking(id, among: house.findings(on: drafted, for: viewer))
        guard !blocking.isEmpty else { return }
        let points = blocking.map { finding in
            let names = finding.about.compactMap { ID<Objective>($0.id) }.compactMap { plan.objectives[$0] }
                .prefix(5).map { $0.title.coded($0.code).plain(in: language) }
            return names.isEmpty ? say(finding.saying) : "\(say(finding.saying)) (\(names.joined(separator: language.semicolon)))"
        }
        throw Refusal("planning.refusal.not-ready", ["points": points.joined(separator: " ")], field: "status")
    }

    /// As it would stand with the plan entered, still a draft: of a draft everything is asked, and a new plan is asked what it lacks.
    private func organisation(drafting plan: StrategicPlan, as id: ID<StrategicPlan>) throws -> Organisation {
        var draft = plan, organisation = organisation
        draft.status = .draft
        let described = Proposal(Plan.self, .planDescribed(id: id, draft))
        let entry = try Entry.unchained(described, position: organisation.position + 1, at: Moment(startOf: today))
        _ = try organisation.apply(entry, hash: .origin)
        return organisation
    }
}
