import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What raters expect of an objective in each scenario, and what follows where it is fragile.
enum StressDecisions {
    /// Objective by objective, so that a bad line costs four answers at most; what is left open can be given later. Then comes the next one.
    static func rate(_ submission: Submission) throws -> Outcome {
        let (study, objective, figures) = try tested(submission), scenarios = submission.scenarios, entered = submission.entered
        try submission.requireRated(study)
        let four = scenarios.scenarios(of: study)
        if four.isEmpty { throw Refusal("scenarios.refusal.no-axes") }
        let member = try submission.ratedMember()
        guard let account = submission.viewer.account else { throw Refusal("pages.refusal.not-allowed") }
        let rater = Rater(member, Actor(account)), present = scenarios.stress[study]?[objective.id]?[rater]?.marks ?? [], keeps = submission.viewer.raters > 1
        // Under axes that no longer hold stays what was given there.
        var marks = present.filter { !four.contains($0.scenario) }
        for id in submission.takesBack ? [] : four {
            let stands = present.first { $0.scenario == id }, names = StressField(id)
            guard entered.names.contains(names.mark) else {
                stands.map { marks.append($0) }
                continue
            }
            let because = try entered.paragraph(names.why, max: 1000), effect = try entered.integer(names.mark, in: StressMark.range) ?? (keeps ? stands?.effect : nil)
            if let effect {
                marks.append(StressMark(scenario: id, effect: effect, because: because.isEmpty && keeps ? stands?.because ?? "" : Prose(because)))
            } else if !because.isEmpty {
                throw Refusal("scenarios.refusal.reason-alone", field: names.mark, ofFieldAlone: true)
            }
        }
        let event: Scenarios.Event =
            marks.isEmpty ? .stressTakenBack(study: study, objective: objective.id, member: member) : .objectiveStressed(study: study, objective: objective.id, member: member, marks)
        let given = GivenStress(marks: marks, by: Actor(account), on: submission.today)
        let next = given.isFull(of: four) && marks != present ? scenarios.nextToStress(study, figures.objectives, after: objective.id, rater) : nil
        return .record(
            marks == present ? [] : [Proposal(Scenarios.self, event)], then: next.map { ScenarioPath.stress(study, $0.id) } ?? ScenarioPath.study(study, "stress"),
            notice: Saying(
                marks.isEmpty ? "scenarios.notice.unrated" : next == nil ? "scenarios.notice.rated" : "scenarios.notice.rated-next", ["title": .content(objective.title.coded(objective.code))]))
    }

    /// Also of a published study: what follows is decided afterwards.
    static func answer(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (study, objective, figures) = try tested(submission)
        guard figures.test(of: objective.id).verdict == .fragile else { throw Refusal("scenarios.refusal.not-fragile") }
        let present = submission.scenarios.fragilities[study]?[objective.id]?.consequence ?? Consequence(), consequence = try submission.consequence(present: present)
        return .record(
            consequence == present ? [] : [Proposal(Scenarios.self, .fragilityAnswered(study: study, objective: objective.id, consequence))], then: ScenarioPath.study(study, "stress"),
            notice: Saying("scenarios.notice.answered", ["title": .content(objective.title.coded(objective.code))]))
    }

    private static func tested(_ submission: Submission) throws -> (study: ID<ForesightStudy>, objective: KeptNames.KeptObjective, figures: StudyFigures) {
        let study: ID<ForesightStudy> = try submission.id("study"), id: ID<Objective> = try submission.id("objective")
        guard let figures = StudyFigures(study, in: submission.organisation), submission.viewer.belongs(to: submission.scenarios.audience(of: study)),
            let objective = figures.objectives.first(where: { $0.id == id })
        else { throw Refusal("pages.refusal.gone") }
        return (study, objective, figures)
    }
}

/// The names of the inputs for one scenario.
struct StressField {
    let mark: String, why: String

    init(_ scenario: ID<Scenario>) { (mark, why) = ("mark-\(scenario)", "why-\(scenario)") }
}

extension Scenarios {
    /// Whether a rater has given everything of an objective.
    func isStressed(_ study: ID<ForesightStudy>, _ objective: ID<Objective>, by rater: Rater) -> Bool {
        let four = scenarios(of: study)
        return !four.isEmpty && stress[study]?[objective]?[rater]?.isFull(of: four) == true
    }

    /// In how many of the scenarios that hold a rater has judged an objective.
    func given(_ study: ID<ForesightStudy>, _ objective: ID<Objective>, by rater: Rater) -> Int {
        guard let given = stress[study]?[objective]?[rater] else { return 0 }
        return scenarios(of: study).count { given.effect(in: $0) != nil }
    }

    /// The next one that a rater has not finished, from the place of another on.
    func nextToStress(_ study: ID<ForesightStudy>, _ objectives: [KeptNames.KeptObjective], after place: ID<Objective>, _ rater: Rater) -> KeptNames.KeptObjective? {
        let index = objectives.firstIndex { $0.id == place } ?? 0
        return (objectives.dropFirst(index + 1) + objectives.prefix(index)).first { !isStressed(study, $0.id, by: rater) }
    }
}
