import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A risk as it was entered into its form.
struct RiskEntry {
    private let submission: Submission
    private var entered: Entered { submission.entered }

    init(_ submission: Submission) { self.submission = submission }

    static let mostControls = 12
    /// What is linked on one page is read on one page.
    static let mostLinks = 100
    static let longestText = 4000

    func risk(_ present: Risk) throws(Refusal) -> Risk {
        let organisation = submission.organisation
        var risk = present
        risk.title = try entered.localized("title", present: present.title, max: 200, required: true)
        risk.event = try entered.localized("event", present: present.event, max: RiskEntry.longestText, required: true)
        risk.cause = try entered.localized("cause", present: present.cause, max: RiskEntry.longestText)
        risk.effect = try entered.localized("effect", present: present.effect, max: RiskEntry.longestText)
        risk.category = try entered.id("category") { submission.risks.categories[$0] != nil }
        risk.controls = try controls(present.controls)
        risk.treatment = try treatment()
        risk.treatmentText = try entered.localized("treatment-text", present: present.treatmentText, max: RiskEntry.longestText)
        risk.treatmentDue = try entered.day("treatment-due")
        if risk.treatment == nil, !risk.treatmentText.isEmpty || risk.treatmentDue != nil { throw Refusal("risks.refusal.which-treatment", field: "treatment") }
        risk.owner = try entered.id("owner") { organisation[Register.self].units[$0] != nil || $0 == present.owner }
        risk.reviewOn = try submission.reviewDay(present.reviewOn)
        risk.source = try source(present.source)
        if entered.names.contains("readers") { risk.readers = try entered.choice("readers") }
        risk.answers = try answers(present.answers)
        risk.signals = try signals(present.signals)
        return risk
    }

    /// Those that stood already are kept where they are ticked, though their plan has ended.
    func answers(_ present: [Reference]) throws(Refusal) -> [Reference] {
        let plan = submission.organisation[Plan.self]
        var chosen: Set<Reference> = []
        for text in entered.raw("answers") where !text.isEmpty {
            guard let thing = Reference(text), present.contains(thing) || plan.carries(thing, on: submission.today) else {
                throw Refusal("pages.refusal.choose", field: "answers", ofFieldAlone: true)
            }
            chosen.insert(thing)
        }
        if chosen.count > RiskEntry.mostLinks { throw Refusal("risks.refusal.too-many-links", ["most": "\(RiskEntry.mostLinks)"], field: "answers") }
        return chosen.sorted()
    }

    private func treatment() throws(Refusal) -> Risk.Treatment? { entered.text("treatment").isEmpty ? nil : try entered.choice("treatment") }

    /// Row by row; an empty one is none.
    private func controls(_ present: [RiskControl]) throws(Refusal) -> [RiskControl] {
        var all: [RiskControl] = []
        for number in 1...RiskEntry.mostControls {
            let names = ControlField(number), before = present.indices.contains(number - 1) ? present[number - 1] : nil
            let what = try entered.localized(names.what, present: before?.what ?? .empty, max: 500)
            let who = try entered.localized(names.who, present: before?.who ?? .empty, max: 200)
            let strength: RiskControl.Strength? = entered.text(names.strength).isEmpty ? nil : try entered.choice(names.strength)
            if what.isEmpty, who.isEmpty, strength == nil { continue }
            if what.isEmpty { throw Refusal("risks.refusal.which-control", field: names.what) }
            all.append(RiskControl(what: what, who: who, strength: strength))
        }
        return all
    }

    private func source(_ present: AuditSource?) throws(Refusal) -> AuditSource? {
        let text = try entered.localized("source", present: present?.text ?? .empty, max: 500), link = try entered.line("source-link", max: 2000), on = try entered.day("source-on")
        if let on, on > submission.today { throw Refusal("risks.refusal.later-than-today", field: "source-on", ofFieldAlone: true) }
        if !link.isEmpty, !link.isWebAddress { throw Refusal("risks.refusal.not-an-address", field: "source-link", ofFieldAlone: true) }
        if text.isEmpty, link.isEmpty, on == nil { return nil }
        if text.isEmpty { throw Refusal("risks.refusal.no-source", field: "source") }
        return AuditSource(text: text, link: Prose(link), on: on)
    }

    /// Those that are ticked, and one more by its name: a list of thousands would be read by nobody.
    private func signals(_ present: [Reference]) throws(Refusal) -> [Reference] {
        let nodes = submission.signals, name = entered.text("signal")
        var chosen: Set<Reference> = []
        for text in entered.raw("signals") where !text.isEmpty {
            guard let signal = Reference(text), present.contains(signal) || nodes.contains(where: { $0.reference == signal }) else {
                throw Refusal("pages.refusal.choose", field: "signals", ofFieldAlone: true)
            }
            chosen.insert(signal)
        }
        if !name.isEmpty {
            let wanted = FoldedText(name).text
            let fitting = nodes.filter { node in node.reference.id == name || node.title.texts.values.contains { $0.text.map { FoldedText($0).text == wanted } ?? false } }
            // Of several that are called so, one that is not linked yet.
            guard let found = fitting.first(where: { !chosen.contains($0.reference) }) ?? fitting.first else {
                throw Refusal("risks.refusal.no-such-signal", ["name": String(name.prefix(80))], field: "signal", ofFieldAlone: true)
            }
            chosen.insert(found.reference)
        }
        if chosen.count > RiskEntry.mostLinks { throw Refusal("risks.refusal.too-many-links", ["most": "\(RiskEntry.mostLinks)"], field: "signals") }
        return chosen.sorted()
    }
}

extension Submission {
    /// What was seen, as far as whoever enters this may know it.
    fileprivate var signals: [Node] { house?.thread(of: organisation, for: viewer).nodes.filter(\.isSignal) ?? [] }
}

extension Node {
    /// Signs of change are the scan's; here it is known by their kind alone.
    var isSignal: Bool { kind == "scan.signal" }
}

/// The names of the inputs of one control.
struct ControlField {
    let what: String, who: String, strength: String

    /// - Parameter number: from 1.
    init(_ number: Int) {
        func name(_ part: String) -> String { "control-\(number)-\(part)" }
        (what, who, strength) = (name("what"), name("who"), name("strength"))
    }
}
