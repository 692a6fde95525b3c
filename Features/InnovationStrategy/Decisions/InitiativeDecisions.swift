import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with the initiatives of a draft.
enum InitiativeDecisions {
    static let step = 1 << 20

    static func add(_ submission: Submission) throws -> Outcome {
        let (strategy, _) = try submission.draft(), all = submission.innovation.initiatives(of: strategy)
        if all.count >= Strategy.mostInitiatives { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Strategy.mostInitiatives)"]) }
        let order = min(all.last?.initiative.order ?? 0, Int.max - step) + step
        let initiative = try InitiativeEntry(submission).initiative(Initiative(strategy: strategy, title: .empty, order: order), nil), id: ID<Initiative> = submission.newID()
        return .record([Proposal(Innovation.self, .initiativeDescribed(id: id, initiative))], then: InnovationPath.initiative(id), notice: submission.saved("initiative", initiative.title))
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.initiative(), initiative = try InitiativeEntry(submission).initiative(present, id)
        return .record(
            initiative == present ? [] : [Proposal(Innovation.self, .initiativeDescribed(id: id, initiative))], then: InnovationPath.initiative(id),
            notice: submission.saved("saved", initiative.title))
    }

    /// Others no longer stand on it.
    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, initiative) = try submission.initiative(), because = try submission.reason
        let others = submission.innovation.initiatives(of: initiative.strategy).filter { $0.initiative.enablers.contains(id) }.map { listed in
            var other = listed.initiative
            other.enablers.removeAll { $0 == id }
            return Proposal(Innovation.self, .initiativeDescribed(id: listed.id, other))
        }
        return .record(
            others + [Proposal(Innovation.self, .initiativeRemoved(id: id, because: Prose(because)))], then: InnovationPath.strategy(initiative.strategy),
            notice: submission.saved("removed", initiative.title))
    }
}
