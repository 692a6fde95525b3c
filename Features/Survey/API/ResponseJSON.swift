import HashTreeCollections
import Journal
import Organisation
import Pages

/// An answer to one question as programs read and send it: which of the members it has depends on the kind of question.
enum ResponseJSON {
    static let parts: [Part] = [
        Part("notApplicable", .nullable(.flag), "That the question does not apply."),
        Part("options", .nullable(.list(.integer(1...1000), most: 100)), "Of single and multiple: numbers of options, from 1."),
        Part("other", .nullable(.text(most: 500)), "Of single and multiple: what was written in besides."),
        Part("step", .nullable(.integer(-1_000_000...1_000_000)), "Of a scale: the step."),
        Part("ranking", .nullable(.list(.integer(1...1000), most: 100)), "Of a ranking: numbers of options, the best first."),
        Part("points", .nullable(.list(.amount, most: 100)), "Of points: for each option, in order."),
        Part("number", .nullable(.amount), "Of a number."),
        Part("low", .nullable(.amount), "Of a range: its lower end."), Part("likely", .nullable(.amount), "Of a range: the most likely."),
        Part("high", .nullable(.amount), "Of a range: its upper end."),
        Part("day", .nullable(.day), "Of a date."),
        Part(
            "cells", .nullable(.list(.nullable(.integer(0...1000)), most: 100)),
            "Of a matrix: for each row the number of a column, 0 for “not applicable”, null where it was passed over."),
        Part("text", .nullable(.text(most: 10_000)), "Of a text or a link; null where it was erased."),
    ]

    /// What goes with the question that was answered.
    static let given = Shape.object([Part("question", .identifier, "Which question.", required: true)] + parts)

    static func json(_ given: TreeDictionary<ID<Question>, Response>, in questionnaire: Questionnaire) -> JSON {
        .list(questionnaire.questions.compactMap { id, _ in given[id].map { .object([JSON.Pair("question", .of(id))] + pairs($0)) } })
    }

    private static func pairs(_ response: Response) -> [JSON.Pair] {
        switch response {
        case .notApplicable: [JSON.Pair("notApplicable", true)]
        case .chosen(let options, let other): [JSON.Pair("options", .list(options.map { .integer($0) })), JSON.Pair("other", .of(other))]
        case .step(let step): [JSON.Pair("step", .integer(step))]
        case .ranked(let best): [JSON.Pair("ranking", .list(best.map { .integer($0) }))]
        case .points(let points): [JSON.Pair("points", .list(points.map { .number($0) }))]
        case .number(let number): [JSON.Pair("number", .number(number))]
        case .range(let low, let likely, let high): [JSON.Pair("low", .number(low)), JSON.Pair("likely", .number(likely)), JSON.Pair("high", .number(high))]
        case .day(let day): [JSON.Pair("day", .of(day))]
        case .matrix(let cells): [JSON.Pair("cells", .list(cells.map { .of($0) }))]
        case .text(let prose), .link(let prose): [JSON.Pair("text", .of(prose))]
        }
    }

    // MARK: - Writing

    /// Into the fields of the questions' forms; which questions were named, and with what, into one of its own.
    static let input = Input(
        enter: { json, entered in
            var named: [String] = []
            for item in json.items ?? [] {
                guard let text = item["question"]?.text, let id = ID<Question>(text) else { continue }
                let members = (item.pairs ?? []).filter { $0.name != "question" && $0.value != .null }.map { "\($0.name):\($0.value.items?.count ?? 1)" }
                named.append("\(id)=\(members.joined(separator: ","))")
                enter(item, QuestionField(id: id), &entered)
            }
            entered.set(naming, named)
        },
        pointer: { field, json in
            let items = json.items ?? []
            if field == naming { return "" }
            return items.indices.first { place in
                guard let id = items[place]["question"]?.text.flatMap({ ID<Question>($0) }) else { return false }
                let own = QuestionField(id: id).own
                return field == own || field.hasPrefix("\(own)-")
            }.map { "/\($0)" }
        })

    static let naming = "responses"

    private static func enter(_ item: JSON, _ names: QuestionField, _ entered: inout Entered) {
        // Named without anything, an answer is taken back.
        entered.set(names.own, [String]())
        if item["notApplicable"] == .flag(true) { entered.set("\(names.own)-na", .flag(true)) }
        let other = item["other"]?.text
        if let options = item["options"]?.items ?? (other == nil ? nil : []) {
            entered.set(names.own, options.compactMap { $0.amount.map { "\(Int($0))" } } + (other == nil ? [] : [names.isOther]))
            entered.set(names.other, .text(other ?? ""))
        }
        for name in ["step", "number", "day", "text"] { if let value = item[name], value != .null { entered.set(names.own, value) } }
        for (place, option) in (item["ranking"]?.items ?? []).enumerated() { if let number = option.amount { entered.set(names.part(Int(number)), .integer(place + 1)) } }
        for (place, points) in (item["points"]?.items ?? []).enumerated() { entered.set(names.part(place + 1), points) }
        for (name, value) in [(names.low, item["low"]), (names.likely, item["likely"]), (names.high, item["high"])] { if let value { entered.set(name, value) } }
        for (place, cell) in (item["cells"]?.items ?? []).enumerated() {
            entered.set(names.part(place + 1), cell == .integer(0) ? .text(QuestionField.notApplicable) : cell)
        }
    }
}
