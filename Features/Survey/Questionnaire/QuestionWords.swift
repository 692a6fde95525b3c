import Organisation
import Pages

/// How parts of a question are called, wherever they are named.
extension Visit {
    /// A step of a scale: its number, and its name where it has one, in the language in which it stands.
    func step(_ step: Int, of question: Question) -> (text: String, language: Language?) {
        let names = question.optionTexts(in: language), place = step - question.steps.lowerBound
        guard names.indices.contains(place) else { return (say.number(step), nil) }
        return (say("survey.step-named", ["step": say.number(step), "name": names[place].text]), names[place].language == language ? nil : names[place].language)
    }

    /// A number in the unit of a question.
    func amount(_ number: Double, of question: Question) -> String { say.amount(number, plain(question.unit), digits: 3) }

    /// An option by its place, from 0; what is written in besides comes after the last.
    func option(_ place: Int, of question: Question) -> String {
        let lines = question.optionTexts(in: language)
        if question.kind == .scale { return step(question.steps.lowerBound + place, of: question).text }
        if lines.indices.contains(place) { return lines[place].text }
        return question.allowsOther && place == lines.count ? say("survey.other") : say.number(place + 1)
    }

    /// A line of a table by its place, from 0.
    func row(_ place: Int, of question: Question) -> String {
        let lines = question.rowTexts(in: language)
        return lines.indices.contains(place) ? lines[place].text : say.number(place + 1)
    }
}
