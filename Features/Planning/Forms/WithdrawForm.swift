import HashTreeCollections
import Journal
import Organisation
import Pages

/// Taking a thing out of the plan, for a stated reason. Refused while something hangs on it, saying what.
struct Withdrawal: Sendable {
    /// What stands at that address: its name, who may withdraw it, where to go afterwards, and what still hangs on it.
    struct Subject {
        var title: Localized
        var event: @Sendable (Prose) -> Plan.Event
        /// The unit whose work it is, for project owners; `nil` where only planners may.
        var work: ID<Unit>??
        var page: String
        var then: String
        /// Words for each kind of thing that hangs on it, with those things' names.
        var hanging: [(kind: String, names: [Localized])]
    }

    let path: String
    let access: Access
    /// `nil` where there is no such thing.
    let find: @Sendable (Organisation, [String: String]) -> Subject?

    var route: Route {
        .form("\(path)/withdraw", access, show: { visit in try show(visit) }, decide: { try decide($0) })
    }

    private func show(_ visit: Visit) throws -> Form {
        guard let subject = find(visit.organisation, visit.parameters), may(visit.viewer, subject) else { throw Missing() }
        let say = visit.say
        return .withdrawing(
            say("planning.withdraw", ["title": visit.plain(subject.title)]), lede: say("planning.withdraw-help"), place: PlanPath.plan,
            trail: visit.planTrail, cancel: subject.page, say
        ) {
            for hanging in subject.hanging {
                p(.class("notice warn")) {
                    say(
                        "planning.refusal.hanging.\(hanging.kind)",
                        [
                            "n": say.number(hanging.names.count),
                            "names": hanging.names.prefix(5).map(visit.plain).joined(separator: visit.language.semicolon),
                        ])
                }
            }
        }
    }

    private func decide(_ submission: Submission) throws -> Outcome {
        guard let subject = find(submission.organisation, submission.parameters) else { throw Refusal("pages.refusal.gone") }
        guard may(submission.viewer, subject) else { throw Refusal("pages.refusal.not-allowed") }
        if let hanging = subject.hanging.first {
            let names = hanging.names.prefix(5).map { $0.plain(in: submission.language) }.joined(separator: submission.language.semicolon)
            throw Refusal("planning.refusal.hanging.\(hanging.kind)", ["n": "\(hanging.names.count)", "names": names])
        }
        let because = try Prose(submission.reason)
        return .record(
            [Proposal(Plan.self, subject.event(because))], then: subject.then,
            notice: Saying("planning.notice.withdrawn", ["title": .content(subject.title)]))
    }

    private func may(_ viewer: Viewer, _ subject: Subject) -> Bool {
        guard let work = subject.work else { return viewer.isPlanner }
        return viewer.mayChangeWork(of: work)
    }
}
