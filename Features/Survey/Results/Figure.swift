import Journal
import Methods

/// One number of what came of a question, named by what it is of.
struct Figure: Equatable {
    enum Measure: String {
        case share, borda
        /// Ranked among as many of the first as the question counts.
        case amongFirst = "among-first"
        case points = "share-of-points"
        case notApplicable = "not-applicable"
        case answers
        case lowerQuartile = "lower-quartile"
        case median
        case upperQuartile = "upper-quartile"
        case medianLow = "median-low"
        case medianHigh = "median-high"
    }

    enum Value: Equatable {
        case number(Double)
        case day(Day)
    }

    /// Of a table, its line, from 1.
    var row: Int?
    /// Of an option, from 1, or the step of a scale; 0 for what was written in besides.
    var number: Int?
    let measure: Measure
    var count: Int?
    var value: Value?
    /// How many answers it rests on.
    let base: Int
}

extension Tally {
    /// Every number that a page can show of it.
    var figures: [Figure] {
        switch question.kind {
        case .single, .multiple, .scale: shares(options, row: nil) + none
        case .ranking: bordaShares.enumerated().map { Figure(number: $0.offset + 1, measure: .borda, value: .number($0.element), base: answered) } + ranks + none
        case .points: meanShares.enumerated().map { Figure(number: $0.offset + 1, measure: .points, value: .number($0.element), base: answered) } + none
        case .matrix:
            rows.enumerated().flatMap { place, row in
                shares(row.columns, row: place + 1) + [Figure(row: place + 1, measure: .notApplicable, count: row.notApplicable, base: row.columns.base)]
            }
        case .number: quartiles(numbers) { .number($0) } + none
        case .date: quartiles(days) { .day(Day.beginning.adding(days: Int($0.rounded()))) } + none
        case .range:
            [(Figure.Measure.medianLow, lows), (.median, numbers), (.medianHigh, highs)].compactMap { measure, values in
                quantile(0.5, of: values).map { Figure(measure: measure, value: .number($0), base: answered) }
            } + none
        case .text, .link: [Figure(measure: .answers, count: answered, base: answered)] + none
        }
    }

    private func shares(_ counted: Counted, row: Int?) -> [Figure] {
        counted.counts.indices.map { place in
            let number = question.kind == .scale ? question.steps.lowerBound + place : place < question.optionCount ? place + 1 : 0
            return Figure(row: row, number: number, measure: .share, count: counted.counts[place], value: .number(counted.shares[place]), base: counted.base)
        }
    }

    private var ranks: [Figure] {
        let ranked = ranked(within: question.first)
        return ranked.counts.indices.map { Figure(number: $0 + 1, measure: .amongFirst, count: ranked.counts[$0], value: .number(ranked.shares[$0]), base: answered) }
    }

    private func quartiles(_ values: [Weighed], _ value: (Double) -> Figure.Value) -> [Figure] {
        [(Figure.Measure.lowerQuartile, 0.25), (.median, 0.5), (.upperQuartile, 0.75)].compactMap { measure, share in
            quantile(share, of: values).map { Figure(measure: measure, value: value($0), base: answered) }
        }
    }

    private var none: [Figure] { question.allowsNotApplicable ? [Figure(measure: .notApplicable, count: notApplicable, base: answered)] : [] }
}
