import Journal
import Methods
import Organisation
import Pages

/// What was answered to one question: the finding in a sentence, the figures, the regions beside one another.
struct QuestionResult {
    let reading: SurveyReading
    let respondents: Respondents
    let figures: QuestionFigures

    var visit: Visit { reading.visit }
    var say: Say { visit.say }
    var question: Question { figures.question }
    var tally: Tally { figures.all }

    var markup: Markup {
        // Whatever of its options and lines is shown in another language is said once.
        for content in [question.options, question.rows] where !content.isEmpty { _ = visit.plain(content) }
        return element("section", [.class("sheet"), .id("question-\(figures.id)")]) {
            h3 {
                "\(say.number(reading.questionnaire.number(of: figures.id))). "; visit.text(question.text)
            }
            p(.class("help")) { base }
            if figures.isShown {
                if figures.isKeptRaw { p(.class("note")) { say("survey.kept-raw") } }
                shown
                Bounds(result: self).markup
                if question.kind.isCompared { Regions(result: self).markup }
            } else if tally.answered > 0 {
                p(.class("note")) { say("survey.too-few") }
            }
            if figures.isShown { p { small { link(fileAddress) { say("survey.figure-file") } } } }
        }
    }

    /// This question alone, as a table.
    private var fileAddress: String {
        visit.path(SurveyPath.survey(reading.id, "results.csv"), ["question": question.code].merging(reading.weightsAsked(respondents)) { own, _ in own })
    }

    /// From how many it is, of how many, to within what, and what weighting costs.
    private var base: String {
        var parts = [say("survey.base", count: tally.answered, ["asked": say.number(figures.asked)])]
        if tally.notApplicable > 0 { parts.append(say("survey.base-none", count: tally.notApplicable)) }
        if question.condition != nil { parts.append(say("survey.base-condition")) }
        guard figures.isShown else { return parts.joined(separator: " ") }
        if figures.weighting != .raw, let loss = tally.loss {
            parts.append(say("survey.base-weighted", ["effective": say.number(loss.effectiveSize), "deff": say.number(loss.designEffect, digits: 2)]))
        }
        if question.kind.hasShares, let margin = figures.margin(tally, of: figures.asked) {
            parts.append(margin > 0 ? say("survey.base-margin", ["margin": say.number(margin * 100)]) : say("survey.base-census"))
        }
        return parts.joined(separator: " ")
    }

    @MarkupBuilder private var shown: Markup {
        switch question.kind {
        case .single, .multiple: bars(chosen, key: "survey.finding.most")
        case .scale: Distribution(result: self).markup
        case .ranking: bars(tally.bordaShares.enumerated().map { bar($0.offset, $0.element, say.percent($0.element)) }, key: "survey.finding.ranked")
        case .points: bars(tally.meanShares.enumerated().map { bar($0.offset, $0.element, say.number($0.element * question.pointsTotal)) }, key: "survey.finding.points")
        case .matrix: matrix
        case .number: spread(tally.numbers) { visit.amount($0, of: question) }
        case .range: ranges
        case .date: spread(tally.days) { say.day(Day.beginning.adding(days: Int($0.rounded()))) }
        case .text, .link: Voices(result: self).markup
        }
    }

    typealias Bar = (label: String, share: Double, text: String)

    private func bar(_ place: Int, _ share: Double, _ text: String) -> Bar { (visit.option(place, of: question), share, text) }

    private var chosen: [Bar] {
        let options = tally.options
        return options.counts.indices.map { bar($0, options.shares[$0], said(options.counts[$0], options.shares[$0])) }
    }

    /// How many, and which share: of weighted figures the share first, for it is not theirs.
    func said(_ count: Int, _ share: Double) -> String {
        say(figures.weighting == .raw ? "survey.count-share" : "survey.share-count", ["count": say.number(count), "share": say.percent(share)])
    }

    private func bars(_ rows: [Bar], key: String) -> Markup {
        // A ranking and a distribution are read from the top; options keep their order.
        let isSorted = question.kind == .ranking || question.kind == .points
        let shown = isSorted ? rows.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element) : rows
        let highest = rows.map(\.share).max() ?? 0, first = rows.filter { $0.share == highest }
        return barChart(
            BarChart(
                bars: shown.map { BarChart.Bar(label: $0.label, value: $0.share, valueText: $0.text) }, labelHeading: say("survey.answer"),
                valueHeading: say("survey.measure.\(question.kind.rawValue)"), targetHeading: ""),
            in: frame(say(key, ["option": say.list(first.map(\.label)), "value": first.first?.text ?? ""])))
    }

    func frame(_ finding: String, _ name: String = "") -> ChartFrame {
        ChartFrame(id: "q-\(figures.id)\(name)", finding: finding, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
    }

    private var matrix: Markup {
        let columns = question.optionCount, hasNone = question.allowsNotApplicable
        return heatTable(
            HeatTable(
                corner: say("survey.answer"),
                columns: (0..<columns).map { HeatTable.Heading(visit.option($0, of: question)) } + (hasNone ? [HeatTable.Heading(say("survey.not-applicable"))] : []),
                rows: tally.rows.enumerated().map { place, row in
                    let heading = HeatTable.Heading(visit.row(place, of: question)), counted = row.columns
                    if counted.base < respondents.least, counted.base + row.notApplicable > 0 {
                        return HeatTable.Row(heading, cells: (0..<columns + (hasNone ? 1 : 0)).map { _ in HeatTable.Cell(say("survey.withheld"), level: nil) })
                    }
                    let shares = counted.counts.indices.map { HeatTable.Cell(said(counted.counts[$0], counted.shares[$0]), level: counted.shares[$0]) }
                    return HeatTable.Row(heading, cells: shares + (hasNone ? [HeatTable.Cell(say.number(row.notApplicable), level: nil)] : []))
                }, lowLabel: say.percent(0), highLabel: say.percent(1), noDataLabel: say("survey.not-counted")),
            in: frame(say("survey.finding.matrix")))
    }

    private func spread(_ values: [Tally.Weighed], _ said: (Double) -> String) -> Markup {
        facts([("low", 0.25), ("middle", 0.5), ("high", 0.75)].map { name, share in (say("survey.quartile.\(name)"), quantile(share, of: values).map { Markup(said($0)) } ?? Markup()) })
    }

    private var ranges: Markup {
        facts(
            [("low", tally.lows), ("likely", tally.numbers), ("high", tally.highs)].map { name, values in
                (say("survey.middle.\(name)"), quantile(0.5, of: values).map { Markup(visit.amount($0, of: question)) } ?? Markup())
            })
    }
}
