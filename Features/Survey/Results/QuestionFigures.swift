import Journal
import Methods
import Organisation

/// All that is counted of one question, once: of all, and region by region, with what of it may be shown.
struct QuestionFigures {
    let id: ID<Question>
    let question: Question
    let asked: Int
    let all: Tally
    let regions: [(group: Respondents.Group, tally: Tally)]
    let least: Int
    /// Beside each region.
    let isRegionShown: [Bool]
    /// What these figures are weighted by.
    let weighting: Weighting
    /// Whether weights were wanted and are not used, because what few answered would follow from the two sums.
    let isKeptRaw: Bool

    init(_ id: ID<Question>, _ question: Question, _ respondents: Respondents) {
        self.id = id
        self.question = question
        least = respondents.least
        asked = respondents.all.asked
        let raw = respondents.regions.map { Tally(id, question, $0) }, wanted = respondents.weights.weighting
        isRegionShown = disclosed(raw.map(\.answered), least: respondents.least)
        isKeptRaw = wanted != .raw && !raw.allSatisfy { $0.bases.allSatisfy { $0 == 0 || $0 >= respondents.least } }
        weighting = isKeptRaw ? .raw : wanted
        let weights = weighting == .raw ? nil : respondents.weights
        all = Tally(id, question, respondents.all, weights)
        regions = Array(zip(respondents.regions, weights == nil ? raw : respondents.regions.map { Tally(id, question, $0, weights) }))
    }

    /// Whether anything can be shown: somebody answered, and not too few.
    var isShown: Bool { all.answered >= max(1, least) }

    /// To within what shares of a group are known; nothing where it is not known how many were asked this question.
    func margin(_ tally: Tally, of asked: Int) -> Double? { question.condition == nil ? tally.margin(of: asked) : nil }

    /// How many more could have answered: they may have said anything.
    var missing: Int { question.condition == nil ? max(0, asked - all.notApplicable - all.answered) : 0 }

    /// Between what share of all who were asked chose an option, whatever those would have said who did not answer; `nil` where nobody is missing.
    func bounds(_ chosen: Int) -> ClosedRange<Double>? {
        guard missing > 0, question.kind.hasShares, question.kind != .matrix else { return nil }
        return nonResponseBounds(yes: chosen, responses: all.answered, population: all.answered + missing)
    }

    /// What is compared between regions, 0 to 1: the share that chose an option, that ranked it among its first, or of the points.
    func compared(_ tally: Tally) -> [Double] {
        switch question.kind {
        case .points: tally.meanShares
        case .ranking: tally.ranked(within: question.first).shares
        default: tally.options.shares
        }
    }

    /// How widely each option is wanted: by the share of the regions shown in which it is among the first; `nil` where fewer than two regions show.
    var consensus: [Consensus]? {
        guard question.kind.isCommonOrRegional else { return nil }
        let tops = tops.compactMap { $0 }
        return tops.count > 1 ? Methods.consensus(ofTops: tops, candidateCount: compared(all).count, thresholds: .standard) : nil
    }

    /// The options that are among the first of each region; `nil` for one that is not shown or did not answer, and for those without a region, who are none.
    var tops: [[Int]?] {
        zip(regions, isRegionShown).map { region, isShown in
            guard isShown, region.tally.answered > 0, !region.group.name.isEmpty else { return nil }
            let shares = compared(region.tally)
            // What nobody chose is wanted by nobody, however few were chosen.
            return Ranking(scores: shares).top(question.first).filter { shares[$0] > 0 }
        }
    }
}

extension Question {
    /// Among how many an option has to be to count as wanted: one of one, otherwise up to three, and never more than half. House default.
    var first: Int { kind == .single ? 1 : max(1, min(3, most ?? 3, optionCount / 2)) }
}

extension Question.Kind {
    /// Whether its figures are shares of those who answered.
    var hasShares: Bool { [.single, .multiple, .scale, .matrix].contains(self) }
    /// Whether regions are put beside one another.
    var isCompared: Bool { [.single, .multiple, .scale, .ranking, .points].contains(self) }
    /// Whether it says what is wanted, so that one can ask by how many.
    var isCommonOrRegional: Bool { isCompared && self != .scale }
}
