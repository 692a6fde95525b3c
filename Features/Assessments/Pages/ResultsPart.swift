import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What came out: the headline, a bar for each category against the round before, and the numbers beside each mean.
struct ResultsPart {
    let visit: Visit
    let figures: RoundFigures
    /// What it is compared with, and what it could be.
    let before: RoundFigures?
    let earlier: [ID<AssessmentRound>]

    private var say: Say { visit.say }

    var sheet: Markup {
        let headline = Headline(visit: visit, figures: figures), sentences = headline.sentences, shown = figures.categories.contains { figures.whole.scores[$0.id] != nil }
        return Pages.sheet(say("assessments.results"), id: "results") {
            // The first heads the chart.
            for sentence in shown ? Array(sentences.dropFirst()) : sentences { p { sentence } }
            if let respondents = figures.respondents {
                p(.class("help")) {
                    say("assessments.respondents", count: respondents)
                    if figures.typedIn > 0 { " \(say("assessments.typed-in", count: figures.typedIn))" }
                }
            }
            if shown {
                compared
                bars(sentences.first ?? "")
                numbers
                if let before, !figures.categories.allSatisfy({ figures.isComparable($0, with: before) }) { p(.class("help")) { say("assessments.not-comparable") } }
                statements
            }
        }
    }

    /// *Before: the essentials of last year. Or: …*
    @MarkupBuilder private var compared: Markup {
        if let before {
            p(.class("help")) {
                say("assessments.compared-with")
                " "
                link(visit.path(AssessmentPath.round(before.id))) { visit.text(before.round.title) }
                for (place, id) in earlier.filter({ $0 != before.id }).prefix(ResultsPart.mostEarlier).enumerated() {
                    if let round = visit.assessments.rounds[id] {
                        place == 0 ? " · \(say("assessments.compare-with")) " : ", "
                        link("\(visit.path(AssessmentPath.round(figures.id)))?before=\(id)#results") { visit.text(round.title) }
                    }
                }
            }
        }
    }

    private static let mostEarlier = 8

    private func bars(_ finding: String) -> Markup {
        let bars = figures.categories.map { category -> BarChart.Bar in
            let score = figures.whole.scores[category.id], target = before.flatMap { figures.isComparable(category, with: $0) ? $0.whole.scores[category.id]?.mean : nil }
            return BarChart.Bar(
                label: visit.plain(category.title), value: score?.mean, valueText: score.map { say.tenths($0.mean) } ?? say("assessments.too-few"), target: target,
                targetText: before == nil ? nil : target.map { say.tenths($0) } ?? "–")
        }
        return barChart(
            BarChart(bars: bars, labelHeading: say("assessments.field.category"), valueHeading: say("assessments.mean"), targetHeading: say("assessments.before")),
            in: ChartFrame(id: "profile", finding: finding, tableLabel: say("assessments.results-caption"), isRightToLeft: visit.language.isRightToLeft))
    }

    private var numbers: Markup {
        let isMastery = figures.framework.rule == .mastery
        var columns = [
            (say("assessments.field.category"), false), (say("assessments.mean"), true), (say("assessments.spread"), true), (say("assessments.agreement"), true), (say("assessments.answers"), true),
        ]
        if isMastery { columns.append((say("assessments.standing"), false)) }
        if before != nil { columns.append((say("assessments.change"), false)) }
        return scrollingTable(say("assessments.results-caption"), id: "numbers", narrow: .cards) {
            headings(columns)
            tbody {
                for category in figures.categories {
                    tr {
                        th(.scope("row"), .id(category.id.text)) { visit.text(category.title) }
                        cells(figures.whole.scores[category.id])
                        if isMastery { td { standing(category) } }
                        if let before { td { change(from: before, category) } }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func cells(_ score: CategoryScore?) -> Markup {
        td(.class("n")) { score.map { say.tenths($0.mean) } ?? say("assessments.too-few") }
        td(.class("n")) { score?.spread.map { say.tenths($0) } ?? "–" }
        td(.class("n")) { score?.agreement.map { say.percent($0) } ?? "–" }
        td(.class("n")) { score.map { say.number($0.count) } ?? "–" }
    }

    private func standing(_ category: Category) -> Markup {
        guard let mastery = figures.mastery(category, visit.hasEvidence(figures.id, category.id)) else { return Markup("–") }
        let standing: Standing = mastery == .mastered ? .onTrack : mastery == .partly ? .atRisk : .offTrack, lacks = figures.lacksEvidence(category, visit.hasEvidence(figures.id, category.id))
        return statusMark(StatusMark(standing, label: say(lacks ? "assessments.mastery.unshown" : "assessments.mastery.\(mastery.rawValue)")))
    }

    private func change(from before: RoundFigures, _ category: Category) -> Markup {
        guard figures.isComparable(category, with: before), let now = figures.whole.scores[category.id], let then = before.whole.scores[category.id] else { return Markup("–") }
        let trend = RoundTrend(from: then, to: now)
        return group {
            element("bdi", []) { say.signed(trend.change) }
            " "
            small { say(trend.isNotable ? "assessments.notable" : "assessments.not-notable") }
        }
    }

    private var statements: Markup {
        details {
            summary { say("assessments.by-statement") }
            scrollingTable(say("assessments.by-statement-caption"), id: "statements") {
                headings([(say("assessments.field.statement"), false), (say("assessments.mean"), true), (say("assessments.spread"), true), (say("assessments.answers"), true)])
                tbody {
                    for category in figures.categories {
                        for (place, statement) in category.statements.enumerated() {
                            let score = figures.statement(place, of: category)
                            tr {
                                th(.scope("row")) { visit.text(statement.text) }
                                td(.class("n")) { score.map { say.tenths($0.mean) } ?? say("assessments.too-few") }
                                td(.class("n")) { score?.spread.map { say.tenths($0) } ?? "–" }
                                td(.class("n")) { score.map { say.number($0.count) } ?? "–" }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Say {
    /// With its sign, *+1*, *0*, *−0.5*: as it is written with one digit after the mark.
    fileprivate func signed(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded > 0 ? "+\(number(rounded))" : rounded < 0 ? "−\(number(-rounded))" : "0"
    }
}
