import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is asked of a strategy, part by part.
struct StrategyFields {
    let visit: Visit
    let strategy: Strategy

    private var say: Say { visit.say }

    func fields(_ part: StrategyPart) -> [Field] {
        switch part {
        case .frame: frame
        case .reasons: reasons
        case .answers: answers
        case .map: map
        case .crisis: crisis
        }
    }

    private var frame: [Field] {
        let plans = visit.plan.plansInOrder.filter { visit.sees($0.id) }.map { visit.choice($0.id, $0.plan.title) }
        let former = strategy.plan.flatMap { plan in plans.contains { $0.value == plan.text } ? nil : Choice(plan.text, plan.text) }
        return [
            text("title", strategy.title, required: true), text("text", strategy.text, rows: 3, help: true),
            Field(
                "plan", field("plan"), .choice([Choice("", "–")] + plans + [former].compactMap { $0 }), value: strategy.plan?.text ?? "", help: field("plan-help")),
            text("unit", strategy.unit, help: true),
            Field(
                "readers", field("readers"), .oneOf(Strategy.Readers.allCases.map { Choice($0.rawValue, say("innovationstrategy.readers.\($0.rawValue)")) }, inRow: false),
                value: strategy.readers.rawValue, required: true),
        ]
    }

    /// What there is, and one more; a new strategy begins with the three of the founding paper.
    private var reasons: [Field] {
        let kinds = Reason.Kind.allCases.map { Choice($0.rawValue, say("innovationstrategy.reason.\($0.rawValue)")) }, count = max(3, strategy.reasons.count + 1)
        return (1...min(Strategy.mostReasons, count)).flatMap { number -> [Field] in
            let names = ReasonField(number), present = strategy.reasons.indices.contains(number - 1) ? strategy.reasons[number - 1] : nil
            let group = FieldGroup("reason-\(number)", say("innovationstrategy.reason-number", ["n": say.number(number)])), usual = Reason.Kind.allCases[min(number, 4) - 1]
            let linked = (present?.signals ?? []).map { signal in visit.node(signal).map { visit.choice(signal.description, $0.title) } ?? Choice(signal.description, signal.id) }
            let ticks = linked.isEmpty ? [] : [Field(names.signals, field("signals"), .choices(linked), values: linked.map(\.value))]
            let all =
                [
                    Field(names.kind, field("reason-kind"), .choice(kinds), value: present?.kind.rawValue ?? usual.rawValue),
                    .localized(names.text, field("reason-text"), present?.text ?? .empty, rows: 2, languages: visit.languages),
                ] + ticks + [Field(names.signal, field("signal"), .line, help: field("signal-help"))]
            return all.map { one in
                var one = one
                one.partOf = group
                return one
            }
        }
    }

    private var answers: [Field] {
        let mark = visit.language.decimalMark, answers = strategy.answers
        func percent(_ share: Double?) -> String { share.map { plainDigits($0.inPercent, mark) } ?? "" }
        let types = InnovationType.allCases.map { Choice($0.rawValue, say("innovationstrategy.type.\($0.rawValue)")) }
        func answer(_ question: LeadershipAnswers.Question) -> Field {
            .localized(
                "answer-\(question.rawValue)", say("innovationstrategy.question.\(question.rawValue)"), answers[question], rows: 3, languages: visit.languages,
                help: say("innovationstrategy.question.\(question.rawValue)-help"))
        }
        let shares = FieldGroup("type-shares", field("type-shares"), help: field("type-shares-help"))
        return [
            answer(.value), answer(.capture), answer(.kind), Field("types", field("types"), .choices(types), values: answers.types.map(\.rawValue)), answer(.resources),
            Field("explore", field("explore"), .number, value: percent(answers.explore), help: field("explore-help")),
            Field("tolerance", field("tolerance"), .number, value: percent(answers.tolerance), help: field("tolerance-help")),
        ]
            + InnovationType.allCases.enumerated().map { place, type in
                var one = Field(
                    "share-\(type.rawValue)", say("innovationstrategy.type.\(type.rawValue)"), .number,
                    value: percent(answers.typeShares.indices.contains(place) ? answers.typeShares[place] : nil))
                one.partOf = shares
                return one
            }
    }

    private var map: [Field] {
        MapAxis.allCases.flatMap { axis in
            MapTime.allCases.map { time in
                var one = Field.localized(
                    MapWords.field(axis, time), say("innovationstrategy.time.\(time.rawValue)"), strategy.map[axis, time], rows: 2, languages: visit.languages)
                one.partOf = FieldGroup(axis.rawValue, say("innovationstrategy.axis.\(axis.rawValue)"), help: say("innovationstrategy.axis.\(axis.rawValue)-help"))
                return one
            }
        }
    }

    private var crisis: [Field] {
        CrisisAction.Kind.allCases.flatMap { kind -> [Field] in
            let present = strategy.crisis.first { $0.kind == kind }, name = "crisis-\(kind.rawValue)"
            var things = visit.things("\(name)-things", field("crisis-things"), present: present?.things ?? [])
            things.fold = field("crisis-things")
            return [.localized(name, say("innovationstrategy.crisis.\(kind.rawValue)"), present?.text ?? .empty, rows: 2, languages: visit.languages), things]
        }
    }

    private func field(_ name: String) -> String { say("innovationstrategy.field.\(name)") }

    private func text(_ name: String, _ content: Localized, rows: Int = 1, required: Bool = false, help: Bool = false) -> Field {
        .localized(name, field(name), content, rows: rows, languages: visit.languages, required: required, help: help ? field("\(name)-help") : "")
    }
}

extension Visit {
    /// Objectives and actions of plans that have not ended, to be ticked; what is linked already stays to be seen, though its plan has ended.
    func things(_ name: String, _ title: String, present: [Reference]) -> Field {
        let choices = planChoices, kept = present.filter { thing in !choices.contains { $0.value == thing.description } }.map(keptChoice)
        return Field(name, title, .choices(kept + choices), values: present.map(\.description))
    }

    func keptChoice(_ thing: Reference) -> Choice { node(thing).map { choice(thing.description, $0.title.coded($0.code)) } ?? Choice(thing.description, thing.id) }

    var planChoices: [Choice] { plan.plansInOrder.filter { sees($0.id) }.flatMap { offered(from: $0.id, $0.plan) } }

    private func offered(from id: ID<StrategicPlan>, _ whole: StrategicPlan) -> [Choice] {
        let things = plan.objectives(of: id).flatMap { item -> [(Reference, Localized)] in
            let actions = plan.actions.filter { $0.value.objective == item.id }.map { (Reference(Plan.self, $0.key), $0.value.title.coded($0.value.code)) }
            return [(Reference(Plan.self, item.id), item.objective.title.coded(item.objective.code))] + actions.sorted { ($0.1.plain(), $0.0) < ($1.1.plain(), $1.0) }
        }
        return things.filter { plan.carries($0.0, on: times.today) }.map { choice($0.0.description, $0.1, group: plain(whole.title)) }
    }
}
