import HashTreeCollections
import Journal
import Organisation
import Pages

/// Planners record what a body decided.
enum AdoptionDecisions {
    /// Refused point by point while something is missing; what is only warned of asks for a reason.
    static func adopt(_ submission: Submission) throws -> Outcome {
        let (id, strategy) = try submission.draft(), entered = submission.entered, innovation = submission.innovation, register = submission.organisation[Register.self]
        let figures = StrategyFigures(strategy, innovation.initiatives(of: id))
        // Programs may leave it out; whoever read a page says which state of it.
        if entered.names.contains("seen"), entered.text("seen") != (try figures.fingerprint) { throw Refusal("innovationstrategy.refusal.changed-meanwhile") }
        let missing = figures.gaps.map { Refusal("innovationstrategy.gap.\($0.rawValue)") }
        if !missing.isEmpty { throw Refusals(missing) }
        guard let body: ID<Body> = try entered.id("body", required: true, where: { register.bodies[$0] != nil }) else { throw Missing() }
        let on = try submission.pastDay("on")
        let document = try entered.localized("document", max: 500, required: true), despite = try entered.localized("despite", max: Strategy.longestText)
        if !figures.unenabled.isEmpty, despite.isEmpty { throw Refusal("innovationstrategy.refusal.despite", ["n": "\(figures.unenabled.count)"], field: "despite") }
        let others = innovation.versions(of: innovation.line(of: id)).compactMap { innovation.adoption(of: $0.id)?.adoption.on }
        if let last = others.max(), on < last { throw Refusal("innovationstrategy.refusal.before-last", ["day": "\(last)"], field: "on") }
        let adoption = StrategyAdoption(body: body, on: on, document: document, despite: figures.unenabled.isEmpty ? .empty : despite)
        return .record([Proposal(Innovation.self, .strategyAdopted(id: id, adoption))], then: InnovationPath.strategy(id), notice: submission.saved("adopted", strategy.title))
    }

    /// Recorded wrongly: it never stood, and the version can be changed again.
    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, strategy) = try submission.strategy(), because = try submission.reason, innovation = submission.innovation
        guard let given = innovation.adoption(of: id) else { throw Refusal("pages.refusal.gone") }
        if let later = innovation.versions(of: innovation.line(of: id)).first(where: { $0.strategy.number > strategy.number }) {
            throw Refusal("innovationstrategy.refusal.later-there", ["number": "\(later.strategy.number)"])
        }
        let event = Innovation.Event.adoptionWithdrawn(id: id, position: given.position, because: Prose(because))
        return .record([Proposal(Innovation.self, event)], then: InnovationPath.strategy(id), notice: submission.saved("adoption-withdrawn", strategy.title))
    }
}

extension Submission {
    /// The day of something that has happened.
    fileprivate func pastDay(_ name: String) throws(Refusal) -> Day {
        guard let day = try entered.day(name, required: true) else { throw Refusal("pages.refusal.required", field: name, ofFieldAlone: true) }
        if day.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: name, ofFieldAlone: true) }
        if day > today { throw Refusal("innovationstrategy.refusal.later-than-today", field: name, ofFieldAlone: true) }
        return day
    }
}
