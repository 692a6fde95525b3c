import HashTreeCollections
import Journal
import Organisation
import Pages

/// An answer as it reads: question by question, with what is still open.
struct Answered {
    let visit: Visit
    let place: AnswerPlace
    /// Of a version that was submitted; otherwise the draft.
    var version: Version?

    private var say: Say { visit.say }
    private var responses: TreeDictionary<ID<Question>, Response> { version?.responses ?? place.draft }

    @MarkupBuilder var whole: Markup {
        let asked = place.questionnaire.asked(of: responses), open = Dictionary(uniqueKeysWithValues: place.open.map { ($0.id, $0) })
        for part in place.questionnaire.parts {
            let shown = part.questions.filter { asked.contains($0.id) }
            if !shown.isEmpty {
                sheet(visit.plain(part.section.title)) {
                    dl(.class("dl answers")) {
                        for (id, question) in shown {
                            dt {
                                "\(say.number(place.questionnaire.number(of: id))). "; visit.text(question.text)
                            }
                            dd {
                                ResponseText(visit: visit, question: question).markup(responses[id])
                                if version == nil, let open = open[id] { p(.class("gap")) { say("survey.open.\(open.why.rawValue)") } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One answer in words.
struct ResponseText {
    let visit: Visit
    let question: Question

    private var say: Say { visit.say }

    func markup(_ response: Response?) -> Markup {
        switch response {
        case nil: span(.class("soft")) { say("survey.no-answer") }
        case .notApplicable: Markup(say("survey.not-applicable"))
        case .chosen(let options, let other): chosen(options, other)
        case .step(let step): Markup(visit.step(step, of: question).text)
        case .ranked(let best): ordered(best.map(option))
        case .points(let points): spread(points)
        case .number(let number): Markup(visit.amount(number, of: question))
        case .range(let low, let likely, let high):
            Markup(
                say(
                    "survey.range-said",
                    ["low": visit.amount(low, of: question), "likely": visit.amount(likely, of: question), "high": visit.amount(high, of: question)]))
        case .day(let day): Markup(say.day(day))
        case .matrix(let cells): rows(cells)
        case .text(let prose): element("bdi", [.class("prose")]) { words(prose) }
        case .link(let prose): link(prose.text ?? "#", Attribute("rel", "noreferrer nofollow")) { element("bdi", []) { words(prose) } }
        }
    }

    private func words(_ prose: Prose) -> String { prose.text ?? say("pages.erased") }

    private func option(_ number: Int) -> Markup { line(question.options, number) ?? Markup(say.number(number)) }

    /// A line of a list, in the language in which it is there.
    private func line(_ content: Localized, _ number: Int) -> Markup? {
        let lines = content.lines(in: visit.language)
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return element("bdi", line.language == visit.language ? [] : Attribute.language(line.language)) { line.text }
    }

    private func list(_ parts: [Markup]) -> Markup { parts.count == 1 ? parts[0] : ul { for part in parts { li { part } } } }
    private func ordered(_ parts: [Markup]) -> Markup { ol { for part in parts { li { part } } } }

    private func chosen(_ options: [Int], _ other: Prose?) -> Markup {
        var parts = options.map(option)
        if let other { parts.append(element("bdi", []) { say("survey.other-said", ["text": words(other)]) }) }
        return list(parts)
    }

    private func spread(_ points: [Double]) -> Markup {
        ul {
            for (place, amount) in points.enumerated() where amount > 0 {
                li {
                    option(place + 1)
                    ": \(say.number(amount))"
                }
            }
        }
    }

    private func rows(_ cells: [Int?]) -> Markup {
        ul {
            for (place, cell) in cells.enumerated() {
                li {
                    line(question.rows, place + 1) ?? Markup(say.number(place + 1))
                    ": "
                    switch cell {
                    case nil: Markup(say("survey.no-answer"))
                    case 0: Markup(say("survey.not-applicable"))
                    case let cell?: option(cell)
                    }
                }
            }
        }
    }
}
