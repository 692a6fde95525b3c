import HashTreeCollections
import Journal
import Organisation
import Pages

/// What analysts may do with issues and actors.
enum ArenaDecisions {
    static func addIssue(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.analysis(), chapter = submission.leadership
        if chapter.issues(of: id).count >= ArenaIssue.most { throw Refusal("leadership.refusal.many-issues", ["most": "\(ArenaIssue.most)"], field: "title") }
        let issue = ArenaIssue(analysis: id, title: try title(submission, .empty, of: id))
        return AnalysisDecisions.record([.issueDescribed(id: submission.newID(), issue)], id, "saved")
    }

    static func changeIssue(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.issue()
        var issue = present
        issue.title = try title(submission, present.title, of: present.analysis, besides: id)
        return saved(submission, issue == present ? [] : [.issueDescribed(id: id, issue)], present.analysis)
    }

    static func removeIssue(_ submission: Submission) throws -> Outcome {
        let (id, issue) = try submission.issue()
        return saved(submission, [.issueRemoved(id: id)], issue.analysis)
    }

    static func addActor(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.analysis()
        if submission.leadership.actors(of: id).count >= ArenaActor.most { throw Refusal("leadership.refusal.many-actors", ["most": "\(ArenaActor.most)"], field: "name") }
        let actor = try entered(submission, ArenaActor(analysis: id, name: .empty), nil)
        return saved(submission, [.actorDescribed(id: submission.newID(), actor)], id)
    }

    static func changeActor(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.actor(), actor = try entered(submission, present, id)
        return saved(submission, actor == present ? [] : [.actorDescribed(id: id, actor)], present.analysis)
    }

    static func removeActor(_ submission: Submission) throws -> Outcome {
        let (id, actor) = try submission.actor()
        return saved(submission, [.actorRemoved(id: id)], actor.analysis)
    }

    private static func saved(_ submission: Submission, _ events: [Leadership.Event], _ id: ID<LeadershipAnalysis>) -> Outcome {
        AnalysisDecisions.record(events, id, "saved")
    }

    /// Tables name issues and actors by what they are called: no two alike.
    private static func title(_ submission: Submission, _ present: Localized, of id: ID<LeadershipAnalysis>, besides own: ID<ArenaIssue>? = nil) throws(Refusal) -> Localized {
        let title = try submission.entered.localized("title", present: present, max: 200, required: true), language = submission.organisation.firstLanguage
        let others = submission.leadership.issues(of: id).filter { $0.id != own }
        if others.contains(where: { NameKey($0.issue.title.plain(in: language)) == NameKey(title.plain(in: language)) }) { throw Refusal("leadership.refusal.named-alike", field: "title") }
        return title
    }

    private static func entered(_ submission: Submission, _ present: ArenaActor, _ own: ID<ArenaActor>?) throws(Refusal) -> ArenaActor {
        let entered = submission.entered, chapter = submission.leadership, language = submission.organisation.firstLanguage
        var actor = present
        actor.name = try entered.localized("name", present: present.name, max: 200, required: true)
        let others = chapter.actors(of: present.analysis).filter { $0.id != own }
        if others.contains(where: { NameKey($0.actor.name.plain(in: language)) == NameKey(actor.name.plain(in: language)) }) { throw Refusal("leadership.refusal.named-alike", field: "name") }
        actor.kind = try entered.choice("kind")
        actor.votes = try entered.integer("votes", required: true, in: ArenaActor.votes) ?? 0
        actor.power = try entered.integer("power", required: true, in: 0...4) ?? 0
        actor.because = try entered.localized("because", present: present.because, max: 2000)
        actor.stances = []
        for (issue, _) in chapter.issues(of: present.analysis) {
            let names = StanceField(issue)
            guard entered.names.contains(names.position) || entered.names.contains(names.salience) else {
                present.stance(on: issue).map { actor.stances.append($0) }
                continue
            }
            let position = try entered.integer(names.position, in: -2...2), salience = try entered.integer(names.salience, in: 0...4) ?? 0
            if position != nil || salience > 0 { actor.stances.append(ArenaStance(issue: issue, position: position, salience: salience)) }
        }
        return actor
    }
}
