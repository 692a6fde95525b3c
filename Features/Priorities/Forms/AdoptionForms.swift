import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which planners record what a body decided, and what the plan answers to it.
enum AdoptionForms {
    static func adopt(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(), say = visit.say, reading = try RoundReading(visit, id), standing = reading.standing
        let present = reading.adopted?.adoption
        let proposed = reading.count?.proposed ?? []
        let list = present?.candidates ?? proposed
        let places = [Choice("", say("priorities.not-in-list"))] + standing.indices.map { Choice("\($0 + 1)", say.number($0 + 1)) }
        let bodies = say.sorted(visit.register.bodies.map { Choice($0.key.text, visit.plain($0.value.name)) }, by: \.label)
        let group = FieldGroup("list", say("priorities.field.list"), help: say("priorities.field.list-help", count: round.size))
        let ranks = standing.map { item in
            let place = list.firstIndex(of: item.id).map { "\($0 + 1)" } ?? ""
            var field = Field("place-\(item.id)", visit.plain(item.candidate.title), .choice(places), value: place)
            field.language = visit.shownLanguage(of: item.candidate.title)
            field.partOf = group
            return field
        }
        // Another decision begins with the list and the body of the last one. Its day, its document and its reasons are its own.
        return Form(
            say("priorities.adopt"), lede: say("priorities.adopt-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(id), submit: say("priorities.adopt-it"),
            cancel: PriorityPath.round(id),
            fields: [
                Field("body", say("priorities.field.body"), .choice([Choice("", "–")] + bodies), value: present?.body.text ?? "", required: true),
                Field("on", say("priorities.field.decided"), .day, required: true), isEarlier(say),
                .localized(
                    "document", say("priorities.field.document"), .empty, languages: visit.languages, required: true, help: say("priorities.field.document-help")),
            ] + ranks + [
                .localized(
                    "because", say("priorities.field.because"), .empty, rows: 3, languages: visit.languages, help: say("priorities.field.because-help")),
                .localized("note", say("priorities.field.note"), .empty, rows: 3, languages: visit.languages, help: say("priorities.field.note-help")),
            ]
        ) {
            if let box = reading.box, !box.isClosed { p(.class("note")) { say("priorities.still-open") } }
            if !proposed.isEmpty {
                p { say("priorities.proposes", ["rule": say("priorities.rule.\(round.rule.rawValue)"), "titles": say.list(proposed.map { visit.plain(visit.title(of: $0)) })]) }
            }
            if present != nil { p(.class("note")) { say("priorities.adopted-before") } }
        }
    }

    /// Asked for only where the day is before that of the list that holds.
    private static func isEarlier(_ say: Say) -> Field {
        var tick = Field("earlier", say("priorities.field.earlier"), .flag)
        tick.confirms = "on"
        return tick
    }

    static func answer(_ visit: Visit) throws -> Form {
        let (id, candidate) = try visit.candidate(), say = visit.say, plan = visit.plan
        let answer = visit.organisation[Priorities.self].answers[id]
        let plans = plan.plansInOrder.filter { $0.plan.status != .ended || $0.id == plan.plan(runningOn: visit.times.today) }
        let choices = plans.flatMap { item in
            let objectives = plan.objectives(of: item.id).map { (Reference(Plan.self, $0.id), $0.objective.title.coded($0.objective.code)) }
            let areas = plan.focusAreas(of: item.id).map { (Reference(Plan.self, $0.id), $0.area.title.coded($0.area.code)) }
            return (objectives + areas).map { Choice($0.0.description, visit.plain($0.1), group: visit.plain(item.plan.title)) }
        }
        // What it was tied to before stays to be seen, though its plan has ended.
        let nodes = Dictionary(visit.thread.nodes.map { ($0.reference, $0) }) { first, _ in first }
        let kept = (answer?.things ?? []).filter { thing in !choices.contains { $0.value == thing.description } }.map { thing in
            Choice(thing.description, nodes[thing].map { visit.plain($0.title.coded($0.code)) } ?? thing.id)
        }
        return Form(
            say("priorities.answer"), lede: say("priorities.answer-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(candidate.round, (id, candidate)),
            submit: say("pages.save"), cancel: PriorityPath.candidate(id, in: candidate.round),
            fields: [
                Field("things", say("priorities.field.things"), .choices(kept + choices), values: (answer?.things ?? []).map(\.description)),
                Field("because", say("priorities.field.no-answer"), .text(rows: 3), value: answer?.because?.text, help: say("priorities.field.no-answer-help")),
            ])
    }
}
