import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is asked of a risk: first cause, event and effect, then, folded away, what is done about it.
struct RiskFields {
    let visit: Visit
    let risk: Risk

    private var say: Say { visit.say }
    private var risks: Risks { visit.risks }

    var all: [Field] { short + folded("risks.more-treatment", treatment) + folded("risks.more-controls", controls) + folded("risks.more-source", source) + folded("risks.more-links", links) }

    private var short: [Field] {
        let units = say.sorted(visit.register.units.map { visit.choice($0.key.text, $0.value.name) }, by: \.label)
        // A unit that is no more stays the owner until somebody names another.
        let former = risk.owner.flatMap { visit.register.units[$0] == nil ? visit.choice($0.text, visit.register.name(of: $0)) : nil }
        return [
            text("title", risk.title, required: true, help: true), text("cause", risk.cause, rows: 2, help: true), text("event", risk.event, rows: 2, required: true, help: true),
            text("effect", risk.effect, rows: 2, help: true),
            Field(
                "category", say("risks.field.category"), .choice([Choice("", "–")] + risks.categoriesInOrder.map { visit.choice($0.id.text, $0.category.title) }), value: risk.category?.text ?? ""),
            Field("owner", say("risks.field.owner"), .choice([Choice("", "–")] + units + [former].compactMap { $0 }), value: risk.owner?.text ?? ""),
            Field("review", say("risks.field.review"), .day, value: risk.reviewOn.map { "\($0)" }, help: say("risks.field.review-help")),
            Field(
                "readers", say("risks.field.readers"), .oneOf(Risk.Readers.allCases.map { Choice($0.rawValue, say("risks.readers.\($0.rawValue)")) }, inRow: false), value: risk.readers.rawValue,
                required: true, help: say("risks.field.readers-help")),
        ]
    }

    private var treatment: [Field] {
        [
            Field(
                "treatment", say("risks.field.treatment"), .choice(visit.optional("risks.treatment", Risk.Treatment.self)), value: risk.treatment?.rawValue ?? "",
                help: say("risks.field.treatment-help")),
            text("treatment-text", risk.treatmentText, rows: 2), Field("treatment-due", say("risks.field.treatment-due"), .day, value: risk.treatmentDue.map { "\($0)" }),
        ]
    }

    /// What there is, and one more.
    private var controls: [Field] {
        (1...min(RiskEntry.mostControls, risk.controls.count + 1)).flatMap { number -> [Field] in
            let names = ControlField(number), present = risk.controls.indices.contains(number - 1) ? risk.controls[number - 1] : nil
            func title(_ key: String) -> String {
                number == 1 ? say("risks.field.control-\(key)") : say("risks.field.numbered", ["field": say("risks.field.control-\(key)"), "n": say.number(number)])
            }
            return [
                .localized(names.what, title("what"), present?.what ?? .empty, languages: visit.languages, help: number == 1 ? say("risks.field.control-what-help") : ""),
                .localized(names.who, title("who"), present?.who ?? .empty, languages: visit.languages),
                Field(names.strength, title("strength"), .choice(visit.optional("risks.strength", RiskControl.Strength.self)), value: present?.strength?.rawValue ?? ""),
            ]
        }
    }

    private var source: [Field] {
        [
            text("source", risk.source?.text ?? .empty, help: true), Field("source-link", say("risks.field.source-link"), .line, value: risk.source?.link.text),
            Field("source-on", say("risks.field.source-on"), .day, value: risk.source?.on.map { "\($0)" }),
        ]
    }

    private var links: [Field] {
        let present = risk.signals.map { signal in
            visit.node(signal).map { visit.choice(signal.description, $0.title) } ?? Choice(signal.description, signal.id)
        }
        let ticks = present.isEmpty ? [] : [Field("signals", say("risks.field.signals"), .choices(present), values: present.map(\.value))]
        return [answers] + ticks + [Field("signal", say("risks.field.signal"), .line, help: say("risks.field.signal-help"))]
    }

    /// Objectives and actions of plans that have not ended; what answers it already stays to be seen, though its plan has ended.
    var answers: Field {
        let choices = visit.plan.plansInOrder.filter { visit.sees($0.id) }.flatMap { offered(from: $0.id, $0.plan) }
        let kept = risk.answers.filter { thing in !choices.contains { $0.value == thing.description } }.map { thing in
            visit.node(thing).map { visit.choice(thing.description, $0.title.coded($0.code)) } ?? Choice(thing.description, thing.id)
        }
        return Field("answers", say("risks.field.answers"), .choices(kept + choices), values: risk.answers.map(\.description), help: say("risks.field.answers-help"))
    }

    private func offered(from id: ID<StrategicPlan>, _ whole: StrategicPlan) -> [Choice] {
        let plan = visit.plan, title = visit.plain(whole.title)
        let things = plan.objectives(of: id).flatMap { item -> [(Reference, Localized)] in
            let actions = plan.actions.filter { $0.value.objective == item.id }.map { (Reference(Plan.self, $0.key), $0.value.title.coded($0.value.code)) }
            return [(Reference(Plan.self, item.id), item.objective.title.coded(item.objective.code))] + actions.sorted { $0.1.plain() < $1.1.plain() }
        }
        return things.filter { plan.carries($0.0, on: visit.times.today) }.map { visit.choice($0.0.description, $0.1, group: title) }
    }

    private func text(_ name: String, _ content: Localized, rows: Int = 1, required: Bool = false, help: Bool = false) -> Field {
        .localized(name, say("risks.field.\(name)"), content, rows: rows, languages: visit.languages, required: required, help: help ? say("risks.field.\(name)-help") : "")
    }

    private func folded(_ key: String, _ fields: [Field]) -> [Field] {
        fields.map {
            var field = $0
            field.fold = say(key)
            return field
        }
    }
}
