import HashTreeCollections
import Journal
import Organisation
import Pages

/// What those may do who are asked.
enum AnswerDecisions {
    /// One category at once, so that a bad line costs no more; then comes the next one that is still open.
    static func answer(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.openRound(), category = try submission.category(of: round), assessments = submission.assessments
        guard let account = submission.viewer.account else { throw Refusal("pages.refusal.not-allowed") }
        let before = assessments.seat(id, of: account), seat = try seat(submission, round, before)
        let points = assessments.framework(of: round)?.scale.count ?? 0
        let scores = try ScoreField.scores(of: category, points: points, submission.entered)
        if scores.isEmpty, let first = category.statements.first { throw Refusal("assessments.refusal.nothing-chosen", field: ScoreField.name(first.id), ofFieldAlone: true) }
        let given = assessments.answered(id, by: account), present = given[category.id] ?? []
        var proposals: [Proposal] = seat == before ? [] : [Proposal(Assessments.self, .seatTaken(round: id, seat))]
        if scores != present { proposals.append(Proposal(Assessments.self, .answered(round: id, category: category.id, scores))) }
        let all = assessments.categories(of: round), place = all.firstIndex { $0.id == category.id } ?? 0
        let next = (all.dropFirst(place + 1) + all.prefix(place)).first { given[$0.id] == nil }
        let key = category.isFilled(by: scores) ? (next == nil ? "answered" : "answered-next") : "answered-partly"
        return .record(
            proposals, then: next.map { AssessmentPath.round(id, "answer/\($0.id)") } ?? AssessmentPath.round(id),
            notice: Saying("assessments.notice.\(key)", ["title": .content(category.title), "n": .count(scores.count), "of": .count(category.statements.count)]))
    }

    static func move(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.openRound()
        guard let account = submission.viewer.account else { throw Refusal("pages.refusal.not-allowed") }
        let before = submission.assessments.seat(id, of: account), seat = try seat(submission, round, before)
        return .record(seat == before ? [] : [Proposal(Assessments.self, .seatTaken(round: id, seat))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.seat"))
    }

    static func takeBack(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.openRound()
        guard let account = submission.viewer.account, submission.assessments.answers[id]?[.person(account)] != nil else { throw Refusal("assessments.refusal.none-given") }
        return .record([Proposal(Assessments.self, .answersTakenBack(round: id))], then: AssessmentPath.round(id), notice: Saying("assessments.notice.taken-back"))
    }

    /// Only while it is open: whoever saw a region before and after would otherwise read a Member off the difference.
    static func consent(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.openRound(), own = submission.viewer.asked(among: round).filter(submission.viewer.administrations.contains)
        let chosen: [ID<Member>] = try submission.entered.several("members") { own.contains($0) }, present = submission.assessments.consents[id] ?? []
        let changed = own.filter { chosen.contains($0) != present.contains($0) }
        return .record(
            changed.map { Proposal(Assessments.self, .consentGiven(round: id, member: $0, isGiven: chosen.contains($0))) }, then: AssessmentPath.round(id), notice: Saying("assessments.notice.consent")
        )
    }

    private static func seat(_ submission: Submission, _ round: AssessmentRound, _ before: Seat?) throws -> Seat {
        let entered = submission.entered, groups = submission.viewer.groups(of: round)
        if groups.isEmpty { throw Refusal("pages.refusal.not-allowed") }
        let kept = before.flatMap { seat in groups.first { $0.id == seat.group } }
        // What the form did not ask for stays.
        let named: ID<RespondentGroup>? = try entered.id("group") { id in groups.contains { $0.id == id } }
        guard let group = groups.first(where: { $0.id == named }) ?? (entered.names.contains("group") ? nil : kept) ?? (groups.count == 1 ? groups[0] : nil) else {
            throw Refusal("pages.refusal.choose", field: "group", ofFieldAlone: true)
        }
        var seat = Seat(group: group.id)
        switch group.kind {
        case .staff where !round.units.isEmpty:
            seat.unit = try entered.id("unit") { round.units.contains($0) } ?? (entered.names.contains("unit") ? nil : before?.unit)
            if seat.unit == nil { throw Refusal("pages.refusal.choose", field: "unit", ofFieldAlone: true) }
        case .members:
            let asked = submission.viewer.asked(among: round)
            seat.member = try entered.id("member") { asked.contains($0) } ?? before?.member ?? (asked.count == 1 ? asked[0] : nil)
            if seat.member == nil { throw Refusal("pages.refusal.choose", field: "member", ofFieldAlone: true) }
        case .staff, .participants: break
        }
        return seat
    }
}

extension Category {
    /// Whether every statement has a score, or is said not to apply.
    func isFilled(by scores: [Score]?) -> Bool { scores.map { scores in statements.allSatisfy { statement in scores.contains { $0.statement == statement.id } } } ?? false }
}

/// The name of the input for a statement.
enum ScoreField {
    static let inapplicable = "na"

    static func name(_ statement: ID<Statement>) -> String { "s-\(statement)" }

    /// What a category has in the first, second … prototype.
    static func prototype(_ number: Int) -> String { "prototype-\(number)" }

    /// What a point of the scale means; the lowest is 1.
    static func meaning(_ point: Int) -> String { "point-\(point)" }
}
