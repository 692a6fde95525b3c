import HashTreeCollections
import Journal
import Methods
import Organisation

/// What a group answered to one question, counted. One Member is one answer, however many work there; a weight says what it counts.
struct Tally {
    let question: Question
    /// Those who were asked it and gave an answer, “not applicable” left aside: what every share is of.
    let answered: Int
    let notApplicable: Int
    /// What weighting costs; `nil` where nobody answered.
    let loss: WeightingLoss?
    let responses: [(response: Response, weight: Double)]

    init(_ question: Question, _ given: [(response: Response, weight: Double)]) {
        self.question = question
        responses = given.filter { $0.response != .notApplicable }
        answered = responses.count
        notApplicable = given.count - answered
        loss = WeightingLoss(weights: responses.map(\.weight))
    }

    init(_ id: ID<Question>, _ question: Question, _ group: Respondents.Group, _ weights: Weights? = nil) {
        self.init(question, group.versions.compactMap { member, version in version.responses[id].map { ($0, weights?[member] ?? 1) } })
    }

    /// How many chose each of some things, and the share of the weights of those who were counted.
    struct Counted {
        let counts: [Int]
        let shares: [Double]
        /// Of how many.
        let base: Int
    }

    /// - Parameter places: what an answer chose, from 0; `nil` for an answer that is not counted.
    private func counted(_ count: Int, _ places: (Response) -> [Int]?) -> Counted {
        var counts = [Int](repeating: 0, count: count), sums = [Double](repeating: 0, count: count), base = 0, mass = 0.0
        for (response, weight) in responses {
            guard let chosen = places(response) else { continue }
            base += 1
            mass += weight
            for place in chosen where counts.indices.contains(place) {
                counts[place] += 1
                sums[place] += weight
            }
        }
        return Counted(counts: counts, shares: sums.map { mass > 0 ? $0 / mass : 0 }, base: base)
    }

    /// How many chose each option, or each step of a scale; of what allows it, those who wrote something in besides come last.
    var options: Counted {
        let count = question.kind == .scale ? question.steps.count : question.optionCount
        return counted(count + (question.allowsOther ? 1 : 0)) { response in
            switch response {
            case .chosen(let options, let other): options.map { $0 - 1 } + (other == nil ? [] : [count])
            case .step(let step): [step - question.steps.lowerBound]
            default: []
            }
        }
    }

    /// How many ranked each option among the first `k`.
    func ranked(within k: Int) -> Counted {
        counted(question.optionCount) { if case .ranked(let best) = $0 { best.prefix(k).map { $0 - 1 } } else { [] } }
    }

    /// For each row how many chose each column; and how many said that it does not apply.
    var rows: [(columns: Counted, notApplicable: Int)] {
        (0..<question.rowCount).map { row in
            func cell(_ response: Response) -> Int? { if case .matrix(let cells) = response, cells.indices.contains(row) { cells[row] } else { nil } }
            return (counted(question.optionCount) { response in cell(response).flatMap { $0 == 0 ? nil : [$0 - 1] } }, responses.count { cell($0.response) == 0 })
        }
    }

    /// By Borda's rule, of all the points that could be had: 1 where everybody puts it first. Those left out share what is left.
    var bordaShares: [Double] {
        let count = question.optionCount
        var points = [Double](repeating: 0, count: count), most = 0.0
        // Points add up: the ballots of one weight are counted together.
        for (weight, ballots) in Dictionary(grouping: responses, by: \.weight).sorted(by: { $0.key < $1.key }) {
            guard var box = RankedBallotBox(candidateCount: count) else { continue }
            for case .ranked(let best) in ballots.map(\.response) where box.rank(best.map { [$0 - 1] }, count: 1) != nil { most += weight * Double(count - 1) }
            for (option, score) in box.ballots.borda.scores.enumerated() { points[option] += weight * score }
        }
        return points.map { most > 0 ? $0 / most : 0 }
    }

    /// The mean of what each option was given of all points: a share of 1.
    var meanShares: [Double] {
        var sums = [Double](repeating: 0, count: question.optionCount), mass = 0.0
        for case (.points(let points), let weight) in responses {
            mass += weight
            for (place, amount) in points.enumerated() where sums.indices.contains(place) { sums[place] += weight * amount }
        }
        return sums.map { mass > 0 ? $0 / (mass * question.pointsTotal) : 0 }
    }

    typealias Weighed = (value: Double, weight: Double)

    /// Numbers, and of a range the most likely one.
    var numbers: [Weighed] { weighed { if case .number(let number) = $0 { number } else if case .range(_, let likely, _) = $0 { likely } else { nil } } }
    var lows: [Weighed] { weighed { if case .range(let low, _, _) = $0 { low } else { nil } } }
    var highs: [Weighed] { weighed { if case .range(_, _, let high) = $0 { high } else { nil } } }
    /// Days from the beginning of all records.
    var days: [Weighed] { weighed { if case .day(let day) = $0 { Double(Day.beginning.days(until: day)) } else { nil } } }

    private func weighed(_ number: (Response) -> Double?) -> [Weighed] { responses.compactMap { item in number(item.response).map { ($0, item.weight) } } }

    /// To within what a share of one half is known, had those who answered been drawn at random: 0 to 1.
    func margin(of asked: Int) -> Double? {
        marginOfError(responses: answered, population: asked - notApplicable, share: 0.5, z: Confidence.z95, designEffect: loss?.designEffect ?? 1).map { min($0, 1) }
    }

    /// On how many answers each of its figures rests: of a table of lines, each line.
    var bases: [Int] { [answered] + (question.kind == .matrix ? rows.map(\.columns.base) : []) }
}
