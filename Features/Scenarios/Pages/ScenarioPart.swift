import HashTreeCollections
import Journal
import Organisation
import Pages

/// One scenario in its study: its ends, the story, what it would mean, and its signposts.
struct ScenarioPart {
    let visit: Visit
    let figures: StudyFigures
    let id: ID<Scenario>

    private var say: Say { visit.say }
    private var written: Scenario? { visit.scenarios.scenarios[id] }

    var sheet: Markup {
        element("section", [.class("sheet w12"), .id("future-\(id)")]) {
            h2 { visit.link(to: id) }
            body(isWhole: false)
        }
    }

    /// - Parameter isWhole: with everything that may be done with its signposts; in the study only what is done while one reads.
    func body(isWhole: Bool) -> Markup {
        group {
            p(.class("lede")) { visit.ends(of: id) }
            if let written, !written.narrative.isEmpty { p(.class("prose")) { visit.text(written.narrative) } } else { p(.class("gap")) { say("scenarios.not-written") } }
            half("scenarios.field.meaning", written?.meaning, isWhole)
            half("scenarios.field.reactions", written?.reactions, isWhole)
            if visit.mayChange(figures.id), !visit.scenarios.isFormer(id) {
                div(.class("actions")) {
                    visit.control(.planners, ScenarioPath.scenario(id, "edit"), say("scenarios.write"))
                    visit.control(.planners, ScenarioPath.scenario(id, "signposts/new"), say("scenarios.new-signpost"))
                }
            }
            SignpostList(visit: visit, study: figures.id, items: visit.scenarios.signposts(of: id), isWhole: isWhole).markup
        }
    }

    @MarkupBuilder private func half(_ key: String, _ text: Localized?, _ isWhole: Bool) -> Markup {
        if let text, !text.isEmpty {
            partHeading(say(key), isWhole)
            p(.class("prose")) { visit.text(text) }
        }
    }
}

/// Of a part of a scenario: on its own page below the title, in a study below the heading of the scenario.
private func partHeading(_ title: String, _ isWhole: Bool) -> Markup { isWhole ? h2 { title } : h3 { title } }

/// Signposts with how they stand, and what may be done with each.
struct SignpostList {
    let visit: Visit
    let study: ID<ForesightStudy>
    let items: [(id: ID<Signpost>, signpost: Signpost)]
    let isWhole: Bool

    private var say: Say { visit.say }
    private var scenarios: Scenarios { visit.scenarios }

    @MarkupBuilder var markup: Markup {
        if !items.isEmpty {
            partHeading(say("scenarios.signposts"), isWhole)
            ul { for item in items { li(.id("sign-\(item.id)")) { one(item.id, item.signpost) } } }
        }
    }

    func one(_ id: ID<Signpost>, _ signpost: Signpost) -> Markup {
        group {
            strong { visit.text(signpost.title) }
            " "
            visit.standing(ofSign: id)
            if !signpost.place.isEmpty {
                p(.class("help")) {
                    "\(say("scenarios.field.place"))\(visit.language.colon) "; visit.text(signpost.place)
                }
            }
            if let recorded = scenarios.sightings[id] { seen(id, recorded) }
            if let watch = scenarios.watches[id], !watch.because.isEmpty, scenarios.sightings[id] == nil { p(.class("help")) { visit.text(watch.because) } }
            LinkedSignals(visit: visit, study: study, references: signpost.signals).markup
            actions(id)
        }
    }

    private func seen(_ id: ID<Signpost>, _ recorded: RecordedSighting) -> Markup {
        let address = recorded.sighting.link.text ?? ""
        return group {
            p {
                visit.text(recorded.sighting.evidence); " "
                if !address.isEmpty { link(address, Attribute("rel", "noreferrer nofollow")) { say("scenarios.evidence-link") }; " " }
                if visit.viewer.belongs(to: .participants) { small { say("scenarios.recorded-by", ["name": visit.name(of: recorded.by), "day": say.day(recorded.on)]) } }
            }
            if let answer = scenarios.answers[id] { ConsequencePart(visit: visit, consequence: answer.consequence).markup } else { p(.class("gap")) { say("scenarios.not-answered") } }
        }
    }

