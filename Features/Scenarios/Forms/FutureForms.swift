import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of a scenario and of its signposts.
enum FutureForms {
    static let newSignpost = Route.form("scenarios/futures/{scenario}/signposts/new", .planners, show: start, decide: SignpostDecisions.add)
    static let editSignpost = Route.form("scenarios/signposts/{signpost}/edit", .planners, show: describe, decide: SignpostDecisions.change)

    static let routes: [Route] = [
        .form("scenarios/futures/{scenario}/edit", .planners, show: write, decide: AxesDecisions.write),
        newSignpost, editSignpost,
        .form("scenarios/signposts/{signpost}/remove", .planners, show: remove, decide: SignpostDecisions.remove),
        .form("scenarios/signposts/{signpost}/signals", .planners, show: signals, decide: SignpostDecisions.link),
        .form("scenarios/signposts/{signpost}/seen", .participants, show: see, decide: SignpostDecisions.see),
        .form("scenarios/signposts/{signpost}/take-back", .participants, show: takeBack, decide: SignpostDecisions.takeBack),
        .form("scenarios/signposts/{signpost}/answer", .planners, show: answer, decide: SignpostDecisions.answer),
        .form("scenarios/signposts/{signpost}/watch", .planners, show: watch, decide: SignpostDecisions.watch),
    ]

    private static func write(_ visit: Visit) throws -> Form {
        let (id, place) = try visit.ownScenario(), say = visit.say, scenario = visit.scenarios.scenarios[id] ?? Scenario(title: .empty)
        return Form(
            say("scenarios.write"), lede: visit.ends(of: id), place: ScenarioPath.front, trail: visit.futureTrail(id, place.study), submit: say("pages.save"), cancel: ScenarioPath.scenario(id),
            fields: [
                .localized("title", say("scenarios.field.scenario"), scenario.title, languages: visit.languages, required: true, help: say("scenarios.field.scenario-help")),
                .localized("narrative", say("scenarios.field.narrative"), scenario.narrative, rows: 10, languages: visit.languages, help: say("scenarios.field.narrative-help")),
                .localized("meaning", say("scenarios.field.meaning"), scenario.meaning, rows: 5, languages: visit.languages, help: say("scenarios.field.meaning-help")),
                .localized("reactions", say("scenarios.field.reactions"), scenario.reactions, rows: 3, languages: visit.languages, help: say("scenarios.field.reactions-help")),
            ])
    }

    private static func start(_ visit: Visit) throws -> Form {
        let (id, place) = try visit.ownScenario(), say = visit.say
        return Form(
            say("scenarios.new-signpost"), lede: say("scenarios.new-signpost-lede"), place: ScenarioPath.front, trail: visit.futureTrail(id, place.study), submit: say("pages.save"),
            cancel: ScenarioPath.scenario(id), fields: fields(visit, Signpost(scenario: id, title: .empty)))
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (_, signpost, study) = try visit.ownSignpost()
        return form(visit, signpost, study, visit.say("scenarios.edit-signpost"), submit: visit.say("pages.save"), fields: fields(visit, signpost))
    }

    private static func fields(_ visit: Visit, _ signpost: Signpost) -> [Field] {
        let say = visit.say
        return [
            .localized("title", say("scenarios.field.sign"), signpost.title, languages: visit.languages, required: true, help: say("scenarios.field.sign-help")),
            .localized("place", say("scenarios.field.place"), signpost.place, languages: visit.languages, help: say("scenarios.field.place-help")),
            Field("until", say("scenarios.field.until"), .day, value: signpost.until.map { "\($0)" }, help: say("scenarios.field.until-help")),
        ]
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let (_, signpost, study) = try visit.ownSignpost(), say = visit.say
        return .withdrawing(
            say("scenarios.remove", ["title": visit.plain(signpost.title)]), place: ScenarioPath.front, trail: visit.futureTrail(signpost.scenario, study), submit: say("scenarios.remove-it"),
            cancel: ScenarioPath.scenario(signpost.scenario), reason: .why(say("scenarios.field.why")), say)
    }

