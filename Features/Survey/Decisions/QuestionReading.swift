import Exchange
import Journal
import Organisation
import Pages

/// What was entered into the form of a question.
struct QuestionReading {
    let entered: Entered
    let questionnaire: Questionnaire
    let id: ID<Question>
    /// From which options can be taken.
    let lists: [ChoiceList]

    private static let mostOptions = 100

    func question(_ present: Question) throws(Refusal) -> Question {
        var question = present
        question.code = try code(present)
        question.text = try entered.localized("text", present: present.text, max: 2000, required: true)
        question.help = try entered.localized("help", present: present.help, max: 4000)
        question.isRequired = entered.flag("required")
        question.allowsNotApplicable = entered.flag("not-applicable")
        if question.kind.canBeListed, let list = try list() {
            question.options = Localized(linesOf: list.choices.map(\.title))
            question.listed = list.choices.map(\.name)
        } else if question.kind.hasOptions {
            question.options = try lines("options", present.options, atLeast: question.kind == .scale ? 0 : 2)
            // Options that were changed by hand are no longer those of the list.
            if question.options.originalLines != present.options.originalLines { question.listed = nil }
        }
        if question.kind == .matrix { question.rows = try lines("rows", present.rows, atLeast: 1) }
        if question.kind.hasOther { question.allowsOther = entered.flag("other") }
        if question.kind.hasMost { question.most = try entered.integer("most", in: 1...max(1, question.optionCount)) }
        if question.kind == .points { question.total = try entered.number("total", in: 1...1_000_000) }
        if question.kind.hasLimits { try readLimits(&question) }
        question.condition = try condition(before: present)
        return question
    }

    private func list() throws(Refusal) -> ChoiceList? {
        let text = entered.text("from-list")
        if text.isEmpty { return nil }
        guard let list = lists.first(where: { $0.reference.description == text }) else { throw Refusal("pages.refusal.choose", field: "from-list", ofFieldAlone: true) }
        let isWhole = list.choices.allSatisfy { !$0.title.plain(in: $0.title.original).isEmpty }
        guard isWhole, (2...QuestionReading.mostOptions).contains(list.choices.count) else {
            throw Refusal("survey.refusal.list", ["most": "\(QuestionReading.mostOptions)"], field: "from-list", ofFieldAlone: true)
        }
        return list
    }

    private func code(_ present: Question) throws(Refusal) -> String {
        let typed = try entered.code(instead: present.code.isEmpty ? nil : present.code, required: false)
        let code = typed.isEmpty ? free : typed
        if questionnaire.questions.contains(where: { $0.id != id && $0.question.code.lowercased() == code.lowercased() }) {
            throw Refusal("survey.refusal.code-taken", ["code": code], field: "code", ofFieldAlone: true)
        }
        return code
    }

    /// The first number that no question has.
    private var free: String {
        let taken = Set(questionnaire.questions.map { $0.question.code.lowercased() })
        return (1...).lazy.map { "Q\($0)" }.first { !taken.contains($0.lowercased()) } ?? "Q"
    }

    /// A line each; every translation has as many as the original.
    private func lines(_ name: String, _ present: Localized, atLeast least: Int) throws(Refusal) -> Localized {
        let content = try entered.localized(name, present: present, max: 20_000, required: least > 0)
        let count = content.lineCount
        if count < least { throw Refusal("survey.refusal.too-few-lines", ["least": "\(least)"], field: name, ofFieldAlone: true) }
        if count > QuestionReading.mostOptions { throw Refusal("survey.refusal.too-many-lines", ["most": "\(QuestionReading.mostOptions)"], field: name, ofFieldAlone: true) }
        for (language, prose) in content.texts.sorted(by: { $0.key < $1.key }) {
            let lines = (prose.text ?? "").lines, own = lines.count
            // Steps of a scale may be called alike; what is chosen may not.
            if name != "steps", let twin = Dictionary(grouping: lines) { $0.lowercased() }.first(where: { $0.value.count > 1 })?.value.first {
                throw Refusal("survey.refusal.same-lines", ["text": twin], field: name, ofFieldAlone: true)
            }
            guard own == 0 || own == count else {
                throw Refusal(
                    "survey.refusal.line-count", ["language": language.ownName, "own": "\(own)", "original": content.original.ownName, "count": "\(count)"],
                    field: name, ofFieldAlone: true)
            }
        }
        return content
    }

    private func readLimits(_ question: inout Question) throws(Refusal) {
        question.lowest = try entered.number("lowest")
        question.highest = try entered.number("highest")
        question.unit = question.kind == .scale ? .empty : try entered.localized("unit", present: question.unit, max: 100)
        if let low = question.lowest, let high = question.highest, low > high || low == high && question.kind == .scale {
            throw Refusal("survey.refusal.limits", field: "highest")
        }
        guard question.kind == .scale else { return }
        let low = question.lowest ?? 1, high = question.highest ?? 5
        guard low == low.rounded(), high == high.rounded(), abs(low) <= 100, high > low, high - low <= 10 else { throw Refusal("survey.refusal.steps", field: "highest") }
        let named = question.optionCount
        if named > 0, named != question.steps.count { throw Refusal("survey.refusal.step-names", ["count": "\(question.steps.count)"], field: "options") }
    }

    /// `1, 3–5`: after which answers to an earlier question it is asked.
    private func condition(before present: Question) throws(Refusal) -> Condition? {
        let earlier = questionnaire.questions.prefix { $0.id != id }
        guard let on: ID<Question> = try entered.id("if", where: { wanted in earlier.contains { $0.id == wanted && $0.question.kind.canDecide } }) else { return nil }
        let text = try entered.line("if-numbers", required: true)
        var spans: [Condition.Span] = []
        for part in text.split(whereSeparator: { ",;،؛".contains($0) }) {
            let ends = part.split(whereSeparator: { "–—…".contains($0) || $0 == "-" && part.first != "-" }).map {
                WrittenNumber(String($0.trimmedOfBlanks), decimalMark: entered.language.decimalMark)?.value
            }
            guard (1...2).contains(ends.count), let from = ends[0], let until = ends[ends.count - 1], from <= until else {
                throw Refusal("survey.refusal.numbers", ["text": String(text.prefix(40))], field: "if-numbers", ofFieldAlone: true)
            }
            spans.append(Condition.Span(from: from, until: until))
        }
        if spans.isEmpty { throw Refusal("survey.refusal.numbers", ["text": String(text.prefix(40))], field: "if-numbers", ofFieldAlone: true) }
        return Condition(question: on, spans: spans)
    }
}

extension Question.Kind {
    var hasOptions: Bool { [.single, .multiple, .scale, .ranking, .points, .matrix].contains(self) }
    /// Whether its options can be taken from a list.
    var canBeListed: Bool { [.single, .multiple, .ranking, .points].contains(self) }
    var hasOther: Bool { self == .single || self == .multiple }
    var hasMost: Bool { self == .multiple || self == .ranking }
    var hasLimits: Bool { [.scale, .number, .range].contains(self) }
    /// Whether other questions can depend on its answer.
    var canDecide: Bool { [.single, .multiple, .scale, .number].contains(self) }
}
