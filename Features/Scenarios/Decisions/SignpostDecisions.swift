import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Signs by which one sees which scenario unfolds: planners set them up, whoever takes part says that one has come true, planners say what follows.
enum SignpostDecisions {
    static func add(_ submission: Submission) throws -> Outcome {
        let (scenario, _) = try submission.scenario(), signpost = try signpost(submission, Signpost(scenario: scenario, title: .empty))
        return .record(
            [Proposal(Scenarios.self, .signpostDescribed(id: submission.newID(), signpost))], then: ScenarioPath.scenario(scenario),
            notice: Saying("scenarios.notice.signpost", ["title": .content(signpost.title)]))
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try own(submission), signpost = try signpost(submission, present)
        return .record(
            signpost == present ? [] : [Proposal(Scenarios.self, .signpostDescribed(id: id, signpost))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.saved", ["title": .content(signpost.title)]))
    }

    /// What has come true is taken back first: it would be gone without a word.
    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, signpost) = try own(submission), because = try submission.reason
        if submission.scenarios.sightings[id] != nil { throw Refusal("scenarios.refusal.seen-already") }
        return .record(
            [Proposal(Scenarios.self, .signpostRemoved(id: id, because: Prose(because)))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.removed", ["title": .content(signpost.title)]))
    }

    static func link(_ submission: Submission) throws -> Outcome {
        let (id, present) = try own(submission)
        var signpost = present
        signpost.signals = try submission.signals(over: present.signals)
        return .record(
            signpost == present ? [] : [Proposal(Scenarios.self, .signpostDescribed(id: id, signpost))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.linked", ["n": .count(signpost.signals.count), "title": .content(signpost.title)]))
    }

    static func see(_ submission: Submission) throws -> Outcome {
        let (id, signpost, study) = try submission.signpost(), entered = submission.entered
        if submission.scenarios.phase(of: study) == .draft { throw Refusal("scenarios.refusal.not-open") }
        if submission.scenarios.sightings[id] != nil { throw Refusal("scenarios.refusal.seen-already") }
        guard let on = try entered.day("on", required: true) else { throw Missing() }
        if on > submission.today { throw Refusal("scenarios.refusal.seen-later", field: "on") }
        if on.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: "on") }
        let evidence = try entered.localized("evidence", max: 4000, required: true), link = try entered.line("link", max: 2000)
        if !link.isEmpty, !link.isWebAddress { throw Refusal("scenarios.refusal.not-an-address", field: "link", ofFieldAlone: true) }
        return .record(
            [Proposal(Scenarios.self, .signpostSeen(id: id, Sighting(on: on, evidence: evidence, link: Prose(link))))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.seen", ["title": .content(signpost.title)]))
    }

    /// By planners, and by who said that it had come true.
    static func takeBack(_ submission: Submission) throws -> Outcome {
        let (id, signpost, _) = try submission.signpost(), because = try submission.reason
        guard let sighting = submission.scenarios.sightings[id] else { throw Refusal("scenarios.refusal.not-seen") }
        guard submission.viewer.mayTakeBack(sighting) else { throw Refusal("pages.refusal.not-allowed") }
        return .record(
            [Proposal(Scenarios.self, .sightingTakenBack(id: id, because: Prose(because)))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.taken-back", ["title": .content(signpost.title)]))
    }

    static func answer(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, signpost, _) = try submission.signpost(), scenarios = submission.scenarios
        guard scenarios.sightings[id] != nil else { throw Refusal("scenarios.refusal.not-seen") }
        let present = scenarios.answers[id]?.consequence ?? Consequence(), consequence = try submission.consequence(present: present)
        return .record(
            consequence == present ? [] : [Proposal(Scenarios.self, .signpostAnswered(id: id, consequence))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.answered", ["title": .content(signpost.title)]))
    }

    /// Until a later day, or no more, with the reason.
    static func watch(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, signpost, _) = try submission.signpost(), scenarios = submission.scenarios, entered = submission.entered
        if scenarios.sightings[id] != nil { throw Refusal("scenarios.refusal.seen-already") }
        let until = try entered.day("until")
        if let until, until < submission.today { throw Refusal("scenarios.refusal.watch-past", field: "until") }
        let because = try entered.localized("because", present: scenarios.watches[id]?.because ?? .empty, max: 4000, required: until == nil)
        let watch = Watch(until: until, because: because)
        return .record(
            watch == scenarios.watches[id] ? [] : [Proposal(Scenarios.self, .watchChanged(id: id, watch))], then: ScenarioPath.scenario(signpost.scenario),
            notice: Saying("scenarios.notice.watch", ["title": .content(signpost.title)]))
    }

    /// Of a study that may still be changed, for planners.
    private static func own(_ submission: Submission) throws -> (id: ID<Signpost>, signpost: Signpost) {
        try submission.requirePlanner()
        let (id, signpost, study) = try submission.signpost()
        try submission.requireUnpublished(study)
        return (id, signpost)
    }

    private static func signpost(_ submission: Submission, _ present: Signpost) throws(Refusal) -> Signpost {
        let entered = submission.entered
        var signpost = present
        signpost.title = try entered.localized("title", present: present.title, max: 300, required: true)
        signpost.place = try entered.localized("place", present: present.place, max: 1000)
        signpost.until = try entered.day("until")
        if let until = signpost.until, until != present.until, until < submission.today { throw Refusal("scenarios.refusal.watch-past", field: "until") }
        return signpost
    }
}

extension Viewer {
    func mayTakeBack(_ sighting: RecordedSighting) -> Bool { Access.planners.admits(self) || (account == sighting.by.id && belongs(to: .participants)) }
}
