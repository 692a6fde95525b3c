import Exchange
import Journal
import Organisation
import Pages

/// What was entered into the fields of one question, as an answer; `nil` where nothing was.
struct ResponseReading {
    let entered: Entered
    let id: ID<Question>
    let question: Question

    private var names: QuestionField { QuestionField(id: id) }

    /// Whether the form showed this question at all: what was not shown stays as it was.
    var isThere: Bool { entered.names.contains { $0 == names.own || $0.hasPrefix("\(names.own)-") } }

    func response() throws(Refusal) -> Response? {
        if isNotApplicable {
            try refuseMore()
            return .notApplicable
        }
        switch question.kind {
        case .single: return try chosen(most: 1)
        case .multiple: return try chosen(most: question.most)
        case .scale: return try step()
        case .ranking: return try ranked()
        case .points: return try points()
        case .number: return try entered.number(names.own, in: bounds).map { .number($0) }
        case .range: return try range()
        case .date: return try entered.day(names.own).map { .day($0) }
        case .matrix: return try matrix()
        case .text:
            let text = try entered.paragraph(names.own, max: 10_000)
            return text.isEmpty ? nil : .text(Prose(text))
        case .link: return try link()
        }
    }

    private var isNotApplicable: Bool {
        guard question.allowsNotApplicable, question.kind != .matrix else { return false }
        return entered.flag("\(names.own)-na") || entered.raw(names.own) == [QuestionField.notApplicable]
    }

    /// Nothing that was typed is dropped without a word.
    private func refuseMore() throws(Refusal) {
        let besides = entered.names.filter { $0.hasPrefix("\(names.own)-") && $0 != "\(names.own)-na" }.sorted()
        let isMore = besides.contains { !entered.text($0).isEmpty } || entered.raw(names.own).contains { !$0.isEmpty && $0 != QuestionField.notApplicable }
        if isMore { throw Refusal("survey.refusal.not-applicable-and-more", field: names.own) }
    }

    private var bounds: ClosedRange<Double> {
        let low = question.lowest ?? -1e15, high = question.highest ?? 1e15
        return low...max(low, high)
    }

    private func chosen(most: Int?) throws(Refusal) -> Response? {
        var options: [Int] = [], other: String?
        for value in entered.raw(names.own) where !value.isEmpty {
            if value == QuestionField.notApplicable, question.allowsNotApplicable { throw Refusal("survey.refusal.not-applicable-and-more", field: names.own) }
            if value == names.isOther, question.allowsOther {
                other = try entered.line(names.other, max: 500)
                continue
            }
            options.append(try option(value, among: question.optionCount, names.own))
        }
        // What was written in was meant, ticked or not.
        if question.allowsOther, other == nil, question.kind == .multiple || options.isEmpty {
            let written = try entered.line(names.other, max: 500)
            if !written.isEmpty { other = written }
        }
        if other == "" { throw Refusal("survey.refusal.say-what", field: names.other, ofFieldAlone: true) }
        if question.allowsOther, other == nil, !entered.text(names.other).isEmpty { throw Refusal("survey.refusal.other-not-chosen", field: names.other, ofFieldAlone: true) }
        options = Set(options).sorted()
        if let most, options.count + (other == nil ? 0 : 1) > most { throw Refusal("survey.refusal.too-many", ["most": "\(most)"], field: names.own) }
        return options.isEmpty && other == nil ? nil : .chosen(options, other: other.map { Prose($0) })
    }

    private func option(_ text: String, among count: Int, _ field: String) throws(Refusal) -> Int {
        guard let number = Int(text), (1...max(1, count)).contains(number) else { throw Refusal("pages.refusal.choose", field: field, ofFieldAlone: true) }
        return number
    }

    private func step() throws(Refusal) -> Response? {
        let text = entered.text(names.own)
        if text.isEmpty { return nil }
        guard let step = Int(text), question.steps.contains(step) else { throw Refusal("pages.refusal.choose", field: names.own, ofFieldAlone: true) }
        return .step(step)
    }

    /// The places must be 1, 2, 3 … each once: two options in one place, or a place left out, is said where it stands.
    private func ranked() throws(Refusal) -> Response? {
        var places: [Int: Int] = [:]
        for number in 1...max(1, question.optionCount) {
            let field = names.part(number), text = entered.text(field)
            if text.isEmpty { continue }
            let place = try option(text, among: min(question.most ?? question.optionCount, question.optionCount), field)
            if places[place] != nil { throw Refusal("survey.refusal.same-place", ["place": "\(place)"], field: field) }
            places[place] = number
        }
        guard let last = places.keys.max() else { return nil }
        for place in 1...last where places[place] == nil {
            throw Refusal("survey.refusal.place-left-out", ["place": "\(place)"], field: names.part(places[last] ?? 1))
        }
        return .ranked((1...last).compactMap { places[$0] })
    }

    private func points() throws(Refusal) -> Response? {
        var points: [Double] = [], isAnswered = false
        for number in 1...max(1, question.optionCount) {
            let given = try entered.number(names.part(number), in: 0...question.pointsTotal)
            if given != nil { isAnswered = true }
            points.append(given ?? 0)
        }
        return isAnswered ? .points(points) : nil
    }

    private func range() throws(Refusal) -> Response? {
        let fields = [names.low, names.likely, names.high]
        if fields.allSatisfy({ entered.text($0).isEmpty }) { return nil }
        var numbers: [Double] = []
        for field in fields {
            guard let number = try entered.number(field, required: true, in: bounds) else { return nil }
            if let before = numbers.last, number < before { throw Refusal("survey.refusal.range-order", field: field) }
            numbers.append(number)
        }
        return .range(low: numbers[0], likely: numbers[1], high: numbers[2])
    }

    private func matrix() throws(Refusal) -> Response? {
        var cells: [Int?] = []
        for row in 1...max(1, question.rowCount) {
            let field = names.part(row), text = entered.text(field)
            if text.isEmpty {
                cells.append(nil)
            } else if text == QuestionField.notApplicable, question.allowsNotApplicable {
                cells.append(0)
            } else {
                cells.append(try option(text, among: question.optionCount, field))
            }
        }
        return cells.allSatisfy { $0 == nil } ? nil : .matrix(cells)
    }

    private func link() throws(Refusal) -> Response? {
        let text = try entered.line(names.own, max: 2000)
        if text.isEmpty { return nil }
        guard text.isWebAddress else {
            throw Refusal("survey.refusal.not-a-link", field: names.own, ofFieldAlone: true)
        }
        return .link(Prose(text))
    }
}
