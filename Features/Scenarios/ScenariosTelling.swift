import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the events of scenarios read in the log. A single rating is told to those who gave it alone.
func tellScenarios(_ event: Scenarios.Event, _ organisation: Organisation) -> Told { ScenarioTelling(organisation: organisation).told(event) }

private struct ScenarioTelling {
    let organisation: Organisation

    private var scenarios: Scenarios { organisation[Scenarios.self] }

    func told(_ event: Scenarios.Event) -> Told {
        switch event {
        case .studyDescribed(let id, let described): return study("study", id, ["title": .content(described.title)])
        case .studyOpened(let id): return study("opened", id)
        case .studyPublished(let id, _): return study("published", id)
        case .studyWithdrawn(let id, let because): return study("withdrawn", id, ["because": .prose(because)], audience: .staff)
        case .driverDescribed(let id, let described): return driver("driver", id, ["title": .content(described.title)], audience: .participants)
        case .driverRemoved(let id, let because): return driver("driver-removed", id, ["because": .prose(because)])
        case .driverRated(let id, let member, _): return driver("rated", id, audience: only(member))
        case .driverRatingTakenBack(let id, let member): return driver("unrated", id, audience: only(member))
        case .axesChosen(let id, let axes): return study("axes", id, ["first": .content(name(axes.first)), "second": .content(name(axes.second))])
        case .scenarioWritten(let id, let written): return future("written", id, ["title": .content(written.title)])
        case .objectiveStressed(let study, let objective, let member, _): return stressed("stressed", study, objective, only(member))
        case .stressTakenBack(let study, let objective, let member): return stressed("unstressed", study, objective, only(member))
        case .fragilityAnswered(let study, let objective, _): return stressed("fragility", study, objective, .participants)
        case .signpostDescribed(_, let described): return future("signpost", described.scenario, ["sign": .content(described.title)], .participants)
        case .signpostRemoved(let id, let because): return sign("signpost-removed", id, ["because": .prose(because)])
        case .signpostSeen(let id, let sighting): return sign("seen", id, ["day": .day(sighting.on)])
        case .sightingTakenBack(let id, let because): return sign("taken-back", id, ["because": .prose(because)])
        case .signpostAnswered(let id, _): return sign("answered", id, audience: .participants)
        case .watchChanged(let id, let watch): return watch.until.map { sign("watch", id, ["day": .day($0)]) } ?? sign("watch-ended", id)
        }
    }

    /// One's own rating. Of the staff each has one: an event does not say whose it is, so nobody is told of it; whoever gave it finds it where it was given.
    private func only(_ member: ID<Member>?) -> Audience { member.map { .administration($0) } ?? .roles([]) }

    private func name(_ id: ID<Driver>) -> Localized { (scenarios.drivers[id] ?? scenarios.formerDrivers[id])?.title ?? Localized(id.text) }

    private func told(_ key: String, _ arguments: [String: Saying.Argument], about: Reference, _ audience: Audience) -> Told {
        Told(Saying("scenarios.told.\(key)", arguments), about: [about], audience: audience)
    }

    private func study(_ key: String, _ id: ID<ForesightStudy>, _ more: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        let title = (scenarios.studies[id] ?? scenarios.formerStudies[id])?.title ?? Localized(id.text)
        return told(key, more.merging(["title": .content(title)]) { own, _ in own }, about: Reference(Scenarios.self, id), audience ?? scenarios.audience(of: id))
    }

    private func driver(_ key: String, _ id: ID<Driver>, _ more: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        let study = (scenarios.drivers[id] ?? scenarios.formerDrivers[id])?.study, whole = scenarios.audience(of: study)
        return told(key, more.merging(["title": .content(name(id))]) { own, _ in own }, about: Reference(Scenarios.self, id), audience.map { .both(whole, $0) } ?? whole)
    }

    /// What names signals or objectives that not everybody may see is told to those who take part: its history shows every change of them.
    private func future(_ key: String, _ id: ID<Scenario>, _ more: [String: Saying.Argument], _ narrowed: Audience = .everyone) -> Told {
        let title = scenarios.scenarios[id]?.title ?? Localized(id.text)
        return told(key, more.merging(["title": .content(title)]) { own, _ in own }, about: Reference(Scenarios.self, id), narrowed == .everyone ? audience(of: id) : .both(audience(of: id), narrowed))
    }

    /// What was written under axes that no longer hold is for those who take part.
    private func audience(of id: ID<Scenario>) -> Audience {
        let whole = scenarios.audience(of: scenarios.places[id]?.study)
        return scenarios.isFormer(id) && whole == .everyone ? .participants : whole
    }

    private func sign(_ key: String, _ id: ID<Signpost>, _ more: [String: Saying.Argument] = [:], audience: Audience = .everyone) -> Told {
        guard let signpost = scenarios.signposts[id] else {
            return told(key, more.merging(["sign": .text(id.text)]) { own, _ in own }, about: Reference(Scenarios.self, id), .staff)
        }
        return future(key, signpost.scenario, more.merging(["sign": .content(signpost.title)]) { own, _ in own }, audience)
    }

    private func stressed(_ key: String, _ id: ID<ForesightStudy>, _ objective: ID<Objective>, _ audience: Audience?) -> Told {
        let plan = organisation[Plan.self], whole = Audience.both(scenarios.audience(of: id), plan.audience(of: objective))
        return study(key, id, ["objective": .content(plan.name(of: objective))], audience: audience.map { .both(whole, $0) } ?? whole)
    }
}
