import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What may be done with signals. Each is pure.
enum SignalDecisions {
    /// Whoever takes part may say what was seen.
    static func add(_ submission: Submission) throws -> Outcome {
        guard submission.viewer.belongs(to: .participants) else { throw Refusal("pages.refusal.not-allowed") }
        let signal = try SignalReading(submission).signal(Signal(title: .empty, firstSeen: submission.today)), id: ID<Signal> = submission.newID()
        try refuseKnown(signal, submission)
        return .record(
            [Proposal(Scan.self, .signalDescribed(id: id, signal))], then: ScanPath.signal(id), notice: Saying("scan.notice.signal", ["title": .content(signal.title)]))
    }

    /// What somebody told of already is held back once, with its name.
    private static func refuseKnown(_ signal: Signal, _ submission: Submission) throws(Refusal) {
        // A tick is for the title beside which it stood; a program says it of what it sends.
        let ticked = submission.entered.text(isAnother)
        if ticked == "yes" { return }
        if signal.title.texts.contains(where: { "\($0.key.rawValue)=\($0.value.text ?? "")" == ticked }) { return }
        let similar = SimilarSignals.of(submission.organisation)
        // By its title alone as well: a long text can say much besides.
        let found = signal.wordings.flatMap { wording in
            [wording.title, wording.whole].flatMap { similar.like($0, most: 3, least: SimilarTexts.nearlySame) }
        }
        var named: Set<ID<Signal>> = []
        let titles = found.filter { !$0.isContrary && named.insert($0.id).inserted }.prefix(3).map { "“\($0.title.plain(in: submission.language))”" }
        if !titles.isEmpty { throw Refusal("scan.refusal.known", ["titles": titles.joined(separator: submission.language.semicolon)], field: "title", isDoubt: true) }
    }

    /// The field that says that a signal is another than those much like it.
    static let isAnother = "is-another"

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.ownSignal(), signal = try SignalReading(submission).signal(present)
        return .record(
            signal == present ? [] : [Proposal(Scan.self, .signalDescribed(id: id, signal))], then: ScanPath.signal(id),
            notice: Saying("scan.notice.saved", ["title": .content(signal.title)]))
    }

    /// What is done about it, and when it is looked at again.
    static func place(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, signal) = try submission.signal(), entered = submission.entered, present = submission.scan.standings[id]?.last?.standing
        var standing = SignalStanding(status: try entered.choice("status"), reviewOn: try entered.day("review"))
        standing.because = try entered.localized("because", max: 4000, required: standing.status == .retired)
        if let review = standing.reviewOn, review <= submission.today { throw Refusal("scan.refusal.review-past", field: "review") }
        if standing.status.isAlive, standing.status != .new, standing.reviewOn == nil { throw Refusal("scan.refusal.no-review", field: "review") }
        if standing.status == .inPlan, (Scan.objectives(submission.scan)[id] ?? []).isEmpty { throw Refusal("scan.refusal.in-no-plan", field: "status") }
        return .record(
            standing == present ? [] : [Proposal(Scan.self, .signalPlaced(id: id, standing))], then: ScanPath.signal(id),
            notice: Saying("scan.notice.placed", ["title": .content(signal.title), "status": .word("scan.status.\(standing.status.rawValue)")]))
    }

    /// One that tells of the same goes on as another; what was said of it stays.
    static func merge(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, signal) = try submission.signal(), scan = submission.scan, because = try submission.reason
        guard let into: ID<Signal> = try submission.entered.id("into", required: true, where: { scan.signals[$0] != nil && scan.merged[$0] == nil }) else { throw Missing() }
        if into == id { throw Refusal("scan.refusal.into-itself", field: "into") }
        return .record(
            [Proposal(Scan.self, .signalsMerged(from: [id], into: into, because: Prose(because)))], then: ScanPath.signal(into),
            notice: Saying("scan.notice.merged", ["title": .content(signal.title), "into": .content(scan.signals[into]?.title ?? .empty)]))
    }

    static func separate(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Signal> = try submission.id("signal"), because = try submission.reason
        guard let signal = submission.scan.signals[id], submission.scan.merged[id] != nil else { throw Refusal("pages.refusal.gone") }
        return .record(
            [Proposal(Scan.self, .signalSeparated(id: id, because: Prose(because)))], then: ScanPath.signal(id),
            notice: Saying("scan.notice.separated", ["title": .content(signal.title)]))
    }

    /// For one's Member, or as one of the staff for oneself; nothing chosen takes it back.
    static func rate(_ submission: Submission) throws -> Outcome {
        let (id, signal) = try submission.signal(), member = try submission.ratedMember()
        let present = submission.viewer.account.flatMap { submission.scan.ratings[id]?[Rater(member, Actor($0))]?.rating } ?? SignalRating()
        func judged(_ name: String, _ stands: Int?) throws -> Int? { try submission.judged(name, in: Estimate.range, stands) }
        let rating = SignalRating(
            impact: try judged("impact", present.impact), desirability: try judged("desirability", present.desirability), likelihood: try judged("likelihood", present.likelihood))
        let event: Scan.Event = rating.isEmpty ? .ratingTakenBack(id: id, member: member) : .signalRated(id: id, member: member, rating)
        let isSame = rating == present
        return .record(
            isSame ? [] : [Proposal(Scan.self, event)], then: ScanPath.signal(id),
            notice: Saying(rating.isEmpty ? "scan.notice.unrated" : "scan.notice.rated", ["title": .content(signal.title)]))
    }
}
