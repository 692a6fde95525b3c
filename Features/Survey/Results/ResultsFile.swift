import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What the page shows as a table for machines: a line for each figure of each question, for all and for each region.
///
/// Asked for with a question's code it holds that one; with weights, figures weighted so.
enum ResultsFile {
    static let route = Route.file("surveys/{survey}/results.csv", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard reading.mayReadResults else { throw Missing() }
        let respondents = Respondents(reading, reading.weightingAsked)
        // Weights that this reader cannot have are not other figures under the same name.
        guard respondents.weights.weighting == reading.weightingAsked else { throw Missing() }
        let name = reading.weightingAsked == .raw ? "results-\(reading.id)" : "results-\(reading.id)-\(reading.weightingAsked.rawValue)"
        let bytes = table(reading, [respondents], only: visit.query["question"])
        return File(name: "\(name).csv", type: "text/csv; charset=utf-8", bytes: bytes)
    }

    static let name = "results.csv"

    static let columns = [
        "question", "code", "kind", "row", "row-text", "number", "option", "region-code", "region", "asked", "answered", "measure", "members-unweighted", "value", "weights",
        "effective", "design-effect", "margin", "at-least", "at-most", "consensus",
    ]

    /// - Parameter weighings: the same answers, each time weighted differently; the first also says who answered, and which words.
    static func table(_ reading: SurveyReading, _ weighings: [Respondents], only code: String? = nil, withWords: Bool = true) -> [UInt8] {
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(columns.map { .text($0) })
        for (turn, respondents) in weighings.enumerated() {
            if turn == 0, code == nil { response(respondents, reading, &writer) }
            for (id, question) in reading.questionnaire.questions where code == nil || code == question.code {
                let figures = QuestionFigures(id, question, respondents)
                // What cannot be weighted stands there once.
                guard figures.isShown, turn == 0 || !figures.isKeptRaw else { continue }
                QuestionLines(reading: reading, figures: figures).write(to: &writer)
                if turn == 0, withWords, question.kind == .text { words(reading, respondents, figures, &writer) }
            }
        }
        return writer.bytes
    }

    /// Who answered, group by group of the register.
    private static func response(_ respondents: Respondents, _ reading: SurveyReading, _ writer: inout CSVWriter) {
        let say = reading.visit.say
        for held in Representation.held(respondents) {
            for (place, category) in held.grouping.categories.enumerated() {
                let values = [("response-rate", held.measured.groups[place].rate ?? 0), ("share-of-answers", held.shareOfAnswers[place]), ("share-of-members", held.shareOfMembers[place])]
                for (measure, value) in values {
                    let line = Line(
                        question: say(held.grouping.key), kind: "response", option: category.label(reading.visit), asked: held.asked[place], answered: held.answered[place], measure: measure,
                        value: .number(rounded(value)))
                    writer.write(line.cells)
                }
            }
        }
    }

    private static func words(_ reading: SurveyReading, _ respondents: Respondents, _ figures: QuestionFigures, _ writer: inout CSVWriter) {
        let voices = Voices(result: QuestionResult(reading: reading, respondents: respondents, figures: figures))
        for item in voices.words.counts {
            let line = Line(
                question: reading.visit.plain(figures.question.text), code: figures.question.code, kind: figures.question.kind.rawValue, option: item.word.text, asked: figures.asked,
                answered: figures.all.answered, measure: "said-by", count: item.members)
            writer.write(line.cells)
        }
    }

    static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

    /// One line, column by column.
    struct Line {
        var question: String
        var code = ""
        var kind: String
        var row: Int?
        var rowText: String?
        var number: Int?
        var option: String?
        var regionCode = ""
        var region = ""
        var asked: Int
        var answered: Int
        var measure: String
        var count: Int?
        var value: CSVCell = .empty
        var weights: Weighting = .raw
        var loss: WeightingLoss?
        var margin: Double?
        var bounds: ClosedRange<Double>?
        var consensus: Consensus?

        private static func number(_ number: Double?) -> CSVCell { number.map { .number(rounded($0)) } ?? .empty }

        var cells: [CSVCell] {
            [
                CSVCell(question), CSVCell(code), .text(kind), row.map { .integer($0) } ?? .empty, CSVCell(rowText), number.map { .integer($0) } ?? .empty, CSVCell(option), CSVCell(regionCode),
                CSVCell(region), .integer(asked),
                .integer(answered), .text(measure), count.map { .integer($0) } ?? .empty, value, .text(weights.rawValue), Line.number(loss?.effectiveSize), Line.number(loss?.designEffect),
                Line.number(margin), Line.number(bounds?.lowerBound), Line.number(bounds?.upperBound), CSVCell(consensus?.rawValue),
            ]
        }
    }
}

/// The lines of one question.
private struct QuestionLines {
    let reading: SurveyReading
    let figures: QuestionFigures

    private var visit: Visit { reading.visit }
    private var question: Question { figures.question }

    func write(to writer: inout CSVWriter) {
        let consensus = figures.consensus
        for figure in figures.all.figures where figure.base >= figures.least {
            var line = line(figure, figures.all, asked: figures.asked)
            if figure.measure == .share, figures.weighting == .raw, let count = figure.count { line.bounds = figures.bounds(count) }
            if [.share, .amongFirst, .points].contains(figure.measure), let number = figure.number, let consensus { line.consensus = consensus[safe: number > 0 ? number - 1 : consensus.count - 1] }
            writer.write(line.cells)
        }
        guard question.kind.isCompared else { return }
        for (region, isShown) in zip(figures.regions, figures.isRegionShown) where isShown {
            // A region of which nobody answered is shown, but not how many said that it does not apply.
            for figure in region.tally.figures where figure.base >= figures.least {
                var line = line(figure, region.tally, asked: region.group.asked)
                line.regionCode = region.group.code
                line.region = visit.name(ofRegion: region.group)
                writer.write(line.cells)
            }
        }
    }

    private func line(_ figure: Figure, _ tally: Tally, asked: Int) -> ResultsFile.Line {
        let value: CSVCell =
            switch figure.value {
            case .number(let number): .number(ResultsFile.rounded(number))
            case .day(let day): .text("\(day)")
            case nil: .empty
            }
        return ResultsFile.Line(
            question: visit.plain(question.text), code: question.code, kind: question.kind.rawValue, row: figure.row,
            rowText: figure.row.map { visit.row($0 - 1, of: question) }, number: figure.number,
            option: figure.number.map { option($0) }, asked: asked, answered: tally.answered, measure: figure.measure.rawValue, count: figure.count, value: value,
            weights: figures.weighting, loss: figures.weighting == .raw ? nil : tally.loss,
            margin: question.kind.hasShares && figure.measure == .share ? figures.margin(tally, of: asked) : nil)
    }

    private func option(_ number: Int) -> String {
        let place = question.kind == .scale ? number - question.steps.lowerBound : number > 0 ? number - 1 : question.optionCount
        return visit.option(place, of: question)
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
