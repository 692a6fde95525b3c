import Exchange
import Journal
import Organisation
import Pages

/// One question of a file as one of ours, or as several; with what is to be said of it.
struct QuestionTaking {
    let languages: FileLanguages
    let source: LimeSurveyStructure.Question
    /// Of the structure, for what stands in its first language.
    let language: String
    private(set) var remarks: [ImportRemark] = []

    init(_ source: LimeSurveyStructure.Question, _ languages: FileLanguages, language: String) {
        self.source = source
        self.languages = languages
        self.language = language
    }

    static let mostOptions = 100

    /// - Throws: where it cannot be taken over at all.
    mutating func questions() throws(Refusal) -> [TakenQuestion] {
        guard let kind else {
            throw Refusal("survey.questionnaire.unknown-type", ["code": shownCode, "type": LimeSurveyTypes.name(of: source.type)])
        }
        var question = Question(
            section: ID("-"), code: try code(attribute("portolan_code") ?? source.code), text: languages.content(source.text), help: languages.content(source.help), kind: kind,
            isRequired: source.isMandatory, order: 0)
        if question.text.isEmpty { throw Refusal("survey.questionnaire.no-text", ["code": shownCode]) }
        question.allowsNotApplicable = attribute("portolan_not_applicable")?.uppercased() == "Y"
        sayWhatIsLeftOut(kind)
        if isSplit { return try parts(of: question) }
        let options = try takeOptions(&question)
        try takeLimits(&question)
        if kind.hasMost { question.most = attribute("max_answers").flatMap { Int($0) }.flatMap { (1...max(1, question.optionCount)).contains($0) ? $0 : nil } }
        if kind.canBeListed, let written = attribute("portolan_listed") { question.listed = ListedNames.read(written, count: question.optionCount) }
        if kind.hasOther { question.allowsOther = source.hasOther }
        try requireLengths(question)
        return [TakenQuestion(question: question, source: source, options: options)]
    }

    var shownCode: String { String(source.code.prefix(40)) }

    /// What stands in a column of its own, in the first language.
    func attribute(_ name: String) -> String? { source.attributes[name]?[language] }

    func number(_ name: String) -> Double? {
        attribute(name).flatMap { Double($0.replacing(",", with: ".")) }.flatMap { abs($0) <= 1e15 ? $0 : nil }
    }

    mutating func note(_ gravity: ImportRemark.Gravity, _ key: String, _ more: [String: String] = [:], line: Int? = nil) {
        remarks.append(ImportRemark(gravity, line: line ?? source.line, "survey.questionnaire.\(key)", more.merging(["code": shownCode]) { own, _ in own }))
    }

    private mutating func code(_ written: String) throws(Refusal) -> String {
        let code = try WrittenCode.of(written, field: nil)
        if code.isEmpty { throw Refusal("survey.questionnaire.row.no-name") }
        return code
    }

    private func requireLengths(_ question: Question) throws(Refusal) {
        func check(_ content: Localized, _ most: Int) throws(Refusal) {
            guard content.texts.values.allSatisfy({ ($0.text ?? "").unicodeScalars.count <= most }) else {
                throw Refusal("survey.questionnaire.too-long", ["code": shownCode, "max": "\(most)"])
            }
        }
        try check(question.text, 2_000)
        try check(question.help, 4_000)
        for content in [question.options, question.rows] { try check(content, 20_000) }
        try check(question.unit, 100)
    }

    /// Several numbers or texts on one page are a question each.
    private mutating func parts(of whole: Question) throws(Refusal) -> [TakenQuestion] {
        guard !source.subquestions.isEmpty else { throw Refusal("survey.questionnaire.too-few-options", ["code": shownCode, "least": "1"]) }
        note(.repaired, "split", ["count": "\(source.subquestions.count)"])
        var taken: [TakenQuestion] = []
        for (place, item) in source.subquestions.enumerated() {
            var part = whole
            part.code = try code("\(whole.code)_\(item.code)")
            part.text = languages.joined(whole.text, languages.content(item.text, onOneLine: true), " – ")
            if place > 0 { part.help = .empty }
            try takeLimits(&part)
            try requireLengths(part)
            taken.append(TakenQuestion(question: part, source: nil, options: []))
        }
        return taken
    }
}

/// A question as it is taken over, and how its file names it and what can be chosen.
struct TakenQuestion {
    var question: Question
    /// `nil` where conditions of the file cannot speak of it.
    let source: LimeSurveyStructure.Question?
    /// The codes of its options, in their order.
    let options: [String]
}