    private static func signals(_ visit: Visit) throws -> Form {
        let (id, signpost, study) = try visit.ownSignpost()
        return SignalsForm(
            visit: visit, title: signpost.title, words: [signpost.title, signpost.place], linked: signpost.signals, path: ScenarioPath.signpost(id, "signals"),
            back: ScenarioPath.scenario(signpost.scenario)
        ).form(visit.futureTrail(signpost.scenario, study))
    }

    private static func see(_ visit: Visit) throws -> Form {
        let (id, signpost, study) = try visit.signpost(), say = visit.say
        guard visit.scenarios.sightings[id] == nil, visit.scenarios.phase(of: study) != .draft else { throw Missing() }
        return form(
            visit, signpost, study, say("scenarios.see"), submit: say("scenarios.see"),
            fields: [
                Field("on", say("scenarios.field.on"), .day, value: "\(visit.times.today)", required: true),
                .localized("evidence", say("scenarios.field.evidence"), .empty, rows: 3, languages: visit.languages, required: true, help: say("scenarios.field.evidence-help")),
                Field("link", say("scenarios.field.link"), .line),
            ])
    }

    private static func takeBack(_ visit: Visit) throws -> Form {
        let (id, signpost, study) = try visit.signpost(), say = visit.say
        guard let sighting = visit.scenarios.sightings[id], visit.viewer.mayTakeBack(sighting) else { throw Missing() }
        return .withdrawing(
            say("scenarios.take-back"), lede: visit.plain(signpost.title), place: ScenarioPath.front, trail: visit.futureTrail(signpost.scenario, study), submit: say("scenarios.take-back"),
            cancel: ScenarioPath.scenario(signpost.scenario), reason: .why(say("scenarios.field.why")), say)
    }

    private static func answer(_ visit: Visit) throws -> Form {
        let (id, signpost, study) = try visit.signpost(), say = visit.say, present = visit.scenarios.answers[id]?.consequence ?? Consequence()
        guard visit.scenarios.sightings[id] != nil else { throw Missing() }
        return form(visit, signpost, study, say("scenarios.answer"), submit: say("pages.save"), fields: consequence(visit, present))
    }

    static func consequence(_ visit: Visit, _ present: Consequence) -> [Field] {
        let say = visit.say
        return [
            .localized("because", say("scenarios.field.follows"), present.because, rows: 3, languages: visit.languages, help: say("scenarios.field.follows-help")),
            Field("objectives", say("scenarios.field.objectives"), .choices(visit.objectiveChoices(besides: present.objectives)), values: present.objectives.map(\.text)),
        ]
    }

    private static func watch(_ visit: Visit) throws -> Form {
        let (id, signpost, study) = try visit.signpost(), say = visit.say
        guard visit.scenarios.sightings[id] == nil else { throw Missing() }
        let stands = visit.scenarios.watchedUntil(id), until = max(stands ?? visit.times.today, visit.times.today.adding(days: 182))
        return form(
            visit, signpost, study, say("scenarios.watch"), submit: say("pages.save"),
            fields: [
                Field("until", say("scenarios.field.until"), .day, value: "\(until)", help: say("scenarios.field.watch-help")),
                .localized("because", say("scenarios.field.watch-because"), visit.scenarios.watches[id]?.because ?? .empty, rows: 2, languages: visit.languages),
            ])
    }

    private static func form(_ visit: Visit, _ signpost: Signpost, _ study: ID<ForesightStudy>, _ title: String, submit: String, fields: [Field]) -> Form {
        Form(
            title, lede: visit.plain(signpost.title), place: ScenarioPath.front, trail: visit.futureTrail(signpost.scenario, study), submit: submit,
            cancel: ScenarioPath.scenario(signpost.scenario), fields: fields)
    }
}

extension Visit {
    /// The scenario in the address where it may still be written.
    fileprivate func ownScenario() throws(Missing) -> (id: ID<Scenario>, place: ScenarioPlace) {
        let found = try scenario()
        guard scenarios.phase(of: found.place.study) != .published, !scenarios.isFormer(found.id) else { throw Missing() }
        return found
    }

    fileprivate func ownSignpost() throws(Missing) -> (id: ID<Signpost>, signpost: Signpost, study: ID<ForesightStudy>) {
        let found = try signpost()
        guard scenarios.phase(of: found.study) != .published else { throw Missing() }
        return found
    }
}