    /// What is to be done next as a button; what else can be done on a line below.
    private func actions(_ id: ID<Signpost>) -> Markup {
        let sighting = scenarios.sightings[id], isOpen = visit.isNow && scenarios.phase(of: study) != .draft && visit.viewer.belongs(to: .participants)
        let next = sighting == nil ? (isOpen ? "seen" : nil) : visit.may(.planners) && scenarios.isUnanswered(id) ? "answer" : nil
        return group {
            if let next { div(.class("actions")) { link(visit.path(ScenarioPath.signpost(id, next)), .class("button quiet")) { say(SignpostList.words[next] ?? "") } } }
            let rest = others(id, sighting)
            if !rest.isEmpty {
                p {
                    for (place, name) in rest.enumerated() {
                        if place > 0 { " · " }
                        link(visit.path(ScenarioPath.signpost(id, name))) { say(SignpostList.words[name] ?? "") }
                    }
                }
            }
        }
    }

    private func others(_ id: ID<Signpost>, _ sighting: RecordedSighting?) -> [String] {
        let mayPlan = visit.may(.planners), mayChange = isWhole && visit.mayChange(study)
        return [
            ("answer", mayPlan && sighting != nil && !scenarios.isUnanswered(id)), ("take-back", isWhole && visit.isNow && sighting.map { visit.viewer.mayTakeBack($0) } == true),
            ("watch", mayPlan && sighting == nil && (isWhole || scenarios.isDue(id, on: visit.times.today))), ("edit", mayChange), ("signals", mayChange), ("remove", mayChange && sighting == nil),
        ].filter(\.1).map(\.0)
    }

    private static let words = [
        "seen": "scenarios.see", "answer": "scenarios.answer", "take-back": "scenarios.take-back", "watch": "scenarios.watch", "edit": "scenarios.edit-signpost",
        "signals": "scenarios.link-signals", "remove": "scenarios.remove-it",
    ]
}

extension Visit {
    /// By shape, colour and word.
    func standing(ofSign id: ID<Signpost>) -> Markup {
        func mark(_ name: String, _ text: String) -> Markup { span(.class("state \(name)")) { text } }
        if let recorded = scenarios.sightings[id] { return mark("good", say("scenarios.seen-on", ["day": say.day(recorded.sighting.on)])) }
        if scenarios.isGivenUp(id) { return mark("none", say("scenarios.given-up")) }
        guard let until = scenarios.watchedUntil(id) else { return mark("none", say("scenarios.watched")) }
        return until < times.day ? mark("warn", say("scenarios.watch-over", ["day": say.day(until)])) : mark("none", say("scenarios.watched-until", ["day": say.day(until)]))
    }
}

/// What was said to follow: in words, and through objectives that this reader may see.
struct ConsequencePart {
    let visit: Visit
    let consequence: Consequence

    var markup: Markup {
        let objectives = consequence.objectives.filter { visit.sees($0) }
        return div(.class("note")) {
            "\(visit.say("scenarios.follows"))\(visit.language.colon) "
            visit.text(consequence.because)
            if !objectives.isEmpty { ul { for objective in objectives { li { visit.link(to: objective) } } } }
        }
    }
}

/// Signals of the scan that stand behind something; of a published study as they were called then.
struct LinkedSignals {
    let visit: Visit
    let study: ID<ForesightStudy>
    let references: [Reference]

    @MarkupBuilder var markup: Markup {
        let shown = visit.signals(references, in: study)
        if !shown.isEmpty {
            p(.class("help")) {
                "\(visit.say("scenarios.signals"))\(visit.language.colon) "
                for (place, item) in shown.enumerated() {
                    if place > 0 { visit.language.comma }
                    link(visit.path(item.path)) { visit.text(item.title) }
                }
            }
        }
    }
}

extension Visit {
    /// Those that this reader may see.
    func signals(_ references: [Reference], in study: ID<ForesightStudy>) -> [(reference: Reference, title: Localized, path: String)] {
        guard !references.isEmpty else { return [] }
        let wanted = Set(references), kept = Dictionary((scenarios.publications[study]?.names.signals ?? []).map { ($0.reference, $0.title) }) { one, _ in one }
        return thread.nodes.filter { $0.kind == SignalLinks.kind && wanted.contains($0.reference) }.map { ($0.reference, kept[$0.reference] ?? $0.title, $0.path) }
    }
}
