import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with a round as a whole. Each is pure: it answers events, or refuses.
enum RoundDecisions {
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Round> = submission.newID(), round = try entered(submission, Round(title: .empty))
        return .record(
            [Proposal(Priorities.self, .roundDescribed(id: id, round))], then: PriorityPath.round(id), notice: Saying("priorities.notice.started", ["title": .content(round.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.round(), round = try entered(submission, present)
        try requireSettled(submission, id, present, round)
        return .record(
            round == present ? [] : [Proposal(Priorities.self, .roundDescribed(id: id, round))], then: PriorityPath.round(id),
            notice: Saying("priorities.notice.saved", ["title": .content(round.title)]))
    }

    /// How a list was counted that a body has adopted stays; and numbers of options are those of the ballots for which they were given.
    private static func requireSettled(_ submission: Submission, _ id: ID<Round>, _ present: Round, _ round: Round) throws(Refusal) {
        var same = present
        (same.title, same.introduction, same.readers, same.source) = (round.title, round.introduction, round.readers, round.source)
        if same != round { try submission.requireNotAdopted(id) }
        if round.box != present.box, submission.priorities.candidates(of: id).contains(where: { !$0.candidate.options.isEmpty }) {
            throw Refusal("priorities.refusal.other-box", field: "box", ofFieldAlone: true)
        }
    }

    /// What a body has adopted stays.
    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round()
        if submission.priorities.adopted(in: id) != nil { throw Refusal("priorities.refusal.adopted") }
        let because = try submission.reason
        return .record(
            [Proposal(Priorities.self, .roundWithdrawn(id: id, because: Prose(because)))], then: PriorityPath.rounds,
            notice: Saying("priorities.notice.withdrawn", ["title": .content(round.title)]))
    }

    private static func entered(_ submission: Submission, _ present: Round) throws(Refusal) -> Round {
        let entered = submission.entered
        var round = present
        round.title = try entered.localized("title", present: present.title, max: 300, required: true)
        round.introduction = try entered.localized("introduction", present: present.introduction, max: 10_000)
        round.box = try box(submission)
        round.size = try entered.integer("size", required: true, in: 1...50) ?? present.size
        round.rule = try entered.choice("rule")
        // The form shows two digits: what was sent back as it was shown is no change.
        func amount(_ name: String, _ before: Double?, required: Bool = true, in range: ClosedRange<Double> = 0...100) throws(Refusal) -> Double? {
            let number = try entered.number(name, required: required, in: range)
            return number.flatMap { number in before.map { abs(number - $0) < 0.005 ? $0 : number } ?? number }
        }
        round.commonFrom = try amount("common", present.commonFrom) ?? present.commonFrom
        round.sharedFrom = try amount("shared", present.sharedFrom) ?? present.sharedFrom
        if round.sharedFrom > round.commonFrom { throw Refusal("priorities.refusal.shared-above-common", field: "shared") }
        round.guarantee = try amount("guarantee", present.guarantee) ?? present.guarantee
        round.budget = try amount("budget", present.budget, required: false, in: 0...1e12)
        round.unit = try entered.localized("unit", present: present.unit, max: 100)
        round.readers = try entered.choice("readers")
        round.source = try entered.localized("source", present: present.source, max: 2000)
        return round
    }

    private static func box(_ submission: Submission) throws(Refusal) -> Reference? {
        let text = submission.entered.text("box")
        if text.isEmpty { return nil }
        guard let reference = Reference(text), submission.boxes.contains(where: { $0.reference == reference }) else {
            throw Refusal("pages.refusal.choose", field: "box", ofFieldAlone: true)
        }
        return reference
    }
}
