import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for candidates.
enum CandidateForms {
    static let new = Route.form("priorities/{round}/candidates/new", .planners, show: add, decide: CandidateDecisions.add)
    static let edit = Route.form("priorities/{round}/candidates/{candidate}/edit", .planners, show: change, decide: CandidateDecisions.change)

    static func add(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round()
        var empty = Candidate(round: id, title: .empty, order: .max)
        // From the page of a signal, a contribution, a survey: it is known what it came from.
        empty.origins = visit.query["from"].flatMap { Reference($0) }.map { [$0] } ?? []
        return form(visit, id, round, visit.say("priorities.add"), empty, cancel: PriorityPath.round(id), trail: visit.priorityTrail(id))
    }

    static func change(_ visit: Visit) throws -> Form {
        let (id, candidate) = try visit.standingCandidate(), (roundID, round) = try visit.round()
        return form(
            visit, roundID, round, visit.say("priorities.reword"), candidate, cancel: PriorityPath.candidate(id, in: roundID),
            trail: visit.priorityTrail(roundID, (id, candidate)))
    }

    private static func form(
        _ visit: Visit, _ id: ID<Round>, _ round: Round, _ title: String, _ candidate: Candidate, cancel: String, trail: [(title: String, path: String)]
    ) -> Form {
        let say = visit.say, box = round.box.flatMap { wanted in visit.ballotBoxes.first { $0.reference == wanted } }
        let options = (box?.options ?? []).enumerated().map { visit.choice("\($0.offset + 1)", $0.element.title) }
        return Form(
            title, lede: say("priorities.candidate-lede"), place: PriorityPath.rounds, trail: trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("title", say("priorities.field.candidate"), candidate.title, languages: visit.languages, required: true),
                .localized("text", say("priorities.field.text"), candidate.text, rows: 3, languages: visit.languages),
                options.isEmpty
                    ? nil : Field("options", say("priorities.field.options"), .choices(options), values: candidate.options.map(String.init), help: say("priorities.field.options-help")),
                origins(visit, candidate),
                round.budget == nil ? nil : Field("cost", say("priorities.field.cost"), .number, value: candidate.cost.map { plainDigits($0, visit.language.decimalMark) }),
            ].compactMap { $0 })
    }

    /// Whatever stands on the thread before a priority can: surveys, signals, contributions; not the plan, which follows from it, nor what was reported on it.
    private static func origins(_ visit: Visit, _ candidate: Candidate) -> Field? {
        let after: Set<String> = [Priorities.name, Plan.name, Register.name, Values.name]
        let nodes = visit.thread.nodes.filter { !after.contains($0.reference.chapter) || candidate.origins.contains($0.reference) }
        guard !nodes.isEmpty else { return nil }
        let choices = nodes.map { node in
            // What is kept of before may be one of a kind that is not offered any more, and may have a code for its name.
            Choice(node.reference.description, visit.say.naming(visit.say(node.kind), visit.plain(node.title.coded(node.code))), group: visit.say(node.kind))
        }
        let byKind = visit.say.sorted(visit.say.sorted(choices, by: \.label), by: { $0.group ?? "" })
        return Field(
            "origins", visit.say("priorities.field.origins"), .choices(byKind), values: candidate.origins.map(\.description),
            help: visit.say("priorities.field.origins-help"))
    }

    static func take(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(), say = visit.say
        guard let box = round.box.flatMap({ wanted in visit.ballotBoxes.first { $0.reference == wanted } }) else { throw Missing() }
        let free = visit.organisation[Priorities.self].freeOptions(of: box, in: id)
        let choices = free.map { visit.choice("\($0 + 1)", box.options[$0].title) }
        var form = Form(
            say("priorities.take"), lede: say("priorities.take-lede", ["question": visit.name(of: box)]), place: PriorityPath.rounds, trail: visit.priorityTrail(id),
            submit: say("priorities.take-them"), cancel: PriorityPath.round(id),
            fields: [Field("options", say("priorities.field.take"), .choices(choices), values: choices.map(\.value))]
        ) { if choices.isEmpty { p(.class("note")) { say("priorities.nothing-to-take") } } }
        form.isClosed = choices.isEmpty
        return form
    }

    static func merge(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.round(), say = visit.say, choices = visit.choices(of: id)
        return Form(
            say("priorities.merge"), lede: say("priorities.merge-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(id), submit: say("priorities.merge-them"),
            cancel: PriorityPath.round(id),
            fields: [
                Field("from", say("priorities.field.merge-from"), .choices(choices), required: true),
                Field("into", say("priorities.field.merge-into"), .choice([Choice("", "–")] + choices), required: true, help: say("priorities.field.merge-into-help")),
                .why(say("priorities.field.why"), help: say("priorities.field.why-help")),
            ])
    }

    static func split(_ visit: Visit) throws -> Form {
        let (id, candidate) = try visit.standingCandidate(), say = visit.say
        return Form(
            say("priorities.split"), lede: say("priorities.split-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(candidate.round, (id, candidate)),
            submit: say("priorities.split-it"), cancel: PriorityPath.candidate(id, in: candidate.round),
            fields: [
                Field("parts", say("priorities.field.parts"), .text(rows: 4), required: true, help: say("priorities.field.parts-help")),
                .why(say("priorities.field.why"), help: say("priorities.field.why-help")),
            ])
    }

    static func drop(_ visit: Visit) throws -> Form {
        let (id, candidate) = try visit.standingCandidate(), say = visit.say
        return .withdrawing(
            say("priorities.drop"), lede: say("priorities.drop-lede"), place: PriorityPath.rounds, trail: visit.priorityTrail(candidate.round, (id, candidate)),
            submit: say("priorities.drop-it"), cancel: PriorityPath.candidate(id, in: candidate.round), reason: .why(say("priorities.field.why"), help: say("priorities.field.why-help")), say)
    }

    static func restore(_ visit: Visit) throws -> Form {
        let (id, candidate) = try visit.candidate(), say = visit.say
        guard let ended = visit.organisation[Priorities.self].ended[id] else { throw Missing() }
        let isSplit = if case .split = ended.how { true } else { false }
        return Form(
            say("priorities.restore"), lede: say(isSplit ? "priorities.restore-split-lede" : "priorities.restore-lede"), place: PriorityPath.rounds,
            trail: visit.priorityTrail(candidate.round, (id, candidate)),
            submit: say("priorities.restore-it"), cancel: PriorityPath.candidate(id, in: candidate.round),
            fields: [.why(say("priorities.field.why"), help: say("priorities.field.why-help"))])
    }
}
