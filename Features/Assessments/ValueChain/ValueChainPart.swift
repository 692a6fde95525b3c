import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the records of ideas say beside what people say: the headline of a round of the value chain, and the part of its page.
struct ValueChainPart {
    let visit: Visit
    let figures: RoundFigures
    private let words: ValueChainWords?

    init(visit: Visit, figures: RoundFigures) {
        self.visit = visit
        self.figures = figures
        words = visit.valueChain(figures).map { ValueChainWords(visit: visit, figures: figures, found: $0) }
    }

    var say: Say { visit.say }

    @MarkupBuilder var headline: Markup {
        if let words {
            p(.class("note")) {
                strong { words.headline }
                " "
                link("#records") { say("assessments.chain.data") }
            }
        }
    }

    @MarkupBuilder var sheet: Markup {
        if let words {
            Pages.sheet(say("assessments.chain.data"), id: "records") {
                p(.class("help")) { say("assessments.chain.data.period", ["from": say.day(words.found.from), "until": say.day(words.found.until), "months": say.number(words.found.measures.months)]) }
                changedSince
                if let type = words.type { p { type } }
                for sentence in words.sentences { p { sentence } }
                chain(words)
                funnel(words)
                numbers(words)
                regions(words)
                trend(words)
                div(.class("actions")) {
                    link(visit.path(AssessmentPath.round(figures.id, "value-chain.csv")), .class("button quiet")) { say("assessments.chain.data.as-file") }
                    link(visit.path(IdeaPath.front), .class("button quiet")) { say("assessments.ideas") }
                }
                p(.class("help")) { say("assessments.chain.data.how", count: words.found.measures.least, ["ripe": say.number(words.found.measures.ripe), "points": say.number(words.found.points)]) }
            }
        } else if figures.framework.rule == .chain, visit.may(.planners), visit.assessments.openings[figures.id] != nil {
            Pages.sheet(say("assessments.chain.data"), id: "records") {
                p { say("assessments.chain.data.none") }
                div(.class("actions")) { visit.control(.planners, IdeaPath.front, say("assessments.ideas")) }
            }
        }
    }

    /// A finding that was published is not silently another.
    @MarkupBuilder private var changedSince: Markup {
        if let day = visit.ledger.measuredOn, let published = visit.assessments.publications[figures.id], published < day {
            p(.class("notice warn")) { say("assessments.chain.data.measures-since", ["day": say.day(day)]) }
        }
    }

    func frame(_ id: String, _ finding: String, _ table: String) -> ChartFrame {
        ChartFrame(id: id, finding: finding, tableLabel: table, isRightToLeft: visit.language.isRightToLeft)
    }

    func level(_ score: Double?, _ words: ValueChainWords) -> Double? { score.map { ($0 - 1) / Double(words.found.points - 1) } }

    private func chain(_ words: ValueChainWords) -> Markup {
        let found = words.found, caption = say("assessments.chain.data.chain-caption", ["points": say.number(found.points)])
        func half(_ score: Double?, _ rest: String? = nil) -> ChainChart.Half {
            ChainChart.Half(score.map { say.tenths($0) } ?? "–", word: [words.word(score), rest].compactMap { $0 }.joined(separator: " · "), level: level(score, words))
        }
        let links = ValueChainFigures.links.indices.map { link -> ChainChart.Link in
            let isApart = found.disagreement?.apart.contains(link) == true, difference = found.disagreement?.differences[link] ?? nil
            let said = difference.map { say(isApart ? $0 > 0 ? "assessments.chain.data.darker" : "assessments.chain.data.brighter" : "assessments.chain.data.near") }
            return ChainChart.Link(
                title: words.title(link), upper: half(found.people[link]), lower: half(found.records[link], words.rest(link)), difference: said ?? "–",
                mark: isApart ? StatusMark(.atRisk, label: say("assessments.chain.data.apart")) : nil)
        }
        return chainChart(
            ChainChart(
                links: links, linkHeading: say("assessments.chain.data.link"), upperHeading: say("assessments.chain.data.people"), lowerHeading: say("assessments.chain.data.records"),
                differenceHeading: say("assessments.chain.data.difference")), in: frame("value-chain", caption, caption))
    }

    private func funnel(_ words: ValueChainWords) -> Markup {
        let steps = words.found.chain.funnel.steps, names = ["put-in", "passed", "funded", "used", "spread"]
        let bars = zip(names, steps).map { name, count in
            BarChart.Bar(
                label: say("assessments.chain.data.step.\(name)"), value: Double(count),
                valueText: steps[0] > 0 ? "\(say.number(count)) (\(say.percent(Double(count) / Double(steps[0]))))" : say.number(count))
        }
        return barChart(
            BarChart(bars: bars, labelHeading: say("assessments.chain.data.step"), valueHeading: say("assessments.chain.data.ideas"), targetHeading: ""),
            in: frame(
                "funnel", say("assessments.chain.data.funnel", ["n": say.number(steps[0]), "used": say.number(steps[3]), "spread": say.number(steps[4])]),
                say("assessments.chain.data.funnel-caption")))
    }

    private func numbers(_ words: ValueChainWords) -> Markup {
        scrollingTable(say("assessments.chain.data.numbers"), id: "measures") {
            headings([
                (say("assessments.chain.data.measure"), false), (say("assessments.chain.data.value"), true), (say("assessments.chain.data.interval"), true),
                (say("assessments.chain.data.counts"), true), (say("assessments.chain.data.limits-heading"), false), (say("assessments.chain.data.score"), true),
            ])
            tbody {
                for finding in words.found.chain.findings {
                    tr {
                        th(.scope("row")) { "\(say.number(finding.measure.link + 1)) \(say("assessments.ideas.measure.\(finding.measure.rawValue)"))" }
                        td(.class("n")) {
                            words.value(finding.value, finding.measure)
                            if let lack = words.lack(finding) {
                                " "
                                small { lack }
                            }
                        }
                        td(.class("n")) { finding.interval.map { "\(say.percent($0.lowerBound)) – \(say.percent($0.upperBound))" } ?? "–" }
                        td(.class("n")) {
                            say("assessments.chain.data.of", ["n": say.number(finding.hits), "of": say.number(finding.whole)])
                            if finding.chances != nil {
                                " "
                                small { say("assessments.ideas.count", count: finding.count) }
                            }
                        }
                        td { words.limits(finding.measure) }
                        td(.class("n")) { words.score(finding.weakness).map { say.tenths($0) } ?? "–" }
                    }
                }
            }
        }
    }
}
