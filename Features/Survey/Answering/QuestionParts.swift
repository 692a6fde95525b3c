import HashTreeCollections
import Journal
import Organisation
import Pages

/// The fields of each kind of question, with what was answered.
extension QuestionFields {
    var chosenField: Field {
        Field(names.own, title, .oneOf(optionChoices + alternatives + [nothing], inRow: false), value: chosenValues.first ?? "", help: help)
    }

    var otherField: [Field] {
        guard question.allowsOther else { return [] }
        var written: String?
        if case .chosen(_, let other)? = response { written = other?.text }
        return [Field(names.other, say("survey.other-what", ["number": say.number(number)]), .line, value: written)]
    }

    var chosenValues: [String] {
        switch response {
        case .chosen(let options, let other): options.map(String.init) + (other == nil ? [] : [names.isOther])
        case .notApplicable: [QuestionField.notApplicable]
        default: []
        }
    }

    var stepValue: String {
        switch response {
        case .step(let step): "\(step)"
        case .notApplicable: QuestionField.notApplicable
        default: ""
        }
    }

    func inGroup(_ fields: [Field]) -> [Field] {
        fields.map {
            var field = $0
            field.partOf = FieldGroup(names.own, title, language: titleLanguage, help: help)
            return field
        }
    }

    private func option(_ index: Int, _ kind: Field.Kind, value: String?) -> Field { line(options[index], index, kind, value: value) }

    private func line(_ line: Line, _ index: Int, _ kind: Field.Kind, value: String?) -> Field {
        var field = Field(names.part(index + 1), line.text, kind, value: value)
        field.language = line.language
        return field
    }

    func rankField(_ index: Int) -> Field {
        var rank: Int?
        if case .ranked(let best)? = response { rank = best.firstIndex(of: index + 1).map { $0 + 1 } }
        let ranks = (1...max(1, min(question.most ?? options.count, options.count))).map { Choice("\($0)", say.number($0)) }
        return option(index, .choice([Choice("", say("survey.not-ranked"))] + ranks), value: rank.map(String.init) ?? "")
    }

    func pointsField(_ index: Int) -> Field {
        var given: Double?
        if case .points(let points)? = response, points.indices.contains(index) { given = points[index] }
        return option(index, .number, value: given.map(digits))
    }

    var numberFields: [Field] {
        var given: Double?
        if case .number(let number)? = response { given = number }
        return [Field(names.own, withUnit(title), .number, value: given.map(digits), help: help)] + notApplicableFlag
    }

    var rangeFields: [Field] {
        var given: [Double] = []
        if case .range(let low, let likely, let high)? = response { given = [low, likely, high] }
        return zip([names.low, names.likely, names.high], ["low", "likely", "high"]).enumerated().map { place, field in
            Field(field.0, withUnit(say("survey.range.\(field.1)")), .number, value: given.isEmpty ? nil : digits(given[place]))
        }
    }

    func rowField(_ index: Int) -> Field {
        var value = ""
        if response == .notApplicable { value = QuestionField.notApplicable }
        if case .matrix(let cells)? = response, cells.indices.contains(index), let cell = cells[index] {
            value = cell == 0 ? QuestionField.notApplicable : "\(cell)"
        }
        return line(rows[index], index, .oneOf(optionChoices + alternatives + [nothing], inRow: true), value: value)
    }

    var notApplicableFlag: [Field] {
        guard question.allowsNotApplicable else { return [] }
        return [Field("\(names.own)-na", say("survey.not-applicable-to", ["number": say.number(number)]), .flag, value: response == .notApplicable ? "yes" : "")]
    }

    var day: String? { if case .day(let day)? = response { "\(day)" } else { nil } }

    var text: String? {
        switch response {
        case .text(let prose), .link(let prose): prose.text
        default: nil
        }
    }

    private func digits(_ number: Double) -> String { plainDigits(number, visit.language.decimalMark) }

    private func withUnit(_ title: String) -> String {
        let unit = visit.plain(question.unit)
        return unit.isEmpty ? title : "\(title) (\(unit))"
    }
}
