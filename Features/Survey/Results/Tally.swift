import HashTreeCollections
import Journal
import Methods
import Organisation

/// What a group answered to one question, counted. One Member is one answer, however many work there.
struct Tally {
    let question: Question
    /// Those who were asked it and gave an answer, “not applicable” left aside: what every share is of.
    let answered: Int
    let notApplicable: Int
    private let responses: [Response]

    init(_ id: ID<Question>, _ question: Question, _ group: Respondents.Group) {
        self.question = question
        let given = group.versions.compactMap { $0.version.responses[id] }
        responses = given.filter { $0 != .notApplicable }
        answered = responses.count
        notApplicable = given.count - answered
    }

    /// How many chose each option, or each step of a scale.
    var counts: [Int] {
        var counts = [Int](repeating: 0, count: question.kind == .scale ? question.steps.count : question.optionCount)
        for response in responses {
            switch response {
            case .chosen(let options, _): for option in options where counts.indices.contains(option - 1) { counts[option - 1] += 1 }
            case .step(let step) where question.steps.contains(step): counts[step - question.steps.lowerBound] += 1
            default: break
            }
        }
        return counts
    }

    /// How many wrote something in besides the options.
    var others: Int { responses.count { if case .chosen(_, .some) = $0 { true } else { false } } }

    /// How many ranked each option among the first `k`.
    func ranked(within k: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: question.optionCount)
        for case .ranked(let best) in responses { for option in best.prefix(k) where counts.indices.contains(option - 1) { counts[option - 1] += 1 } }
        return counts
    }

    /// By Borda's rule, of all the points that could be had: 1 where everybody puts it first. Those left out share what is left.
    var bordaShares: [Double] {
        let count = question.optionCount
        guard count > 1, answered > 0 else { return [Double](repeating: 0, count: count) }
        var points = [Double](repeating: 0, count: count)
        for case .ranked(let best) in responses {
            let left = count - best.count, rest = left > 1 ? Double(left - 1) / 2 : 0
            for option in 0..<count { points[option] += best.firstIndex(of: option + 1).map { Double(count - 1 - $0) } ?? rest }
        }
        return points.map { $0 / Double(answered * (count - 1)) }
    }

    /// The mean of what each option was given of all points: a share of 1.
    var meanShares: [Double] {
        var sums = [Double](repeating: 0, count: question.optionCount)
        for case .points(let points) in responses { for (place, amount) in points.enumerated() where sums.indices.contains(place) { sums[place] += amount } }
        return sums.map { answered == 0 ? 0 : $0 / (Double(answered) * question.pointsTotal) }
    }

    /// For each row how many chose each column; and how many said that it does not apply.
    var cells: [(counts: [Int], notApplicable: Int)] {
        (0..<question.rowCount).map { row in
            var counts = [Int](repeating: 0, count: question.optionCount), none = 0
            for case .matrix(let cells) in responses {
                guard cells.indices.contains(row), let cell = cells[row] else { continue }
                if cell == 0 { none += 1 } else if counts.indices.contains(cell - 1) { counts[cell - 1] += 1 }
            }
            return (counts, none)
        }
    }

    /// The numbers in their order; of a range the most likely.
    var numbers: [Double] { sorted { if case .number(let number) = $0 { number } else if case .range(_, let likely, _) = $0 { likely } else { nil } } }
    var lows: [Double] { sorted { if case .range(let low, _, _) = $0 { low } else { nil } } }
    var highs: [Double] { sorted { if case .range(_, _, let high) = $0 { high } else { nil } } }
    var days: [Day] { responses.compactMap { if case .day(let day) = $0 { day } else { nil } }.sorted() }

    private func sorted(_ number: (Response) -> Double?) -> [Double] { responses.compactMap(number).sorted() }

    /// To within what a share of one half is known, had those who answered been drawn at random: 0 to 1.
    func margin(of asked: Int) -> Double? { marginOfError(responses: answered, population: asked, share: 0.5, z: Confidence.z95) }
}

/// The value below which a share of sorted values lies, between neighbours in proportion; `nil` of none. Source: Hyndman and Fan 1996, type 7.
func quantile<Value>(_ share: Double, of sorted: [Value], between: (Value, Value, Double) -> Value) -> Value? {
    guard let last = sorted.indices.last else { return nil }
    let place = share * Double(last), low = Int(place.rounded(.down))
    guard sorted.indices.contains(low) else { return nil }
    return low == last ? sorted[low] : between(sorted[low], sorted[low + 1], place - Double(low))
}
