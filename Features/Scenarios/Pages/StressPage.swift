import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The stress test of a study: what one has still to rate, and what all came to.
struct StressPage {
    let visit: Visit
    let figures: StudyFigures

    static let route = Route.page("scenarios/studies/{study}/stress", .everyone) { visit in
        let (id, _) = try visit.study()
        return StressPage(visit: visit, figures: try visit.figures(id)).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(say("scenarios.stress"), place: ScenarioPath.front, trail: visit.studyTrail(figures.id)) {
            if figures.axes == nil {
                p { say("scenarios.no-axes") }
            } else {
                if visit.mayRate(figures.id) { own }
                StressPart(visit: visit, figures: figures).sheet
            }
        }
    }

    /// One way to each objective; what one has finished is marked, where one rates for one only.
    private var own: Markup {
        let tested = visit.tested(figures), rater = visit.onlyRater
        let done = rater.map { rater in Set(tested.map(\.id).filter { visit.scenarios.isStressed(figures.id, $0, by: rater) }) }
        return sheet(say("scenarios.own-stress"), id: "own") {
            if let done { p { say("scenarios.own-done", ["n": say.number(done.count), "of": say.number(tested.count)]) } }
            ol {
                for item in tested {
                    li {
                        link(visit.path(ScenarioPath.stress(figures.id, item.id))) { visit.text(item.title) }
                        if let done {
                            " "
                            span(.class(done.contains(item.id) ? "state good" : "state none")) { done.contains(item.id) ? say("scenarios.rated") : begun(item.id, rater) }
                        }
                    }
                }
            }
        }
    }

    private func begun(_ objective: ID<Objective>, _ rater: Rater?) -> String {
        let given = rater.map { visit.scenarios.given(figures.id, objective, by: $0) } ?? 0, all = visit.scenarios.scenarios(of: figures.id).count
        return given == 0 ? say("scenarios.not-rated") : say("scenarios.rated-part", ["n": say.number(given), "of": say.number(all)])
    }
}

/// The matrix as a table for machines: a line for each objective and scenario.
enum StressFile {
    static let route = Route.file("scenarios/studies/{study}/stress.csv", .everyone) { visit in
        let (id, _) = try visit.study(), figures = try visit.figures(id), four = figures.axes?.scenarios ?? []
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(["objective", "objective-title", "scenario", "scenario-title", "median", "low", "high", "raters", "class", "full-rows", "agreeing", "hangs-on-one"].map { .text($0) })
        for item in visit.tested(figures) {
            for (place, scenario) in four.enumerated() {
                let test = item.test, spread = test.spreads[place], isJudged = test.verdict != nil
                func number(_ value: Int?) -> CSVCell { value.map { .number(Double($0)) } ?? .text("") }
                var cells: [CSVCell] = [.text(item.id.text), .text(visit.plain(item.title)), .text(scenario.text), .text(visit.plain(visit.title(of: scenario)))]
                cells += [spread.map { .number($0.median) } ?? .text(""), number(spread?.low), number(spread?.high), number(spread?.count), .text(test.verdict?.rawValue ?? "")]
                cells += isJudged ? [number(test.full), number(test.agreeing), number(test.hangsOnOne ? 1 : 0)] : [.text(""), .text(""), .text("")]
                writer.write(cells)
            }
        }
        return File(name: "stress-\(id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
