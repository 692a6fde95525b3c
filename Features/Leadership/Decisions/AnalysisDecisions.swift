import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What analysts may do with an analysis. Each is pure: it answers events, or refuses.
enum AnalysisDecisions {
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requireAnalyst()
        let id: ID<LeadershipAnalysis> = submission.newID(), analysis = try entered(submission, LeadershipAnalysis(title: .empty))
        return record([.analysisDescribed(id: id, analysis)], id, "begun")
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.analysis(), analysis = try entered(submission, present)
        return record(analysis == present ? [] : [.analysisDescribed(id: id, analysis)], id, "saved")
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.analysis(), because = try submission.reason
        return .record(
            [Proposal(Leadership.self, .analysisWithdrawn(id: id, because: Prose(because)))], then: LeadershipPath.front,
            notice: Saying("leadership.notice.withdrawn"))
    }

    /// What is left empty is not answered; evidence alone is no answer.
    static func answer(_ submission: Submission) throws -> Outcome {
        let (id, analysis) = try submission.analysis(), entered = submission.entered
        guard let view = submission.parameters["view"].flatMap(OrganisationView.init(rawValue:)), OrganisationView.all(withPeople: analysis.asksOfPeople).contains(view) else { throw Missing() }
        let present = submission.leadership.answers[id]?[view] ?? []
        var given: [DiagnosisAnswer] = []
        for number in 1...view.questions {
            let before = present.first { $0.question == number }
            let answer = try entered.localized("answer-\(number)", present: before?.answer ?? .empty, max: 4000)
            let evidence = try entered.localized("evidence-\(number)", present: before?.evidence ?? .empty, max: 4000)
            if answer.isEmpty, !evidence.isEmpty { throw Refusal("leadership.refusal.evidence-alone", field: "answer-\(number)", ofFieldAlone: true) }
            if !answer.isEmpty { given.append(DiagnosisAnswer(question: number, answer: answer, evidence: evidence)) }
        }
        return record(given == present ? [] : [.viewAnswered(analysis: id, view, given)], id, "saved")
    }

    /// All statements, or nothing is known of which fits best.
    static func frame(_ submission: Submission) throws -> Outcome {
        let (id, analysis) = try submission.analysis(), entered = submission.entered, present = submission.leadership.framings[id]
        var scores: [Framing.Score] = []
        for view in OrganisationView.all(withPeople: analysis.asksOfPeople) {
            for number in 1...Framing.each {
                if let score = try entered.integer("\(view.rawValue)-\(number)", required: true, in: Framing.range) { scores.append(Framing.Score(view: view, statement: number, score: score)) }
            }
        }
        let framing = Framing(scores: scores, because: try entered.localized("because", present: present?.because ?? .empty, max: 4000, required: true))
        return record(framing == present ? [] : [.framed(analysis: id, framing)], id, "saved")
    }

    /// Of no title: what was done is said on any page, and those are read unrecorded.
    static func record(_ events: [Leadership.Event], _ id: ID<LeadershipAnalysis>, _ notice: String) -> Outcome {
        .record(events.map { Proposal(Leadership.self, $0) }, then: LeadershipPath.analysis(id), notice: Saying("leadership.notice.\(notice)"))
    }

    private static func entered(_ submission: Submission, _ present: LeadershipAnalysis) throws(Refusal) -> LeadershipAnalysis {
        let entered = submission.entered, register = submission.organisation[Register.self]
        var analysis = present
        analysis.title = try entered.localized("title", present: present.title, max: 300, required: true)
        analysis.question = try entered.localized("question", present: present.question, max: 1000, required: true)
        analysis.body = try entered.id("body") { register.bodies[$0] != nil }
        guard let quota = try share(entered, "quota") else { throw Refusal("pages.refusal.required", field: "quota", ofFieldAlone: true) }
        // A quota of nothing would carry everything.
        if quota.numerator == 0 { throw Refusal("leadership.refusal.share", field: "quota", ofFieldAlone: true) }
        analysis.rule = BodyRule(
            quota: quota, isMoreThan: entered.flag("more-than"), quorum: try share(entered, "quorum"), abstentionsCount: entered.flag("abstentions"), isOneEach: entered.flag("one-each"),
            entitled: try entered.integer("entitled", in: 1...10_000))
        if quota.numerator == quota.denominator, analysis.rule.isMoreThan { throw Refusal("leadership.refusal.more-than-all", field: "more-than", ofFieldAlone: true) }
        analysis.asksOfPeople = entered.flag("people")
        return analysis
    }

    private static func share(_ entered: Entered, _ name: String) throws(Refusal) -> BodyRule.Share? {
        let text = try entered.line(name, max: 20)
        if text.isEmpty { return nil }
        guard let share = ExactShare(text.filter { $0 != " " }) else { throw Refusal("leadership.refusal.share", field: name, ofFieldAlone: true) }
        return BodyRule.Share(share)
    }
}
