import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What others have said of how the organisation innovates.
enum StatementDecisions {
    static func add(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered
        if submission.innovation.statements.count >= Statement.most { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Statement.most)"]) }
        let about: Statement.About = try entered.choice("about"), text = try entered.localized("text", max: Strategy.longestText, required: true)
        let source = try entered.localized("source", max: 1000, required: true), link = try entered.line("link", max: 2000)
        if !link.isEmpty, !link.isWebAddress { throw Refusal("innovationstrategy.refusal.not-an-address", field: "link", ofFieldAlone: true) }
        let event = Innovation.Event.statementRecorded(id: submission.newID(), Statement(about: about, text: text, source: source, link: Prose(link)))
        return .record([Proposal(Innovation.self, event)], then: "\(InnovationPath.front)#statements", notice: Saying("innovationstrategy.notice.statement"))
    }

    static func remove(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Statement> = try submission.id("statement"), because = try submission.reason
        guard submission.innovation.statements[id] != nil else { throw Refusal("pages.refusal.gone") }
        return .record(
            [Proposal(Innovation.self, .statementRemoved(id: id, because: Prose(because)))], then: "\(InnovationPath.front)#statements",
            notice: Saying("innovationstrategy.notice.statement-removed"))
    }
}
