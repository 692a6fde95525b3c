import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a program sends of an answer: held against the questionnaire, then decided as by the forms.
enum AnswerAPI {
    /// Puts what is named into the draft; what is not named stays.
    static func save(_ submission: Submission) throws -> Outcome {
        let place = try AnswerPlace(submission)
        var refusals: [Refusal] = [], seen: Set<ID<Question>> = []
        for text in submission.entered.raw(ResponseJSON.naming) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let id = parts.first.flatMap({ ID<Question>($0) }) else { continue }
            let field = QuestionField(id: id).own
            guard let question = place.questionnaire.questions.first(where: { $0.id == id })?.question else {
                refusals.append(Refusal("survey.refusal.no-such-question", field: field))
                continue
            }
            if !seen.insert(id).inserted { refusals.append(Refusal("survey.refusal.twice", field: field)) }
            do throws(Refusal) { try question.check(members(parts.count > 1 ? parts[1] : ""), submission.entered, field, QuestionField(id: id)) } catch { refusals.append(error) }
        }
        if !refusals.isEmpty { throw Refusals(refusals) }
        let given = try AnswerDecisions.given(to: place.questionnaire.questions, submission, place)
        return .record(
            given.isEmpty ? [] : [Proposal(Answers.self, .responsesSaved(survey: place.surveyID, member: place.memberID, given: given, desk: .member))], then: place.path(),
            notice: Saying("survey.notice.saved", ["n": .count(given.count)]))
    }

    /// The names of what was sent, each with how many entries it has.
    private static func members(_ text: String) -> [String: Int] {
        text.split(separator: ",").reduce(into: [:]) { members, pair in
            let parts = pair.split(separator: ":")
            if parts.count == 2 { members[String(parts[0])] = Int(parts[1]) ?? 1 }
        }
    }
}

extension Question {
    /// What it may be answered with.
    private var members: [String] {
        switch kind {
        case .single, .multiple: ["options", "other"]
        case .scale: ["step"]
        case .ranking: ["ranking"]
        case .points: ["points"]
        case .number: ["number"]
        case .range: ["low", "likely", "high"]
        case .date: ["day"]
        case .matrix: ["cells"]
        case .text, .link: ["text"]
        }
    }

    /// That it was answered as questions of its kind are, and in full: a form shows as many fields as there are options, and a program can send any number.
    fileprivate func check(_ sent: [String: Int], _ entered: Entered, _ field: String, _ names: QuestionField) throws(Refusal) {
        let mayNotApply = allowsNotApplicable && kind != .matrix, possible = members + (mayNotApply ? ["notApplicable"] : [])
        let isForeign = sent.keys.contains { !possible.contains($0) } || sent["notApplicable"] != nil && sent.count > 1 || sent["other"] != nil && !allowsOther
        if isForeign { throw Refusal("survey.refusal.answered-otherwise", ["members": possible.filter { $0 != "other" || allowsOther }.joined(separator: ", ")], field: field) }
        for (name, count) in [("points", optionCount), ("cells", rowCount)] where sent[name] != nil && sent[name] != count {
            throw Refusal("survey.refusal.entries", ["count": "\(count)"], field: field)
        }
        if kind == .single, sent["options", default: 0] > 1 { throw Refusal("survey.refusal.too-many", ["most": "1"], field: field) }
        if let count = sent["ranking"], (1...max(1, optionCount)).count(where: { !entered.text(names.part($0)).isEmpty }) != count {
            throw Refusal("survey.refusal.entries", ["count": "\(optionCount)"], field: field)
        }
    }
}
