import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with a study. Each is pure: it answers events, or refuses.
enum StudyDecisions {
    /// With the drivers of an earlier one, where that is asked for: their ratings are not taken over.
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<ForesightStudy> = submission.newID(), scenarios = submission.scenarios
        let study = try entered(submission, ForesightStudy(title: .empty))
        let earlier: ID<ForesightStudy>? = try submission.entered.id("from") { scenarios.studies[$0] != nil }
        let drivers = (earlier.map { scenarios.drivers(of: $0) } ?? []).map { item in
            var driver = item.driver
            driver.study = id
            return Proposal(Scenarios.self, .driverDescribed(id: submission.newID(), driver))
        }
        return .record(
            [Proposal(Scenarios.self, .studyDescribed(id: id, study))] + drivers, then: ScenarioPath.study(id), notice: Saying("scenarios.notice.study", ["title": .content(study.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.unpublishedStudy(), study = try entered(submission, present)
        return .record(
            study == present ? [] : [Proposal(Scenarios.self, .studyDescribed(id: id, study))], then: ScenarioPath.study(id),
            notice: Saying("scenarios.notice.saved", ["title": .content(study.title)]))
    }

    static func open(_ submission: Submission) throws -> Outcome {
        let (id, study) = try submission.unpublishedStudy(), scenarios = submission.scenarios
        guard scenarios.phase(of: id) == .draft else { throw Refusal("scenarios.refusal.open-already") }
        if scenarios.drivers(of: id).isEmpty { throw Refusal("scenarios.refusal.no-drivers") }
        return .record([Proposal(Scenarios.self, .studyOpened(id: id))], then: ScenarioPath.study(id), notice: Saying("scenarios.notice.opened", ["title": .content(study.title)]))
    }

    /// Four scenarios that nobody has written are no study.
    static func publish(_ submission: Submission) throws -> Outcome {
        let (id, study) = try submission.unpublishedStudy(), scenarios = submission.scenarios, four = scenarios.scenarios(of: id)
        if four.isEmpty { throw Refusal("scenarios.refusal.no-axes") }
        let unwritten = four.count { scenarios.scenarios[$0]?.narrative.isEmpty ?? true }
        if unwritten > 0 { throw Refusal("scenarios.refusal.unwritten", ["n": "\(unwritten)"]) }
        return .record(
            [Proposal(Scenarios.self, .studyPublished(id: id, names(of: id, study, submission)))], then: ScenarioPath.study(id),
            notice: Saying("scenarios.notice.published", ["title": .content(study.title)]))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, study) = try submission.unpublishedStudy(), because = try submission.reason
        return .record(
            [Proposal(Scenarios.self, .studyWithdrawn(id: id, because: Prose(because)))], then: ScenarioPath.front, notice: Saying("scenarios.notice.withdrawn", ["title": .content(study.title)]))
    }

    private static func entered(_ submission: Submission, _ present: ForesightStudy) throws(Refusal) -> ForesightStudy {
        let entered = submission.entered, plan = submission.organisation[Plan.self]
        var study = present
        study.title = try entered.localized("title", present: present.title, max: 300, required: true)
        study.question = try entered.localized("question", present: present.question, max: 1000, required: true)
        study.introduction = try entered.localized("introduction", present: present.introduction, max: 20_000)
        study.horizon = try entered.integer("horizon", in: 1900...2200)
        study.plan = try entered.id("plan") { plan.plans[$0] != nil }
        study.readers = try entered.choice("readers")
        study.source = try entered.localized("source", present: present.source, max: 2000)
        return study
    }

    private static func names(of id: ID<ForesightStudy>, _ study: ForesightStudy, _ submission: Submission) -> KeptNames {
        let titles = Dictionary((submission.house?.thread(of: submission.organisation, for: submission.viewer).nodes ?? []).filter { $0.kind == SignalLinks.kind }.map { ($0.reference, $0.title) }) {
            one, _ in one
        }
        return KeptNames(id, in: submission.organisation, signals: titles)
    }
}

extension KeptNames {
    /// As things are called now.
    ///
    /// - Parameter signals: the titles of those that are known.
    init(_ id: ID<ForesightStudy>, in organisation: Organisation, signals titles: [Reference: Localized]) {
        let scenarios = organisation[Scenarios.self], register = organisation[Register.self]
        guard let figures = StudyFigures(id, in: organisation) else {
            self.init()
            return
        }
        let raters = Set(scenarios.drivers(of: id).flatMap { (scenarios.ratings[$0.id] ?? [:]).keys.compactMap(\.member) })
        let linked = Set(scenarios.drivers(of: id).flatMap(\.driver.signals) + scenarios.scenarios(of: id).flatMap { scenarios.signposts(of: $0) }.flatMap(\.signpost.signals))
        self.init(
            plan: figures.planTitle, objectives: figures.objectives,
            signals: linked.sorted().compactMap { reference in titles[reference].map { KeptSignal(reference: reference, title: $0) } },
            regions: register.regionsInOrder.map { region in
                KeptRegion(id: region.id, name: region.region.name, members: raters.filter { register.described[$0]?.region == region.id }.sorted())
            })
    }
}
