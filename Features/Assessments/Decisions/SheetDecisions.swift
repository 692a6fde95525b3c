import HashTreeCollections
import Journal
import Organisation
import Pages

enum SheetDecisions {
    /// A sheet counts as one more respondent of its group. It cannot be told from others afterwards, and so not be changed.
    static func type(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round(), entered = submission.entered, categories = submission.assessments.categories(of: round)
        guard submission.assessments.isOpen(id) else { throw Refusal("assessments.refusal.not-open") }
        guard let named: ID<RespondentGroup> = try entered.id("group", required: true, where: { id in round.groups.contains { $0.id == id } }),
            let group = round.groups.first(where: { $0.id == named })
        else { throw Refusal("pages.refusal.choose", field: "group", ofFieldAlone: true) }
        let unit: ID<Unit>? = try entered.id("unit") { round.units.contains($0) }
        let member: ID<Member>? = try entered.id("member") { submission.organisation[Register.self].described[$0] != nil && (round.members.isEmpty || round.members.contains($0)) }
        let seat = Seat(group: group.id, unit: group.kind == .staff ? unit : nil, member: group.kind == .members ? member : nil), sheet: ID<AnswerSheet> = submission.newID()
        let points = submission.assessments.framework(of: round)?.scale.count ?? 0
        let events = try categories.compactMap { category -> Assessments.Event? in
            let scores = try ScoreField.scores(of: category, points: points, entered)
            return scores.isEmpty ? nil : .sheetAnswered(id: sheet, round: id, seat, category: category.id, scores)
        }
        if events.isEmpty { throw Refusal("assessments.refusal.nothing-chosen") }
        return .record(
            events.map { Proposal(Assessments.self, $0) }, then: AssessmentPath.round(id, "sheets/new"), notice: Saying("assessments.notice.sheet", ["title": .content(round.title)]))
    }
}

extension ScoreField {
    /// What was given to the statements of a category; those without an answer are left out.
    static func scores(of category: Category, points: Int, _ entered: Entered) throws(Refusal) -> [Score] {
        var scores: [Score] = []
        for statement in category.statements {
            let name = name(statement.id), text = entered.text(name)
            if text.isEmpty { continue }
            guard text == inapplicable || Int(text).map((1...max(1, points)).contains) == true else { throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true) }
            scores.append(Score(statement: statement.id, value: Int(text)))
        }
        return scores
    }
}
