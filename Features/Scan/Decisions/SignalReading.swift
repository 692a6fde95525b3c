import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A signal as it was entered into its form.
struct SignalReading {
    private let submission: Submission
    private var entered: Entered { submission.entered }

    init(_ submission: Submission) { self.submission = submission }

    /// More places where something was read would be a library of their own.
    static let mostEvidence = 12
    /// The lower end of what a text of a signal may be: about a hundred words in most languages, and room for more.
    static let longestText = 4000

    func signal(_ present: Signal) throws(Refusal) -> Signal {
        let scan = submission.scan, organisation = submission.organisation
        var signal = present
        signal.title = try entered.localized("title", present: present.title, max: 200, required: true)
        signal.text = try entered.localized("text", present: present.text, max: SignalReading.longestText)
        signal.kind = try entered.optionalChoice("kind") ?? present.kind
        signal.aspect = try entered.id("aspect") { scan.aspects[$0] != nil }
        signal.theme = try entered.id("theme") { scan.themes[$0] != nil }
        // A theme lies in its aspect.
        if let theme = signal.theme, let aspect = scan.themes[theme]?.aspect {
            if let chosen = signal.aspect, chosen != aspect { throw Refusal("scan.refusal.other-aspect", field: "theme") }
            signal.aspect = aspect
        }
        signal.firstSeen = try entered.day("seen") ?? present.firstSeen
        if let seen = signal.firstSeen, seen > submission.today { throw Refusal("scan.refusal.seen-later", field: "seen") }
        signal.regions = try entered.several("regions") { organisation[Register.self].regions[$0] != nil }.sorted()
        signal.horizon = try entered.optionalChoice("horizon")
        signal.direction = try entered.optionalChoice("direction")
        signal.opportunity = try entered.localized("opportunity", present: present.opportunity, max: 4000)
        // A threat that nobody has turned round is half understood.
        if signal.direction == .threat, signal.opportunity.isEmpty { throw Refusal("scan.refusal.no-opportunity", field: "opportunity") }
        signal.impact = try entered.estimate("impact")
        signal.likelihood = try entered.estimate("likelihood")
        signal.uncertainty = try entered.estimate("uncertainty")
        signal.relevance = try entered.number("relevance", in: 0...100).map { $0 / 100 } ?? 1
        signal.velocity = try entered.optionalChoice("velocity")
        signal.drivenBy = try entered.localized("driven-by", present: present.drivenBy, max: 1000)
        signal.novelty = try entered.integer("novelty", in: Estimate.range)
        signal.confidence = try entered.optionalChoice("confidence")
        signal.confidenceBecause = try entered.localized("confidence-because", present: present.confidenceBecause, max: 2000)
        if signal.confidence == .low || signal.confidence == .high, signal.confidenceBecause.isEmpty { throw Refusal("scan.refusal.confidence-why", field: "confidence-because") }
        signal.evidence = try evidence(present.evidence)
        signal.effects = try effects(present.effects)
        return signal
    }

    /// Row by row; an empty one is none.
    private func evidence(_ present: [Evidence]) throws(Refusal) -> [Evidence] {
        var all: [Evidence] = []
        for number in 1...SignalReading.mostEvidence {
            let names = EvidenceField(number)
            let before = present.indices.contains(number - 1) ? present[number - 1] : nil
            let source = try entered.localized(names.source, present: before?.source ?? .empty, max: 500), link = try entered.line(names.link, max: 2000)
            if source.isEmpty, link.isEmpty { continue }
            if source.isEmpty { throw Refusal("scan.refusal.no-source", field: names.source) }
            if !link.isEmpty, !link.isWebAddress { throw Refusal("scan.refusal.not-an-address", field: names.link, ofFieldAlone: true) }
            let on = try entered.day(names.on)
            if let on, on > submission.today { throw Refusal("scan.refusal.source-later", field: names.on) }
            let reliability: Evidence.Reliability = try entered.optionalChoice(names.reliability) ?? .f
            all.append(Evidence(source: source, link: Prose(link), on: on, reliability: reliability, figure: try figure(names, before?.figure)))
        }
        return all
    }

    private func figure(_ names: EvidenceField, _ present: EvidenceFigure?) throws(Refusal) -> EvidenceFigure? {
        let low = try entered.number(names.low), high = try entered.number(names.high), of = try entered.localized(names.of, present: present?.of ?? .empty, max: 300)
        guard let first = low ?? high else { return nil }
        let range = (low: low ?? first, high: high ?? first)
        if range.high < range.low { throw Refusal("scan.refusal.range", field: names.high) }
        if of.isEmpty { throw Refusal("scan.refusal.figure-of-what", field: names.of) }
        return EvidenceFigure(low: range.low, high: range.high, of: of)
    }

    /// Those that the form did not show are kept.
    private func effects(_ present: [Effect]) throws(Refusal) -> [Effect] {
        var effects: [ID<Objective>: Int] = Dictionary(present.map { ($0.objective, $0.size) }) { first, _ in first }
        for id in submission.organisation[Plan.self].objectives.keys where !entered.raw("effect-\(id)").isEmpty {
            effects[id] = try entered.integer("effect-\(id)", in: Effect.sizes)
        }
        return effects.map { Effect(objective: $0.key, size: $0.value) }.sorted { $0.objective < $1.objective }
    }
}

/// The names of the inputs of one place where something was read.
struct EvidenceField {
    let source: String, link: String, on: String, reliability: String, low: String, high: String, of: String

    /// - Parameter number: from 1.
    init(_ number: Int) {
        func name(_ part: String) -> String { "evidence-\(number)-\(part)" }
        (source, link, on, reliability) = (name("source"), name("link"), name("on"), name("reliability"))
        (low, high, of) = (name("low"), name("high"), name("of"))
    }
}
