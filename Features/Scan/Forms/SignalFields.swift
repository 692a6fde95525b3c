import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is asked of a signal: first what takes a minute, then, folded away, all that can be known of it.
struct SignalFields {
    let visit: Visit
    let signal: Signal

    private var say: Say { visit.say }

    var all: [Field] { short + folded("scan.more-judgement", judgement) + folded("scan.more-evidence", evidence) + folded("scan.more-effects", effects) }

    /// Of a new one, that it is another than those much like it; they are named while it is typed, and where it is sent all the same.
    var new: [Field] {
        var fields = all
        guard let place = fields.firstIndex(where: { $0.name == "title" }) else { return fields }
        fields[place].suggestions = Suggestions(path: visit.path(ScanPath.similar), fields: ["title", "text"])
        var tick = Field(SignalDecisions.isAnother, say("scan.field.is-another"), .flag)
        tick.confirms = "title"
        fields.insert(tick, at: place + 1)
        return fields
    }

    /// On a telephone, between two meetings.
    private var short: [Field] {
        [
            .localized("title", say("scan.field.signal-title"), signal.title, languages: visit.languages, required: true, help: say("scan.field.signal-title-help")),
            .localized("text", say("scan.field.signal-text"), signal.text, rows: 4, languages: visit.languages, help: say("scan.field.signal-text-help")),
            Field("aspect", say("scan.field.aspect"), .choice([Choice("", "–")] + visit.scan.aspectsInOrder.map { visit.choice($0.id, $0.aspect.title) }), value: signal.aspect?.text ?? ""),
            Field("direction", say("scan.field.direction"), .choice(visit.optional("scan.direction", Signal.Direction.self)), value: signal.direction?.rawValue ?? ""),
            .localized("opportunity", say("scan.field.opportunity"), signal.opportunity, rows: 2, languages: visit.languages, help: say("scan.field.opportunity-help")),
        ] + evidence(1, isOnlyShort: true)
    }

    private var judgement: [Field] {
        let themes = visit.scan.aspectsInOrder.flatMap { aspect in visit.scan.themes(of: aspect.id).map { visit.choice($0.id, $0.theme.title, group: visit.plain(aspect.aspect.title)) } }
        let regions = visit.register.regionsInOrder.map { visit.choice($0.id, $0.region.name) }
        return [
            Field(
                "kind", say("scan.field.kind"), .choice(Signal.Kind.allCases.map { Choice($0.rawValue, say("scan.kind.\($0.rawValue)")) }), value: signal.kind.rawValue,
                help: say("scan.field.kind-help")),
            Field("theme", say("scan.field.theme"), .choice([Choice("", "–")] + themes), value: signal.theme?.text ?? ""),
            Field("seen", say("scan.field.seen"), .day, value: signal.firstSeen.map { "\($0)" }),
            Field("regions", say("scan.field.regions"), .choices(regions), values: signal.regions.map(\.text), help: say("scan.field.regions-help")),
            Field("horizon", say("scan.field.horizon"), .choice(visit.optional("scan.horizon", Signal.Horizon.self)), value: signal.horizon?.rawValue ?? ""),
            Field("impact", say("scan.field.impact"), .line, value: signal.impact?.written, help: say("scan.field.estimate-help")),
            Field("likelihood", say("scan.field.likelihood"), .line, value: signal.likelihood?.written, help: say("scan.field.likelihood-help")),
            Field("uncertainty", say("scan.field.uncertainty"), .line, value: signal.uncertainty?.written, help: say("scan.field.uncertainty-help")),
            Field(
                "relevance", say("scan.field.relevance"), .number, value: plainDigits((signal.relevance * 10_000).rounded() / 100, visit.language.decimalMark), help: say("scan.field.relevance-help")),
            Field("novelty", say("scan.field.novelty"), .number, value: signal.novelty.map(String.init), help: say("scan.field.novelty-help")),
            Field("velocity", say("scan.field.velocity"), .choice(visit.optional("scan.velocity", Signal.Velocity.self)), value: signal.velocity?.rawValue ?? ""),
            .localized("driven-by", say("scan.field.driven-by"), signal.drivenBy, languages: visit.languages, help: say("scan.field.driven-by-help")),
            Field("confidence", say("scan.field.confidence"), .choice(visit.optional("scan.confidence", Signal.Confidence.self)), value: signal.confidence?.rawValue ?? ""),
            .localized("confidence-because", say("scan.field.confidence-because"), signal.confidenceBecause, languages: visit.languages, help: say("scan.field.confidence-because-help")),
        ]
    }

    /// The rest of the first place, and one place more than there are.
    private var evidence: [Field] {
        let count = min(SignalReading.mostEvidence, signal.evidence.count + 1)
        return evidence(1, isOnlyShort: false) + (count < 2 ? [] : (2...count).flatMap { evidence($0, isOnlyShort: true) + evidence($0, isOnlyShort: false) })
    }

    private func evidence(_ number: Int, isOnlyShort: Bool) -> [Field] {
        let names = EvidenceField(number), present = signal.evidence.indices.contains(number - 1) ? signal.evidence[number - 1] : nil
        func title(_ key: String) -> String { number == 1 ? say("scan.field.\(key)") : say("scan.field.numbered", ["field": say("scan.field.\(key)"), "n": say.number(number)]) }
        if isOnlyShort {
            return [
                .localized(names.source, title("source-read"), present?.source ?? .empty, languages: visit.languages, help: number == 1 ? say("scan.field.source-read-help") : ""),
                Field(names.link, title("link"), .line, value: present?.link.text),
            ]
        }
        func digits(_ number: Double?) -> String? { number.map { plainDigits($0, visit.language.decimalMark) } }
        return [
            Field(names.on, title("read-on"), .day, value: present?.on.map { "\($0)" }),
            Field(names.reliability, title("reliability"), .choice(visit.optional("scan.reliability", Evidence.Reliability.self)), value: present?.reliability.rawValue ?? ""),
            Field(names.low, title("low"), .number, value: digits(present?.figure?.low), help: number == 1 ? say("scan.field.low-help") : ""),
            Field(names.high, title("high"), .number, value: digits(present?.figure?.high)),
            .localized(names.of, title("figure-of"), present?.figure?.of ?? .empty, languages: visit.languages, help: number == 1 ? say("scan.field.figure-of-help") : ""),
        ]
    }

    private var effects: [Field] {
        let present = Dictionary(signal.effects.map { ($0.objective, $0.size) }) { first, _ in first }
        let choices = [Choice("", "–")] + Effect.sizes.reversed().map { Choice("\($0)", say("scan.effect.\($0)")) }
        return visit.objectiveChoices().map { objective in
            var field = Field("effect-\(objective.value)", objective.label, .choice(choices), value: ID<Objective>(objective.value).flatMap { present[$0] }.map { "\($0)" } ?? "")
            field.language = objective.language
            return field
        }
    }

    private func folded(_ key: String, _ fields: [Field]) -> [Field] {
        fields.map {
            var field = $0
            field.fold = say(key)
            return field
        }
    }
}
