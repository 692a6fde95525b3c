import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var scenarios: Scenarios { organisation[Scenarios.self] }

    /// The study in the address, for planners.
    func study() throws -> (id: ID<ForesightStudy>, study: ForesightStudy) {
        try requirePlanner()
        let id: ID<ForesightStudy> = try id("study")
        guard let study = scenarios.studies[id] else { throw Refusal("pages.refusal.gone") }
        return (id, study)
    }

    /// The same where what it says may still be changed.
    func unpublishedStudy() throws -> (id: ID<ForesightStudy>, study: ForesightStudy) {
        let found = try study()
        try requireUnpublished(found.id)
        return found
    }

    func requireUnpublished(_ id: ID<ForesightStudy>?) throws(Refusal) {
        guard let id, scenarios.studies[id] != nil else { throw Refusal("pages.refusal.gone") }
        if scenarios.phase(of: id) == .published { throw Refusal("scenarios.refusal.published") }
    }

    /// Where it is open, whoever may rate rates in it.
    func requireRated(_ id: ID<ForesightStudy>) throws(Refusal) {
        guard scenarios.studies[id] != nil, viewer.belongs(to: scenarios.audience(of: id)) else { throw Refusal("pages.refusal.gone") }
        try requireUnpublished(id)
        if scenarios.phase(of: id) == .draft { throw Refusal("scenarios.refusal.not-open") }
    }

    /// A driver of a study that may still be changed, for planners.
    func driver() throws -> (id: ID<Driver>, driver: Driver) {
        try requirePlanner()
        let id: ID<Driver> = try id("driver")
        guard let driver = scenarios.drivers[id] else { throw Refusal("pages.refusal.gone") }
        try requireUnpublished(driver.study)
        return (id, driver)
    }

    /// A scenario that holds, of a study that may still be changed, for planners.
    func scenario() throws -> (id: ID<Scenario>, place: ScenarioPlace) {
        try requirePlanner()
        let id: ID<Scenario> = try id("scenario")
        guard let place = scenarios.places[id], !scenarios.isFormer(id) else { throw Refusal("pages.refusal.gone") }
        try requireUnpublished(place.study)
        return (id, place)
    }

    /// A signpost that this person may read: also of a published study, for that is when it is watched.
    func signpost() throws -> (id: ID<Signpost>, signpost: Signpost, study: ID<ForesightStudy>) {
        let id: ID<Signpost> = try id("signpost")
        guard let signpost = scenarios.signposts[id], let study = scenarios.study(of: signpost), viewer.belongs(to: .participants), viewer.belongs(to: scenarios.audience(of: study)),
            !scenarios.isFormer(signpost.scenario)
        else { throw Refusal("pages.refusal.gone") }
        return (id, signpost, study)
    }

    /// Signals among those that were ticked; what the form could not show stays.
    func signals(over present: [Reference]) throws(Refusal) -> [Reference] {
        let known = Set((house?.thread(of: organisation, for: viewer).nodes ?? []).filter { $0.kind == SignalLinks.kind }.map(\.reference))
        var chosen = Set(present.filter { !known.contains($0) })
        for text in entered.raw("signals") where !text.isEmpty {
            guard let reference = Reference(text), known.contains(reference) else { throw Refusal("pages.refusal.choose", field: "signals", ofFieldAlone: true) }
            chosen.insert(reference)
        }
        if chosen.count > SignalLinks.most { throw Refusal("scenarios.refusal.many-signals", ["most": "\(SignalLinks.most)"], field: "signals", ofFieldAlone: true) }
        return chosen.sorted()
    }

    /// What follows, with what the plan answers: one of both at least.
    func consequence(present: Consequence) throws(Refusal) -> Consequence {
        let plan = organisation[Plan.self]
        var consequence = present
        consequence.because = try entered.localized("because", present: present.because, max: 4000)
        consequence.objectives = try entered.several("objectives") { plan.objectives[$0] != nil }.sorted()
        if consequence.isEmpty { throw Refusal("scenarios.refusal.no-consequence", field: "because", ofFieldAlone: true) }
        return consequence
    }
}

/// Signals of the scan, met on the thread.
enum SignalLinks {
    /// The kind of their nodes.
    static let kind = "scan.signal"
    /// More than these nobody reads beside a driver.
    static let most = 40
}

enum ScenarioPath {
    static let front = "scenarios", newStudy = "scenarios/studies/new", signposts = "scenarios/signposts"

    static func study(_ id: ID<ForesightStudy>, _ rest: String = "") -> String { path("scenarios/studies/\(id)", rest) }
    static func driver(_ id: ID<Driver>, _ rest: String = "") -> String { path("scenarios/drivers/\(id)", rest) }
    static func scenario(_ id: ID<Scenario>, _ rest: String = "") -> String { path("scenarios/futures/\(id)", rest) }
    static func signpost(_ id: ID<Signpost>, _ rest: String) -> String { path("scenarios/signposts/\(id)", rest) }
    static func stress(_ id: ID<ForesightStudy>, _ objective: ID<Objective>, _ rest: String = "") -> String { path("scenarios/studies/\(id)/stress/\(objective)", rest) }

    private static func path(_ base: String, _ rest: String) -> String { rest.isEmpty ? base : "\(base)/\(rest)" }
}
