import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was answered to one question: the finding in a sentence, the figures, the regions beside one another.
struct QuestionResult {
    let reading: SurveyReading
    let respondents: Respondents
    let id: ID<Question>
    let question: Question

    var visit: Visit { reading.visit }
    var say: Say { visit.say }
    var tally: Tally { Tally(id, question, respondents.all) }

    var markup: Markup {
        let tally = tally
        return section(.class("sheet")) {
            h3 {
                "\(say.number(reading.questionnaire.number(of: id))). "; visit.text(question.text)
            }
            p(.class("help")) { base(tally) }
            if tally.answered < max(1, respondents.least), tally.answered > 0 {
                p(.class("note")) { say("survey.too-few") }
            } else if tally.answered > 0 {
                figures(tally)
                if question.kind.isCompared { Regions(result: self).markup }
            }
        }
    }

    /// From how many it is, of how many, and to within what.
    private func base(_ tally: Tally) -> String {
        let asked = respondents.all.asked
        var parts = [say("survey.base", count: tally.answered, ["asked": say.number(asked)])]
        if tally.notApplicable > 0 { parts.append(say("survey.base-none", count: tally.notApplicable)) }
        if question.kind.hasShares, let margin = tally.margin(of: asked) { parts.append(say("survey.base-margin", ["margin": say.number(margin * 100)])) }
        return parts.joined(separator: " ")
    }

    @MarkupBuilder private func figures(_ tally: Tally) -> Markup {
        switch question.kind {
        case .single, .multiple, .scale: bars(shares(tally), key: "survey.finding.most")
        case .ranking: bars(tally.bordaShares.enumerated().map { (option($0.offset), $0.element, say.percent($0.element)) }, key: "survey.finding.ranked")
        case .points: bars(tally.meanShares.enumerated().map { (option($0.offset), $0.element, say.number($0.element * question.pointsTotal)) }, key: "survey.finding.points")
        case .matrix: matrix(tally)
        case .number: spread(tally.numbers)
        case .range: ranges(tally)
        case .date: days(tally.days)
        case .text, .link: Voices(result: self).markup
        }
    }

    private func shares(_ tally: Tally) -> [(label: String, share: Double, text: String)] {
        let named = tally.counts.enumerated().map { (question.kind == .scale ? step($0.offset) : option($0.offset), $0.element) }
        let rest = question.allowsOther ? [(say("survey.other"), tally.others)] : []
        return (named + rest).map { label, count in
            let share = Double(count) / Double(max(1, tally.answered))
            return (label, share, say("survey.count-share", ["count": say.number(count), "share": say.percent(share)]))
        }
    }

    func option(_ place: Int) -> String {
        _ = visit.plain(question.options)
        let lines = question.optionTexts(in: visit.language)
        return lines.indices.contains(place) ? lines[place].text : say.number(place + 1)
    }

    func step(_ place: Int) -> String {
        let lines = question.optionTexts(in: visit.language), number = say.number(question.steps.lowerBound + place)
        return lines.indices.contains(place) ? say("survey.step-named", ["step": number, "name": lines[place].text]) : number
    }

    private func bars(_ rows: [(label: String, share: Double, text: String)], key: String) -> Markup {
        // A ranking and a distribution are read from the top; options and steps keep their order.
        let isSorted = question.kind == .ranking || question.kind == .points
        let shown = isSorted ? rows.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element) : rows
        let first = rows.max { $0.share < $1.share }
        return barChart(
            BarChart(
                bars: shown.map { BarChart.Bar(label: $0.label, value: $0.share, valueText: $0.text) }, labelHeading: say("survey.answer"),
                valueHeading: say("survey.measure.\(question.kind.rawValue)"), targetHeading: ""),
            in: frame(say(key, ["option": first?.label ?? "", "value": first?.text ?? ""])))
    }

    func frame(_ finding: String, _ name: String = "") -> ChartFrame {
        ChartFrame(id: "q-\(id)\(name)", finding: finding, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
    }

    private func matrix(_ tally: Tally) -> Markup {
        let rows = question.rowTexts(in: visit.language), cells = tally.cells
        return heatTable(
            HeatTable(
                corner: say("survey.answer"),
                columns: (0..<question.optionCount).map { HeatTable.Heading(option($0)) } + (question.allowsNotApplicable ? [HeatTable.Heading(say("survey.not-applicable"))] : []),
                rows: zip(rows, cells).map { row, counted in
                    let sum = counted.counts.reduce(0, +)
                    let width = question.optionCount + (question.allowsNotApplicable ? 1 : 0)
                    if sum < respondents.least, sum + counted.notApplicable > 0 {
                        return HeatTable.Row(HeatTable.Heading(row.text), cells: (0..<width).map { _ in HeatTable.Cell(say("survey.withheld"), level: nil) })
                    }
                    let shares = counted.counts.map { count in
                        HeatTable.Cell(say("survey.count-share", ["count": say.number(count), "share": say.percent(Double(count) / Double(max(1, sum)))]), level: Double(count) / Double(max(1, sum)))
                    }
                    return HeatTable.Row(HeatTable.Heading(row.text), cells: shares + (question.allowsNotApplicable ? [HeatTable.Cell(say.number(counted.notApplicable), level: nil)] : []))
                }, lowLabel: say.percent(0), highLabel: say.percent(1), noDataLabel: say("survey.not-counted")),
            in: frame(say("survey.finding.matrix")))
    }

    private func spread(_ sorted: [Double]) -> Markup {
        let unit = visit.plain(question.unit)
        func at(_ share: Double) -> Markup {
            quantile(share, of: sorted) { $0 + ($1 - $0) * $2 }.map { Markup(unit.isEmpty ? say.number($0) : "\(say.number($0)) \(unit)") } ?? Markup()
        }
        return facts([(say("survey.quartile.low"), at(0.25)), (say("survey.quartile.middle"), at(0.5)), (say("survey.quartile.high"), at(0.75))])
    }

    private func ranges(_ tally: Tally) -> Markup {
        let unit = visit.plain(question.unit)
        func middle(_ sorted: [Double]) -> Markup {
            quantile(0.5, of: sorted) { $0 + ($1 - $0) * $2 }.map { Markup(unit.isEmpty ? say.number($0) : "\(say.number($0)) \(unit)") } ?? Markup()
        }
        return facts([(say("survey.middle.low"), middle(tally.lows)), (say("survey.middle.likely"), middle(tally.numbers)), (say("survey.middle.high"), middle(tally.highs))])
    }

    private func days(_ sorted: [Day]) -> Markup {
        func at(_ share: Double) -> Markup {
            quantile(share, of: sorted) { low, high, part in low.adding(days: Int((Double(low.days(until: high)) * part).rounded())) }.map { Markup(say.day($0)) } ?? Markup()
        }
        return facts([(say("survey.quartile.low"), at(0.25)), (say("survey.quartile.middle"), at(0.5)), (say("survey.quartile.high"), at(0.75))])
    }
}

extension Question.Kind {
    /// Whether its figures are shares of those who answered.
    var hasShares: Bool { [.single, .multiple, .scale, .matrix].contains(self) }
    /// Whether regions are put beside one another.
    var isCompared: Bool { [.single, .multiple, .scale, .ranking, .points].contains(self) }
}
