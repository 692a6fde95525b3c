import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with versions of the strategy. Each is pure.
enum StrategyDecisions {
    /// With what stands in the first form; programs may say everything at once.
    static func start(_ parts: [StrategyPart]) -> @Sendable (Submission) throws -> Outcome {
        { submission in
            try submission.requirePlanner()
            try submission.requireRoom()
            let strategy = try StrategyEntry(submission).strategy(Strategy(title: .empty), parts), id: ID<Strategy> = submission.newID()
            return .record([Proposal(Innovation.self, .strategyDescribed(id: id, strategy))], then: InnovationPath.strategy(id), notice: submission.saved("started", strategy.title))
        }
    }

    static func change(_ parts: [StrategyPart]) -> @Sendable (Submission) throws -> Outcome {
        { submission in
            let (id, present) = try submission.draft(), strategy = try StrategyEntry(submission).strategy(present, parts)
            let place = parts.count == 1 && parts != [.frame] ? parts.first.map { "#\($0.rawValue)" } ?? "" : ""
            return .record(
                strategy == present ? [] : [Proposal(Innovation.self, .strategyDescribed(id: id, strategy))], then: InnovationPath.strategy(id) + place,
                notice: submission.saved("saved", strategy.title))
        }
    }

    /// By programs: everything at once, or the next version of one that was adopted, with a title of its own.
    static func create(_ submission: Submission) throws -> Outcome {
        let follows = submission.entered.text("follows")
        guard !follows.isEmpty else { return try start(StrategyPart.allCases)(submission) }
        guard let id = ID<Strategy>(follows), submission.innovation.strategies[id] != nil else { throw Refusal("pages.refusal.choose", field: "follows") }
        if submission.innovation.adoption(of: id) == nil { throw Refusal("innovationstrategy.refusal.not-adopted", field: "follows") }
        return try renew(submission.asking(submission.entered, ["strategy": id.text]))
    }

    /// What was adopted is copied with its initiatives into a draft with the next number.
    static func renew(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.strategy(), innovation = submission.innovation, line = innovation.line(of: id), versions = innovation.versions(of: line)
        if let draft = versions.first(where: { innovation.adoption(of: $0.id) == nil }) {
            throw Refusal("innovationstrategy.refusal.draft-there", ["number": "\(draft.strategy.number)"])
        }
        if innovation.adoption(of: id) == nil { throw Refusal("innovationstrategy.refusal.not-adopted") }
        try submission.requireRoom()
        let new: ID<Strategy> = submission.newID()
        var strategy = present
        if submission.entered.names.contains("follows") {
            strategy.title = try submission.entered.localized("title", present: present.title, max: 200, required: true)
            strategy.readers = try submission.entered.choice("readers")
        }
        strategy.line = line
        strategy.number = innovation.nextNumber(in: line)
        let old = innovation.initiatives(of: id), copies = Dictionary(old.map { ($0.id, submission.newID(Initiative.self)) }) { first, _ in first }
        let initiatives = old.compactMap { listed -> Proposal? in
            guard let copy = copies[listed.id] else { return nil }
            var initiative = listed.initiative
            initiative.strategy = new
            initiative.origin = initiative.origin ?? listed.id
            initiative.enablers = initiative.enablers.compactMap { copies[$0] }.sorted()
            return Proposal(Innovation.self, .initiativeDescribed(id: copy, initiative))
        }
        return .record(
            [Proposal(Innovation.self, .strategyDescribed(id: new, strategy))] + initiatives, then: InnovationPath.strategy(new), notice: submission.saved("renewed", strategy.title))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, strategy) = try submission.draft(), because = try submission.reason
        return .record(
            [Proposal(Innovation.self, .strategyWithdrawn(id: id, because: Prose(because)))], then: InnovationPath.front, notice: submission.saved("withdrawn", strategy.title))
    }
}
