import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var scenarios: Scenarios { organisation[Scenarios.self] }

    /// The stricter of then and now.
    func sees(_ study: ID<ForesightStudy>) -> Bool {
        scenarios.studies[study] != nil && viewer.belongs(to: scenarios.audience(of: study)) && (isNow || viewer.belongs(to: present[Scenarios.self].audience(of: study)))
    }

    func study() throws(Missing) -> (id: ID<ForesightStudy>, study: ForesightStudy) {
        let id: ID<ForesightStudy> = try id("study")
        guard let study = scenarios.studies[id], sees(id) else { throw Missing() }
        return (id, study)
    }

    func driver() throws(Missing) -> (id: ID<Driver>, driver: Driver) {
        let id: ID<Driver> = try id("driver")
        guard let driver = scenarios.drivers[id], sees(driver.study) else { throw Missing() }
        return (id, driver)
    }

    func scenario() throws(Missing) -> (id: ID<Scenario>, place: ScenarioPlace) {
        let id: ID<Scenario> = try id("scenario")
        guard let place = scenarios.places[id], sees(place.study), !scenarios.isFormer(id) || viewer.belongs(to: .participants) else { throw Missing() }
        return (id, place)
    }

    func signpost() throws(Missing) -> (id: ID<Signpost>, signpost: Signpost, study: ID<ForesightStudy>) {
        let id: ID<Signpost> = try id("signpost")
        guard let signpost = scenarios.signposts[id], let study = scenarios.study(of: signpost), sees(study), !scenarios.isFormer(signpost.scenario) else { throw Missing() }
        return (id, signpost, study)
    }

    func figures(_ id: ID<ForesightStudy>) throws(Missing) -> StudyFigures {
        guard let figures = StudyFigures(id, in: organisation) else { throw Missing() }
        return figures
    }

    /// Whether this reader may know of an objective of a study: where the plan no longer holds it, whoever might when the study was published.
    func sees(_ objective: ID<Objective>, keptFor audience: Audience) -> Bool { plan.objectives[objective] == nil ? viewer.belongs(to: audience) : sees(objective) }

    func mayChange(_ study: ID<ForesightStudy>) -> Bool { may(.planners) && scenarios.phase(of: study) != .published }

    /// Whether it is open for rating, and this reader rates.
    func mayRate(_ study: ID<ForesightStudy>) -> Bool { isNow && scenarios.phase(of: study) == .open && viewer.mayRate && viewer.account != nil && sees(study) }
}

/// Parts that several pages and forms share.
extension Visit {
    func scenarioTrail(_ more: (title: String, path: String)...) -> [(title: String, path: String)] { [(title: say("scenarios.title"), path: ScenarioPath.front)] + more }

    func studyTrail(_ id: ID<ForesightStudy>) -> [(title: String, path: String)] {
        scenarioTrail((scenarios.studies[id].map { plain($0.title) } ?? id.text, ScenarioPath.study(id)))
    }

    func driverTrail(_ id: ID<Driver>, _ driver: Driver) -> [(title: String, path: String)] { studyTrail(driver.study) + [(plain(driver.title), ScenarioPath.driver(id))] }

    func futureTrail(_ id: ID<Scenario>, _ study: ID<ForesightStudy>) -> [(title: String, path: String)] {
        studyTrail(study) + [(plain(title(of: id)), ScenarioPath.scenario(id))]
    }

    /// What a scenario is called; before that, its number among the four.
    func title(of id: ID<Scenario>) -> Localized {
        if let written = scenarios.scenarios[id], !written.title.isEmpty { return written.title }
        let corner = scenarios.places[id]?.corner ?? .lowLow
        return Localized(say("scenarios.unwritten-title", ["n": say.number((Corner.allCases.firstIndex(of: corner) ?? 0) + 1)]), language)
    }

    /// *First axis: its low end · second axis: its high end*.
    func ends(of id: ID<Scenario>) -> String {
        guard let corner = scenarios.places[id]?.corner, let axes = scenarios.axes(of: id) else { return "" }
        return [end(axes.first, corner.isFirstHigh), end(axes.second, corner.isSecondHigh)].joined(separator: " · ")
    }

    func end(_ driver: ID<Driver>, _ isHigh: Bool) -> String {
        guard let described = scenarios.drivers[driver] ?? scenarios.formerDrivers[driver] else { return driver.text }
        return say.naming(plain(described.title), plain(isHigh ? described.high : described.low))
    }

    /// Where it leads is known to the feature that plans, and told through the thread.
    func link(to objective: ID<Objective>, _ kept: Localized? = nil) -> Markup {
        let title = kept ?? plan.objectives[objective].map { $0.title.coded($0.code) } ?? Localized(objective.text)
        return node(Reference(Plan.self, objective)).map { node in Pages.link(path(node.path)) { text(title) } } ?? text(title)
    }

    func link(to driver: ID<Driver>) -> Markup {
        let described = scenarios.drivers[driver] ?? scenarios.formerDrivers[driver], title = described.map { text($0.title) } ?? Markup(driver.text)
        return scenarios.drivers[driver] == nil ? title : Pages.link(path(ScenarioPath.driver(driver))) { title }
    }

    func link(to scenario: ID<Scenario>) -> Markup { Pages.link(path(ScenarioPath.scenario(scenario))) { text(title(of: scenario)) } }
}
