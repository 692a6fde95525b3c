import Exchange
import Journal

/// One column of the answers in an archive: a question, or a part of one.
struct Variable: Equatable {
    enum Role: Hashable {
        case answer
        /// What was written in besides the options.
        case other
        /// From 1: whether it was chosen, its place, or its points.
        case option(Int)
        /// From 1.
        case row(Int)
        case low, likely, high
    }

    let name: String
    let question: ID<Question>
    let role: Role

    /// What stands instead of a value, and cannot be one: an answer that begins with a full stop gets another in front.
    enum Missing: String, CaseIterable {
        case notApplicable = ".a"
        /// The words were erased.
        case erased = ".e"
        /// Too few others would be left for theirs not to follow from the figures.
        case withheld = ".w"
    }

    /// The columns of all questions in their order, each name once.
    static func all(_ questions: [(id: ID<Question>, question: Question)]) -> [Variable] {
        var taken = Set(AnswersFile.columns)
        return questions.flatMap { id, question in
            roles(of: question).map { role in
                var name = "\(question.code)\(ending(of: role, question.kind))"
                while !taken.insert(name.lowercased()).inserted { name += "_" }
                return Variable(name: name, question: id, role: role)
            }
        }
    }

    private static func roles(of question: Question) -> [Role] {
        let other: [Role] = question.allowsOther ? [.other] : []
        switch question.kind {
        case .single: return [.answer] + other
        case .multiple: return (1...max(1, question.optionCount)).map { .option($0) } + other
        case .ranking, .points: return (1...max(1, question.optionCount)).map { .option($0) }
        case .matrix: return (1...max(1, question.rowCount)).map { .row($0) }
        case .range: return [.low, .likely, .high]
        case .scale, .number, .date, .text, .link: return [.answer]
        }
    }

    private static func ending(of role: Role, _ kind: Question.Kind) -> String {
        switch role {
        case .answer: ""
        case .other: "_other"
        case .option(let number), .row(let number): "_\(number)"
        case .low: "_low"
        case .likely: "_likely"
        case .high: "_high"
        }
    }
}
