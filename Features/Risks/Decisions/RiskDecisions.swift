import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with risks. Each is pure.
enum RiskDecisions {
    static func add(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let readers = submission.risks.account?.readers ?? .participants
        let risk = try RiskEntry(submission).risk(Risk(title: .empty, readers: readers)), id: ID<Risk> = submission.newID()
        return .record([Proposal(Risks.self, .riskDescribed(id: id, risk))], then: RiskPath.risk(id), notice: submission.saved("recorded", risk.title))
    }

    static func change(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, present) = try submission.openRisk()
        return record(submission, id, try RiskEntry(submission).risk(present), present: present)
    }

    /// What of a plan answers it, without all the rest.
    static func answer(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, present) = try submission.openRisk()
        var risk = present
        risk.answers = try RiskEntry(submission).answers(present.answers)
        return record(submission, id, risk, present: present)
    }

    /// Only what is carried no more, and by a reason: it came about, or it is over.
    static func close(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, risk) = try submission.openRisk(), entered = submission.entered, on = try submission.pastDay("on")
        let how: Closing.How = try entered.choice("how")
        let because = try entered.localized("because", max: RiskEntry.longestText, required: true)
        let since = max(submission.risks.beginnings[id] ?? .beginning, submission.risks.closings[id]?.last?.reopened?.on ?? .beginning)
        if on < since { throw Refusal("risks.refusal.closed-before", ["day": "\(since)"], field: "on") }
        return .record(
            [Proposal(Risks.self, .riskClosed(id: id, Closing(how: how, because: because)), on: on)], then: RiskPath.risk(id), notice: submission.saved("closed", risk.title))
    }

    static func reopen(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, risk) = try submission.risk(), because = try submission.reason
        guard submission.risks.isClosed(id) else { throw Refusal("risks.refusal.open") }
        return .record([Proposal(Risks.self, .riskReopened(id: id, because: Prose(because)))], then: RiskPath.risk(id), notice: submission.saved("reopened", risk.title))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, risk) = try submission.risk(), because = try submission.reason
        return .record([Proposal(Risks.self, .riskWithdrawn(id: id, because: Prose(because)))], then: RiskPath.risks, notice: submission.saved("withdrawn", risk.title))
    }

    private static func record(_ submission: Submission, _ id: ID<Risk>, _ risk: Risk, present: Risk) -> Outcome {
        .record(risk == present ? [] : [Proposal(Risks.self, .riskDescribed(id: id, risk))], then: RiskPath.risk(id), notice: submission.saved("saved", risk.title))
    }
}
