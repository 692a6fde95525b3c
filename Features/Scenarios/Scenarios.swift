import HashTreeCollections
import Journal
import Organisation

/// Futures that could come: what drives them, four scenarios, how each objective fares in each, and the signs by which one sees which unfolds.
struct Scenarios: Chapter {
    static let name = "scenarios"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        case studyDescribed(id: ID<ForesightStudy>, ForesightStudy)
        /// From here on those who take part read it and rate.
        case studyOpened(id: ID<ForesightStudy>)
        /// What it says stays as it is; so were things called that others describe.
        case studyPublished(id: ID<ForesightStudy>, KeptNames)
        case studyWithdrawn(id: ID<ForesightStudy>, because: Prose)
        case driverDescribed(id: ID<Driver>, Driver)
        case driverRemoved(id: ID<Driver>, because: Prose)
        /// A Member's rating, which its people share, or that of one of the staff, where no Member is named.
        case driverRated(id: ID<Driver>, member: ID<Member>?, DriverRating)
        case driverRatingTakenBack(id: ID<Driver>, member: ID<Member>?)
        case axesChosen(study: ID<ForesightStudy>, Axes)
        case scenarioWritten(id: ID<Scenario>, Scenario)
        case signpostDescribed(id: ID<Signpost>, Signpost)
        case signpostRemoved(id: ID<Signpost>, because: Prose)
        /// It has come true.
        case signpostSeen(id: ID<Signpost>, Sighting)
        case sightingTakenBack(id: ID<Signpost>, because: Prose)
        case signpostAnswered(id: ID<Signpost>, Consequence)
        /// It is watched longer, or no more.
        case watchChanged(id: ID<Signpost>, Watch)
        /// What one rater expects of an objective, scenario by scenario: all of it, what was not named is not rated.
        case objectiveStressed(study: ID<ForesightStudy>, objective: ID<Objective>, member: ID<Member>?, [StressMark])
        case stressTakenBack(study: ID<ForesightStudy>, objective: ID<Objective>, member: ID<Member>?)
        /// What follows from an objective's being fragile.
        case fragilityAnswered(study: ID<ForesightStudy>, objective: ID<Objective>, Consequence)
    }

    private(set) var studies: TreeDictionary<ID<ForesightStudy>, ForesightStudy> = [:]
    private(set) var beginnings: TreeDictionary<ID<ForesightStudy>, Int> = [:]
    private(set) var openings: TreeDictionary<ID<ForesightStudy>, Day> = [:]
    private(set) var publications: TreeDictionary<ID<ForesightStudy>, Publication> = [:]
    private(set) var drivers: TreeDictionary<ID<Driver>, Driver> = [:]
    private(set) var ratings: TreeDictionary<ID<Driver>, [Rater: GivenRating]> = [:]
    /// Every choice of axes, the one that holds last.
    private(set) var axes: TreeDictionary<ID<ForesightStudy>, [ChosenAxes]> = [:]
    private(set) var places: TreeDictionary<ID<Scenario>, ScenarioPlace> = [:]
    private(set) var scenarios: TreeDictionary<ID<Scenario>, Scenario> = [:]
    private(set) var signposts: TreeDictionary<ID<Signpost>, Signpost> = [:]
    private(set) var sightings: TreeDictionary<ID<Signpost>, RecordedSighting> = [:]
    private(set) var answers: TreeDictionary<ID<Signpost>, RecordedConsequence> = [:]
    private(set) var watches: TreeDictionary<ID<Signpost>, Watch> = [:]
    private(set) var stress: TreeDictionary<ID<ForesightStudy>, [ID<Objective>: [Rater: GivenStress]]> = [:]
    private(set) var fragilities: TreeDictionary<ID<ForesightStudy>, [ID<Objective>: RecordedConsequence]> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var formerStudies: TreeDictionary<ID<ForesightStudy>, ForesightStudy> = [:]
    private(set) var formerDrivers: TreeDictionary<ID<Driver>, Driver> = [:]

    /// A published study stays as it was: only what is seen of its signposts, and what follows, still comes to it.
    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .studyDescribed(let id, let study):
            guard isWorkedOn(id) else { return }
            studies[id] = study
            if beginnings[id] == nil { beginnings[id] = stamp.position }
        case .studyOpened(let id): if studies[id] != nil, openings[id] == nil { openings[id] = stamp.on }
        case .studyPublished(let id, let names):
            if studies[id] != nil, isWorkedOn(id) { publications[id] = Publication(on: stamp.on, position: stamp.position, names: names) }
        case .studyWithdrawn(let id, _): if isWorkedOn(id) { withdraw(id) }
        case .driverDescribed(let id, let driver): if isWorkedOn(driver.study) { drivers[id] = driver }
        case .driverRemoved(let id, _):
            guard let driver = drivers[id], isWorkedOn(driver.study) else { return }
            formerDrivers[id] = driver
            (drivers[id], ratings[id]) = (nil, nil)
        case .driverRated(let id, let member, let rating):
            if isWorkedOn(drivers[id]?.study) { ratings[id, default: [:]][Rater(member, stamp.by)] = GivenRating(rating: rating, by: stamp.by, on: stamp.on) }
        case .driverRatingTakenBack(let id, let member): if isWorkedOn(drivers[id]?.study) { ratings[id]?[Rater(member, stamp.by)] = nil }
        case .axesChosen(let study, let chosen): if isWorkedOn(study) { choose(chosen, study, stamp) }
        case .scenarioWritten(let id, let scenario): if isWorkedOn(places[id]?.study) { scenarios[id] = scenario }
        case .objectiveStressed(let study, let objective, let member, let marks):
            if isWorkedOn(study) { stress[study, default: [:]][objective, default: [:]][Rater(member, stamp.by)] = GivenStress(marks: marks, by: stamp.by, on: stamp.on) }
        case .stressTakenBack(let study, let objective, let member): if isWorkedOn(study) { stress[study]?[objective]?[Rater(member, stamp.by)] = nil }
        case .fragilityAnswered(let study, let objective, let consequence):
            fragilities[study, default: [:]][objective] = RecordedConsequence(consequence: consequence, by: stamp.by, on: stamp.on)
        case .signpostDescribed, .signpostRemoved, .signpostSeen, .sightingTakenBack, .signpostAnswered, .watchChanged: applyToSignpost(event, stamp)
        }
    }

    private mutating func applyToSignpost(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .signpostDescribed(let id, let signpost): if isWorkedOn(places[signpost.scenario]?.study) { signposts[id] = signpost }
        case .signpostRemoved(let id, _): if isWorkedOn(signposts[id].flatMap { places[$0.scenario]?.study }) { signposts[id] = nil }
        case .signpostSeen(let id, let sighting):
            sightings[id] = RecordedSighting(sighting: sighting, by: stamp.by, on: stamp.on)
            answers[id] = nil
        case .sightingTakenBack(let id, _): (sightings[id], answers[id]) = (nil, nil)
        case .signpostAnswered(let id, let consequence): answers[id] = RecordedConsequence(consequence: consequence, by: stamp.by, on: stamp.on)
        case .watchChanged(let id, let watch): watches[id] = watch
        default: break
        }
    }

    private func isWorkedOn(_ study: ID<ForesightStudy>?) -> Bool { study.map { publications[$0] == nil } ?? false }

    private mutating func choose(_ chosen: Axes, _ study: ID<ForesightStudy>, _ stamp: Stamp) {
        axes[study, default: []].append(ChosenAxes(axes: chosen, by: stamp.by, on: stamp.on))
        for (corner, id) in zip(Corner.allCases, chosen.scenarios) { places[id] = ScenarioPlace(study: study, corner: corner) }
    }

    private mutating func withdraw(_ id: ID<ForesightStudy>) {
        formerStudies[id] = studies.removeValue(forKey: id) ?? formerStudies[id]
        (openings[id], axes[id], stress[id], fragilities[id]) = (nil, nil, nil, nil)
        for (driver, described) in drivers where described.study == id {
            formerDrivers[driver] = described
            (drivers[driver], ratings[driver]) = (nil, nil)
        }
    }
}
