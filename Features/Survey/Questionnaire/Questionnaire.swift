import HashTreeCollections
import Journal
import Organisation

/// All that a survey asks, in its order, and what of it applies to an answer.
struct Questionnaire: Sendable {
    struct Part: Sendable {
        let id: ID<SurveySection>
        let section: SurveySection
        let questions: [(id: ID<Question>, question: Question)]
    }

    let parts: [Part]
    let questions: [(id: ID<Question>, question: Question)]
    private let numbers: [ID<Question>: Int]

    init(_ surveys: Surveys, of survey: ID<Survey>) {
        let bySection = Dictionary(grouping: surveys.questions.map { (id: $0.key, question: $0.value) }) { $0.question.section }
        parts = surveys.sectionsInOrder(of: survey).map { id, section in
            Part(id: id, section: section, questions: (bySection[id] ?? []).sorted { ($0.question.order, $0.id) < ($1.question.order, $1.id) })
        }
        questions = parts.flatMap(\.questions)
        numbers = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($0.element.id, $0.offset + 1) })
    }

    func part(_ id: ID<SurveySection>) -> Part? { parts.first { $0.id == id } }

    /// What is asked of whoever has answered so: a question whose condition rests on one that is not asked is not asked either.
    func asked(of responses: TreeDictionary<ID<Question>, Response>) -> Set<ID<Question>> {
        var asked: Set<ID<Question>> = []
        for (id, question) in questions {
            guard let condition = question.condition else {
                asked.insert(id)
                continue
            }
            if asked.contains(condition.question), condition.holds(for: responses[condition.question]) { asked.insert(id) }
        }
        return asked
    }

    /// What is asked and not yet answered as it must be, in order.
    func open(in responses: TreeDictionary<ID<Question>, Response>) -> [OpenQuestion] {
        let asked = asked(of: responses)
        return questions.enumerated().compactMap { place, item in
            guard asked.contains(item.id), let why = item.question.lack(in: responses[item.id]) else { return nil }
            return OpenQuestion(id: item.id, number: place + 1, question: item.question, why: why)
        }
    }

    /// Its place, from 1; 0 for a question of another.
    func number(of id: ID<Question>) -> Int { numbers[id] ?? 0 }
}

/// A question that keeps an answer from being submitted, and why.
struct OpenQuestion: Sendable {
    enum Why: String, Sendable { case required, rowsLeft = "rows-left", pointsTotal = "points-total" }

    let id: ID<Question>
    let number: Int
    let question: Question
    let why: Why
}

extension Question {
    /// What a draft may leave open and a submitted answer may not.
    fileprivate func lack(in response: Response?) -> OpenQuestion.Why? {
        switch response {
        case nil: isRequired ? .required : nil
        case .points(let points): abs(points.reduce(0, +) - pointsTotal) < 1e-6 ? nil : .pointsTotal
        case .matrix(let cells): isRequired && cells.contains(nil) ? .rowsLeft : nil
        default: nil
        }
    }
}

extension Questionnaire {
    /// What a questionnaire cannot be opened with: sentences with their arguments.
    func lacks(in language: Language) -> [(key: String, arguments: [String: String])] {
        if questions.isEmpty { return [("survey.lack.no-question", [:])] }
        var found: [(key: String, arguments: [String: String])] = [], earlier: Set<ID<Question>> = []
        for part in parts where part.questions.isEmpty { found.append(("survey.lack.empty-section", ["title": part.section.title.plain(in: language)])) }
        for (id, question) in questions {
            if let condition = question.condition, !earlier.contains(condition.question) { found.append(("survey.lack.later-condition", ["code": question.code])) }
            earlier.insert(id)
        }
        return found
    }
}
