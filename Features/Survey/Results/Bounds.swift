import Pages

/// What can be said of all who were asked without supposing anything of those who did not answer.
struct Bounds {
    let result: QuestionResult

    var markup: Markup {
        let figures = result.figures, counts = figures.all.options.counts, say = result.say
        // Counted heads only: no weight is needed where nothing is supposed.
        guard figures.weighting == .raw, let first = counts.indices.max(by: { counts[$0] < counts[$1] }), let most = figures.bounds(counts[first]) else { return Markup() }
        let sentence = say(
            "survey.bounds", count: figures.missing,
            ["option": result.visit.option(first, of: result.question), "low": say.percent(most.lowerBound), "high": say.percent(most.upperBound)])
        return details {
            summary { say("survey.bounds-title") }
            p { sentence }
            scrollingTable(say("survey.bounds-caption"), id: "bounds-\(figures.id)") {
                headings([(say("survey.answer"), false), (say("survey.at-least"), true), (say("survey.at-most"), true)])
                tbody {
                    for place in counts.indices {
                        if let bounds = figures.bounds(counts[place]) {
                            tr {
                                th(.scope("row")) { result.visit.option(place, of: result.question) }
                                td(.class("n")) { say.percent(bounds.lowerBound) }
                                td(.class("n")) { say.percent(bounds.upperBound) }
                            }
                        }
                    }
                }
            }
        }
    }
}
